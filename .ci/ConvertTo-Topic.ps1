#Requires -Version 5.1
<#
.SYNOPSIS
    Makes the text of an about_ topic, as Get-Help shows it, from its Markdown.
.DESCRIPTION
    Prose is wrapped at 80 columns, of which a Hangul syllable takes two. Code stays as it is.
.PARAMETER Path
    The Markdown.
#>
[CmdletBinding()]
[OutputType([string])]
param(
    [Parameter(Mandatory)]
    [string] $Path
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

function Get-Width {
    param([string] $Text)

    return $Text.Length + [regex]::Matches($Text, '[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]').Count
}

function Format-Prose {
    # The lines below the first one of an item begin where its text does.
    param([string] $Text)

    $hanging = if ($Text.StartsWith('- ')) { '      ' } else { '    ' }
    $line = '   '
    foreach ($word in $Text -split ' ') {
        if ($line.Trim() -and (Get-Width "$line $word") -gt 80) {
            $line
            $line = $hanging + $word
        } else {
            $line += " $word"
        }
    }

    $line
}

# A list stands together, as the code of a block does.
$kinds = '# (?<heading>.+)', '```\w*\n(?<code>(?s:.*?))^```', '(?:- .+\n?)+', '[^#\s].*'
$blocks = [regex]::Matches(([IO.File]::ReadAllText($Path) -replace "`r"), "(?m)^(?:$($kinds -join '|'))`$")
'TOPIC'
"    $([IO.Path]::GetFileNameWithoutExtension($Path))"
$isFirst = $true
foreach ($block in $blocks | Select-Object -Skip 1) {
    $heading = $block.Groups['heading'].Value
    if ($heading -or -not $isFirst) {
        ''
    }

    $isFirst = [bool] $heading
    if ($heading) {
        $heading
    } elseif ($block.Groups['code'].Success) {
        $block.Groups['code'].Value.TrimEnd() -split "`n" | ForEach-Object { "    $_".TrimEnd() }
    } else {
        $block.Value.TrimEnd() -split "`n" | ForEach-Object { Format-Prose $_ }
    }
}
