# What each example of the help comes to, by cmdlet and title. A title that nothing is known of is an error.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

# What came out of the example, and the fleet as it was before.
$script:seen = $null
$script:fleet = $null
$script:windows = 'WND*'

function Select-Number {
    param([string] $Region = 'KR', [string[]] $Name = '*', [string] $Status = 'running', [string] $Platform = '*')

    foreach ($server in $script:fleet) {
        if ($server.regionCode -like $Region -and $server.statusName -like $Status -and $server.platformType -like $Platform -and
            @($Name | Where-Object { $server.name -like $_ })) {
            $server.number
        }
    }
}

function Assert-Server {
    # Which servers come out, and with which status.
    param([string[]] $Number, [string] $Status)

    $script:seen.Output | ForEach-Object ServerInstanceNo | Sort-Object | Should -Be @($Number | Sort-Object)
    if ($Status) {
        $script:seen.Output | ForEach-Object StatusName | Sort-Object -Unique | Should -Be $Status
    }
}

function Assert-Sent {
    # Which servers an action was sent for, and to which regions; KR is the service's first, whether it is named or not.
    param([string] $Action, [string[]] $Number, [string[]] $Region = 'KR')

    $requests = @(Get-SimulatorRequest $Action)
    $requests | ForEach-Object numbers | Sort-Object -Unique | Should -Be @($Number | Sort-Object)
    $requests | ForEach-Object { if ($_.regionCode) { $_.regionCode } else { 'KR' } } | Sort-Object -Unique | Should -Be $Region
}

function Assert-Preview {
    # The console names each of them once; nothing comes out, and nothing is changed.
    param([string[]] $Name)

    $lines = @($script:seen.Said -split '\r?\n' | Where-Object { $_ -like 'What if: *' })
    $lines.Count | Should -Be $Name.Count
    foreach ($one in $Name) {
        @($lines | Where-Object { $_.Contains($one) }).Count | Should -Be 1 -Because $one
    }

    $script:seen.Output | Should -BeNullOrEmpty
    Get-SimulatorRequest | Where-Object { $_.action -notlike 'get*' } | Should -BeNullOrEmpty
}

function Assert-Key {
    # Whose key the requests were signed with.
    param([string[]] $AccessKey)

    Get-SimulatorRequest | ForEach-Object accessKey | Sort-Object -Unique | Should -Be @($AccessKey | Sort-Object)
}

function Assert-Profile {
    # What the file holds.
    param([string[]] $Name)

    Get-NcpProfile | ForEach-Object ProfileName | Should -Be $Name
}

function Get-Section {
    param([string] $Name)

    return [regex]::Match((Read-ConfigureFile), "(?ms)^\[$Name\]\r?\n(.*?)(?=^\[|\z)").Groups[1].Value
}

function Get-Text {
    return $script:seen.Output | Out-String -Width 200
}

function Assert-Failed {
    # One error, about the number that no server has.
    $script:seen.Errors | ForEach-Object TargetObject | Should -Be '99'
}

function Assert-HelpExample {
    <#
    .SYNOPSIS
        Compares what came out of an example with what its title says.
    #>
    param(
        [Parameter(Mandatory)] [string] $Command,
        [Parameter(Mandatory)] [string] $Title,
        # Output, Errors, Said, and Variables by name.
        [Parameter(Mandatory)] $Seen,
        # The servers that there were before the example.
        [Parameter(Mandatory)] [object[]] $Fleet
    )

    $script:seen = $Seen
    $script:fleet = $Fleet
    $check = (Get-HelpExpectation)["$Command, $Title"]
    $check | Should -Not -BeNullOrEmpty -Because "something must be expected of '$Command, $Title'"
    if ("$check" -notmatch 'Assert-Failed') {
        $Seen.Errors | Should -BeNullOrEmpty
    }

    & $check
}

function Get-HelpExpectation {
    <#
    .SYNOPSIS
        Everything that is expected, by cmdlet and title.
    #>
    $all = @{}
    foreach ($file in Get-ChildItem (Join-Path $PSScriptRoot 'Expectations') -Filter *.ps1) {
        $commands = . $file.FullName
        foreach ($command in $commands.Keys) {
            $commands[$command].Keys | ForEach-Object { $all["$command, $_"] = $commands[$command][$_] }
        }
    }

    return $all
}

Export-ModuleMember -Function Assert-HelpExample, Get-HelpExpectation
