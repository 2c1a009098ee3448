Import-Module -Name "$PSScriptRoot/bin/$PSEdition/NcloudServer.dll" -ErrorAction Stop
