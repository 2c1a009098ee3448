BeforeDiscovery {
    $script:languages = 'en-US', 'ko-KR'
    $script:commands = foreach ($language in $script:languages) {
        Get-Command -Module NcloudServer | ForEach-Object { @{ Name = $_.Name; Language = $language } }
    }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'HelpText.psm1')
}

Describe 'The help of <Name> in <Language>' -ForEach $script:commands {
    BeforeAll {
        $script:help = (Get-ShownHelp $Language).Commands[$Name]
    }

    It 'has a synopsis, a description, inputs, outputs and links' {
        $script:help.Synopsis | Should -Not -Match "^\s*$Name"
        $script:help.Synopsis | Should -Match '\w+[.]\s*$'
        $script:help.Description.Length | Should -BeGreaterThan 60
        $script:help.Inputs | Should -Match '\w{2,}'
        $script:help.Outputs | Should -Match '\w{2,}'
        $script:help.Links | Should -Contain 'about_NcloudServer'
        if ((Get-Command $Name).HelpUri) {
            $script:help.Links[0] |
                Should -Match ' https://api\.ncloud-docs\.com/docs/' -Because '-Online opens the first link that has an address'
        }
    }

    It 'is in its own language' {
        $texts = @($script:help.Synopsis, $script:help.Description) + $script:help.Remarks +
            @($script:help.Parameters.Values | ForEach-Object { $_.Text })
        $korean = @($texts | Where-Object { $_ -match '\p{IsHangulSyllables}' }).Count

        $korean | Should -Be @(0, $texts.Count)[[int]($Language -eq 'ko-KR')]
    }

    It 'has four examples or more, each with an explanation' {
        $script:help.Codes.Count | Should -BeGreaterOrEqual 4
        $script:help.Remarks | Where-Object { $_ -notmatch '\w{2,}' } | Should -BeNullOrEmpty
        $script:help.Codes | Where-Object { $_ -notmatch $Name } | Should -BeNullOrEmpty
    }

    It 'comes with -Full, -Examples, -Parameter and -?' {
        foreach ($view in 'Full', 'Short') {
            $script:help.$view | Should -Match ([regex]::Escape($script:help.Synopsis.Trim().Substring(0, 12)))
        }

        $script:help.Examples | Should -Match ([regex]::Escape($script:help.Codes[0].Split("`n")[0]))
        foreach ($parameter in Get-OwnParameter (Get-Command $Name)) {
            $script:help.Full | Should -Match "-$($parameter.Name)\b"
            $script:help.EachParameter | Should -Match "-$($parameter.Name)\b"
        }
    }

    It 'describes each parameter, and none that there is not' {
        $own = Get-OwnParameter (Get-Command $Name)

        $script:help.Parameters.Keys | Sort-Object | Should -Be ($own.Name | Sort-Object)
        $script:help.Parameters.Keys | Where-Object { $script:help.Parameters[$_].Text -notmatch '\w{2,}.*[.]$' } | Should -BeNullOrEmpty
    }

    It 'describes a hidden parameter with the input, since it is there for the pipeline' {
        (Get-Command $Name).Parameters.Values | Where-Object { Test-Hidden $_ } |
            Where-Object { -not (Test-Word $script:help.Inputs $_.Name) } | Should -BeNullOrEmpty
    }

    It 'names the ranges and the values that the code accepts' {
        $missing = foreach ($parameter in Get-OwnParameter (Get-Command $Name)) {
            $accepted = foreach ($attribute in $parameter.Attributes) {
                if ($attribute -is [ValidateRange]) {
                    $attribute.MinRange
                    $attribute.MaxRange
                } elseif ($attribute -is [ValidateSet]) {
                    $attribute.ValidValues
                }
            }

            $accepted | Where-Object { -not (Test-Word $script:help.Parameters[$parameter.Name].Text $_) } |
                ForEach-Object { "-$($parameter.Name): $_" }
        }

        $missing | Should -BeNullOrEmpty
    }

    It 'names the defaults that the code has, and the units' {
        $command = Get-Command $Name
        $fresh = [Activator]::CreateInstance($command.ImplementingType)
        $missing = foreach ($parameter in Get-OwnParameter $command) {
            $shown = $script:help.Parameters[$parameter.Name]
            $property = $command.ImplementingType.GetProperty($parameter.Name)
            # What has to be given has no default, whatever its property begins with.
            $mandatory = $parameter.Attributes | Where-Object { $_ -is [Parameter] -and $_.Mandatory }
            $default = if ($property -and -not $mandatory) { "$($property.GetValue($fresh))" } else { 'False' }
            if ($default -in '', 'False') {
                if ($shown.Default -notin 'None', 'False') {
                    "-$($parameter.Name): $($shown.Default), while there is no default"
                }
            } elseif ($shown.Default -ne $default -or -not (Test-Word $shown.Text $default)) {
                "-$($parameter.Name): $default"
            }

            # The second is the Korean word, in brackets.
            if ($parameter.Name -like '*Sec' -and $shown.Text -notmatch ' seconds|\(\uCD08\)') {
                "-$($parameter.Name): seconds"
            }
        }

        $missing | Should -BeNullOrEmpty
    }

    It 'agrees with the code on type, place, pipeline, aliases and wildcards' {
        $wrong = foreach ($parameter in Get-OwnParameter (Get-Command $Name)) {
            $sets = @($parameter.ParameterSets.Values)
            $ways = @(
                if ($sets | Where-Object { $_.ValueFromPipelineByPropertyName }) { 'ByPropertyName' }
                if ($sets | Where-Object { $_.ValueFromPipeline }) { 'ByValue' }
            )
            $position = $sets | Where-Object { $_.Position -ge 0 } | Select-Object -First 1 | ForEach-Object { $_.Position }
            $expected = @{
                Type     = $parameter.ParameterType.Name
                Required = "$([bool]($sets | Where-Object { $_.IsMandatory }))"
                Position = if ($null -eq $position) { 'named' } else { "$position" }
                Pipeline = if ($ways) { "True ($($ways -join ', '))" } else { 'False' }
                Aliases  = if ($parameter.Aliases) { $parameter.Aliases -join ', ' } else { 'none' }
                Globbing = "$([bool]($parameter.Attributes | Where-Object { $_ -is [Management.Automation.SupportsWildcardsAttribute] }))"
            }
            $shown = $script:help.Parameters[$parameter.Name]
            $expected.Keys | Where-Object { $shown.$_ -ne $expected.$_ } |
                ForEach-Object { "-$($parameter.Name), ${_}: '$($shown.$_)' instead of '$($expected.$_)'" }
        }

        $wrong | Should -BeNullOrEmpty
    }

    It 'says the same in both languages, apart from the language' {
        $other = (Get-ShownHelp (@('en-US', 'ko-KR') -ne $Language)[0]).Commands[$Name]

        $script:help.Codes | Should -Be $other.Codes
        $script:help.Parameters.Keys | Sort-Object | Should -Be ($other.Parameters.Keys | Sort-Object)
        $script:help.Links.Count | Should -Be $other.Links.Count
    }
}

Describe 'The help of the connection in <_>' -ForEach $script:languages {
    It 'is the same for every cmdlet that has a connection' {
        $language = $_
        $names = 'Credential', 'ProfileName', 'EndpointUrl', 'TimeoutSec', 'MaximumRetryCount', 'Proxy', 'ProxyCredential'
        $different = foreach ($name in $names) {
            $texts = Get-Command -Module NcloudServer |
                Where-Object { $_.ImplementingType.IsSubclassOf([NcloudServer.Commands.NcpCommandBase]) } |
                ForEach-Object { (Get-ShownHelp $language).Commands[$_.Name].Parameters[$name].Text } | Select-Object -Unique
            if (@($texts).Count -ne 1) {
                $name
            }
        }

        $different | Should -BeNullOrEmpty
    }
}
