#Requires -Version 5.1
<#
.SYNOPSIS
    The path of this PowerShell's program, for another process of the same PowerShell.
.DESCRIPTION
    The program of this process may be another one: a PowerShell that is installed as a .NET tool runs in dotnet.
#>
$name = if ($PSEdition -eq 'Desktop') { 'powershell' } else { 'pwsh' }
return ($name, "$name.exe" | ForEach-Object { Join-Path $PSHOME $_ } | Where-Object { Test-Path $_ -PathType Leaf })
