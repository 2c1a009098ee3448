# Ways to run the module's cmdlets so that a test can look at everything that comes out of them.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

# The folder of the module under test; the one that a build leaves, unless another one is named.
$built = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'output/NcloudServer'
$script:module = Join-Path $(if ($env:NCLOUDSERVER_MODULE) { $env:NCLOUDSERVER_MODULE } else { $built }) 'NcloudServer.psd1'

function Get-ModulePath {
    <# .SYNOPSIS The manifest of the built module. #>
    return $script:module
}

function Invoke-Recorded {
    <#
    .SYNOPSIS
        Runs a script and sorts what comes out of it by stream. What ends the script is in Thrown; what came before that is kept.
    #>
    param([Parameter(Mandatory)] [scriptblock] $Script)

    $records = New-Object Collections.Generic.List[object]
    $thrown = $null
    # A script has its own copy: a test of the errors must not depend on what the caller does at the first one.
    $ErrorActionPreference = 'Continue'
    try {
        & $Script *>&1 | ForEach-Object { $records.Add($_) }
    } catch {
        $thrown = $_
    }

    $streams = [Management.Automation.ErrorRecord], [Management.Automation.WarningRecord], [Management.Automation.VerboseRecord],
        [Management.Automation.DebugRecord], [Management.Automation.InformationRecord]
    return [pscustomobject]@{
        All     = $records.ToArray()
        Output  = @($records | Where-Object { $null -eq $_ -or $_.GetType() -notin $streams })
        Errors  = @($records | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
        Warning = @($records | Where-Object { $_ -is [Management.Automation.WarningRecord] } | ForEach-Object { $_.Message })
        Verbose = @($records | Where-Object { $_ -is [Management.Automation.VerboseRecord] } | ForEach-Object { $_.Message })
        Debug   = @($records | Where-Object { $_ -is [Management.Automation.DebugRecord] } | ForEach-Object { $_.Message })
        Thrown  = $thrown
    }
}

function Invoke-WithEnvironment {
    <# .SYNOPSIS Runs a script while variables have other values; $null takes a variable away. #>
    param([Parameter(Mandatory)] [hashtable] $Variable, [Parameter(Mandatory)] [scriptblock] $Script)

    $before = @{}
    try {
        foreach ($name in $Variable.Keys) {
            $before[$name] = [Environment]::GetEnvironmentVariable($name)
            [Environment]::SetEnvironmentVariable($name, $Variable[$name])
        }

        & $Script
    } finally {
        foreach ($name in $before.Keys) {
            [Environment]::SetEnvironmentVariable($name, $before[$name])
        }
    }
}

function Get-EnginePath {
    <# .SYNOPSIS The program of the PowerShell that runs the tests. #>
    return & (Join-Path (Split-Path (Split-Path $PSScriptRoot)) '.ci/Get-EnginePath.ps1')
}

function Invoke-ChildPowerShell {
    <# .SYNOPSIS Runs a script in a PowerShell process of its own, and gives its exit code and all of its text. #>
    param([Parameter(Mandatory)] [string] $Script, [string] $Progress = 'SilentlyContinue')

    # As -Command text it would meet a different quoting in each edition.
    $bytes = [Text.Encoding]::Unicode.GetBytes("`$ProgressPreference = '$Progress'; $Script")
    $engine = Get-EnginePath
    $ErrorActionPreference = 'Continue'
    $text = & $engine -NoProfile -NonInteractive -OutputFormat Text -EncodedCommand ([Convert]::ToBase64String($bytes)) 2>&1 | Out-String
    return [pscustomobject]@{ ExitCode = $LASTEXITCODE; Text = $text }
}

function New-ModuleSession {
    <# .SYNOPSIS A PowerShell with the module in it and a runspace of its own. Nobody answers what it asks. #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute(
        'PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Makes an object.')]
    param()

    if (-not ('NcloudServer.ModuleTests.RecordingHost' -as [type])) {
        Add-Type -Path (Join-Path $PSScriptRoot 'RecordingHost.cs')
    }

    $state = [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()
    $state.ImportPSModule($script:module)
    $console = New-Object NcloudServer.ModuleTests.RecordingHost
    $shell = [PowerShell]::Create()
    $shell.Runspace = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($console, $state)
    $shell.Runspace.Open()
    return [pscustomobject]@{ Shell = $shell; Console = $console }
}

function Close-ModuleSession {
    param([Parameter(Mandatory)] $Session)

    $Session.Shell.Runspace.Dispose()
    $Session.Shell.Dispose()
}

function Test-TemporaryHome {
    <#
    .SYNOPSIS
        Whether the module looks for profiles in the tests' own home directory.
    .DESCRIPTION
        Windows finds the user's folder without asking the environment: there, the real file would be read and written.
    #>
    return [Environment]::GetFolderPath('UserProfile') -eq $env:HOME
}

function Get-ConfigurePath {
    <# .SYNOPSIS The path of the file of profiles. #>
    return Join-Path (Join-Path $env:HOME '.ncloud') 'configure'
}

function Write-ConfigureFile {
    <# .SYNOPSIS Makes the file of profiles, readable for its owner alone. #>
    param([Parameter(Mandatory)] [string] $Text)

    $path = Get-ConfigurePath
    $null = New-Item -ItemType Directory -Force (Split-Path $path)
    [IO.File]::WriteAllText($path, $Text)
    if ([IO.Path]::DirectorySeparatorChar -eq '/') {
        chmod 600 $path
    }
}

function Read-ConfigureFile {
    return [IO.File]::ReadAllText((Get-ConfigurePath))
}

function Remove-ConfigureFile {
    <# .SYNOPSIS Removes the file of profiles with its folder. #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute(
        'PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A file of the tests.')]
    param()

    Remove-Item (Split-Path (Get-ConfigurePath)) -Recurse -Force -ErrorAction Ignore
}

function ConvertTo-Credential {
    param([Parameter(Mandatory)] [string] $AccessKey, [Parameter(Mandatory)] [string] $SecretKey)

    return New-Object Management.Automation.PSCredential $AccessKey, (New-Object Net.NetworkCredential '', $SecretKey).SecurePassword
}

Export-ModuleMember -Function *
