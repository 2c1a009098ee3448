# The code that the help shows, for tests that run it.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$script:source = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'src/NcloudServer.Help'

function Get-CodeBlock {
    <# .SYNOPSIS The PowerShell code of a topic's source. Comments are for people, and therefore translated: they are left out. #>
    param([Parameter(Mandatory)] [string] $Language, [Parameter(Mandatory)] [string] $Topic)

    $text = Get-Content (Join-Path $script:source "$Language/$Topic.md") -Raw -Encoding UTF8
    [regex]::Matches($text, '(?ms)^```powershell\r?\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value -replace '(?m)\s+# .*$' }
}

Export-ModuleMember -Function *
