# What the tests of the help have in common: what the engine shows of it, and what the code has.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$script:source = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'src/NcloudServer.Help'
$script:shown = @{}

function Read-ShownHelp {
    # In a process of that language: the place of the files is as much under test as what they say.
    param([string] $Language)

    # A file, since the text would have to pass the console's encoding otherwise.
    $file = [IO.Path]::GetTempFileName()
    try {
        $child = Invoke-ChildPowerShell @"
            [Threading.Thread]::CurrentThread.CurrentUICulture = '$Language'
            `$ErrorActionPreference = 'Stop'
            Import-Module '$(Get-ModulePath)'
            function Get-Text(`$Lines) { (@(`$Lines) | ForEach-Object { `$_.Text }) -join ' ' }
            `$commands = @{}
            foreach (`$command in Get-Command -Module NcloudServer) {
                `$name = `$command.Name
                `$help = Get-Help `$name -Full
                `$parameters = @{}
                foreach (`$parameter in @(`$help.parameters.parameter)) {
                    `$parameters[`$parameter.name] = @{
                        Text = Get-Text `$parameter.description; Type = "`$(`$parameter.type.name)"
                        Required = "`$(`$parameter.required)"; Default = "`$(`$parameter.defaultValue)"
                        Position = "`$(`$parameter.position)"
                        Pipeline = "`$(`$parameter.pipelineInput)"; Aliases = "`$(`$parameter.aliases)"
                        Globbing = "`$(`$parameter.globbing)"
                    }
                }

                `$commands[`$name] = @{
                    Synopsis = `$help.Synopsis; Description = Get-Text `$help.description; Parameters = `$parameters
                    Codes = @(`$help.examples.example | ForEach-Object { `$_.code })
                    Remarks = @(`$help.examples.example | ForEach-Object { Get-Text `$_.remarks })
                    Inputs = (`$help.inputTypes | Out-String -Width 500); Outputs = (`$help.returnValues | Out-String -Width 500)
                    Links = @(`$help.relatedLinks.navigationLink | ForEach-Object { "`$(`$_.linkText) `$(`$_.uri)".Trim() })
                    Full = (`$help | Out-String -Width 200); Examples = (Get-Help `$name -Examples | Out-String -Width 200)
                    EachParameter = (Get-Help `$name -Parameter * | Out-String -Width 200); Short = (& `$name -? | Out-String -Width 200)
                }
            }

            `$topics = @{}
            foreach (`$topic in Get-ChildItem '$(Split-Path (Get-ModulePath))/$Language' -Filter about_*.help.txt) {
                `$name = `$topic.Name.Replace('.help.txt', '')
                `$topics[`$name] = Get-Help `$name | Out-String -Width 500
            }

            @{ Commands = `$commands; Topics = `$topics } | Export-Clixml '$file' -Depth 5
"@
        if ($child.ExitCode -ne 0) {
            throw $child.Text
        }

        return Import-Clixml $file
    } finally {
        Remove-Item $file
    }
}

function Get-ShownHelp {
    <# .SYNOPSIS What Get-Help shows of cmdlets and topics in a language. It is read once. #>
    param([Parameter(Mandatory)] [string] $Language)

    if (-not $script:shown.ContainsKey($Language)) {
        $script:shown[$Language] = Read-ShownHelp $Language
    }

    return $script:shown[$Language]
}

function Test-Hidden {
    param($Parameter)

    return [bool]($Parameter.Attributes | Where-Object { $_ -is [Parameter] -and $_.DontShow })
}

function Get-OwnParameter {
    <# .SYNOPSIS A cmdlet's parameters, without the common ones, which the engine describes, and those for the pipeline alone. #>
    param([Parameter(Mandatory)] $Command)

    $Command.Parameters.Values | Where-Object {
        ($_.Name -in 'WhatIf', 'Confirm' -or $Command.ImplementingType.GetProperty($_.Name)) -and -not (Test-Hidden $_)
    }
}

function Get-CodeBlock {
    <# .SYNOPSIS The PowerShell code of a topic's source. Comments are for people, and therefore translated: they are left out. #>
    param([Parameter(Mandatory)] [string] $Language, [Parameter(Mandatory)] [string] $Topic)

    $text = Get-Content (Join-Path $script:source "$Language/$Topic.md") -Raw -Encoding UTF8
    [regex]::Matches($text, '(?ms)^```powershell\r?\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value -replace '(?m)\s+# .*$' }
}

function Test-Word {
    <# .SYNOPSIS Whether a word stands in a text. Not \b: a Korean particle follows its word without a space. #>
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Text, [Parameter(Mandatory)] [string] $Word)

    return $Text -match "(?<![A-Za-z0-9_])$([regex]::Escape($Word))(?![A-Za-z0-9_])"
}

Export-ModuleMember -Function *
