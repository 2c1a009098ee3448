BeforeDiscovery {
    function Get-Example {
        # Read from the file, since the examples have to be known before the tests run; a later test sees that the engine reads the same.
        $help = [xml](Get-Content (Join-Path (Split-Path (Get-ModulePath)) 'en-US/NcloudServer.dll-Help.xml') -Raw -Encoding UTF8)
        foreach ($command in $help.helpItems.command) {
            foreach ($example in $command.examples.example) {
                @{ Command = $command.details.name; Title = $example.title.Trim('- '); Code = $example.code }
            }
        }
    }

    $script:languages = 'en-US', 'ko-KR'
    $script:examples = @(Get-Example)
    $script:commands = foreach ($language in $script:languages) {
        Get-Command -Module NcloudServer | ForEach-Object { @{ Name = $_.Name; Language = $language } }
    }
    $script:topics = foreach ($language in $script:languages) {
        Get-ChildItem (Join-Path (Split-Path (Split-Path $PSScriptRoot)) "src/NcloudServer.Help/$language") -Filter about_*.md |
            ForEach-Object { @{ Name = $_.BaseName; Language = $language; Source = $_.FullName } }
    }
}

BeforeAll {
    # What the engine itself shows, in a process of that language: the place of the files is as much under test as what they say.
    $script:shown = @{}
    foreach ($language in 'en-US', 'ko-KR') {
        # A file, since the text would have to pass the console's encoding otherwise.
        $file = Join-Path $TestDrive "$language.xml"
        $child = Invoke-ChildPowerShell @"
            [Threading.Thread]::CurrentThread.CurrentUICulture = '$language'
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
                        Text = Get-Text `$parameter.description; Type = "`$(`$parameter.type.name)"; Required = "`$(`$parameter.required)"; Default = "`$(`$parameter.defaultValue)"
                        Position = "`$(`$parameter.position)"; Pipeline = "`$(`$parameter.pipelineInput)"; Aliases = "`$(`$parameter.aliases)"; Globbing = "`$(`$parameter.globbing)"
                    }
                }

                `$commands[`$name] = @{
                    Synopsis = `$help.Synopsis; Description = Get-Text `$help.description; Parameters = `$parameters
                    Codes = @(`$help.examples.example | ForEach-Object { `$_.code }); Remarks = @(`$help.examples.example | ForEach-Object { Get-Text `$_.remarks })
                    Inputs = (`$help.inputTypes | Out-String -Width 500); Outputs = (`$help.returnValues | Out-String -Width 500)
                    Links = @(`$help.relatedLinks.navigationLink | ForEach-Object { "`$(`$_.linkText) `$(`$_.uri)".Trim() })
                    Full = (`$help | Out-String -Width 200); Examples = (Get-Help `$name -Examples | Out-String -Width 200)
                    EachParameter = (Get-Help `$name -Parameter * | Out-String -Width 200); Short = (& `$name -? | Out-String -Width 200)
                }
            }

            `$topics = @{}
            foreach (`$topic in Get-ChildItem '$(Split-Path (Get-ModulePath))/$language' -Filter about_*.help.txt) {
                `$name = `$topic.Name.Replace('.help.txt', '')
                `$topics[`$name] = Get-Help `$name | Out-String -Width 500
            }

            @{ Commands = `$commands; Topics = `$topics } | Export-Clixml '$file' -Depth 5
"@
        if ($child.ExitCode -ne 0) {
            throw $child.Text
        }

        $script:shown[$language] = Import-Clixml $file
    }

    function Get-Shown($Language, $Command) {
        return $script:shown[$Language].Commands[$Command]
    }

    function Test-Hidden($Parameter) {
        return [bool]($Parameter.Attributes | Where-Object { $_ -is [Parameter] -and $_.DontShow })
    }

    function Get-OwnParameter($Command) {
        # Without the common ones, which the engine describes, and those that are there for the pipeline alone.
        $Command.Parameters.Values | Where-Object { ($_.Name -in 'WhatIf', 'Confirm' -or $Command.ImplementingType.GetProperty($_.Name)) -and -not (Test-Hidden $_) }
    }

    function Get-CodeBlock($Language, $Topic) {
        $source = Get-Content (Join-Path (Split-Path (Split-Path $PSScriptRoot)) "src/NcloudServer.Help/$Language/$Topic.md") -Raw -Encoding UTF8
        # Comments are for people, so they are translated.
        [regex]::Matches($source, '(?ms)^```powershell\r?\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value -replace '(?m)\s+# .*$' }
    }

    function Test-Word($Text, $Word) {
        # Not \b: a Korean particle follows its word without a space.
        return $Text -match "(?<![A-Za-z0-9_])$([regex]::Escape($Word))(?![A-Za-z0-9_])"
    }
}

Describe 'The help of <Name> in <Language>' -ForEach $script:commands {
    BeforeAll {
        $script:help = Get-Shown $Language $Name
    }

    It 'has a synopsis, a description, inputs, outputs and links' {
        $script:help.Synopsis | Should -Not -Match "^\s*$Name"
        $script:help.Synopsis | Should -Match '\w+[.]\s*$'
        $script:help.Description.Length | Should -BeGreaterThan 60
        $script:help.Inputs | Should -Match '\w{2,}'
        $script:help.Outputs | Should -Match '\w{2,}'
        $script:help.Links | Should -Contain 'about_NcloudServer'
        if ((Get-Command $Name).HelpUri) {
            $script:help.Links[0] | Should -Match ' https://api\.ncloud-docs\.com/docs/' -Because '-Online opens the first link that has an address'
        }
    }

    It 'is in its own language' {
        $texts = @($script:help.Synopsis, $script:help.Description) + $script:help.Remarks + @($script:help.Parameters.Values | ForEach-Object { $_.Text })
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
        (Get-Command $Name).Parameters.Values | Where-Object { Test-Hidden $_ } | Where-Object { -not (Test-Word $script:help.Inputs $_.Name) } | Should -BeNullOrEmpty
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

            $accepted | Where-Object { -not (Test-Word $script:help.Parameters[$parameter.Name].Text $_) } | ForEach-Object { "-$($parameter.Name): $_" }
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
            $expected.Keys | Where-Object { $shown.$_ -ne $expected.$_ } | ForEach-Object { "-$($parameter.Name), ${_}: '$($shown.$_)' instead of '$($expected.$_)'" }
        }

        $wrong | Should -BeNullOrEmpty
    }

    It 'says the same in both languages, apart from the language' {
        $other = Get-Shown (@('en-US', 'ko-KR') -ne $Language)[0] $Name

        $script:help.Codes | Should -Be $other.Codes
        $script:help.Parameters.Keys | Sort-Object | Should -Be ($other.Parameters.Keys | Sort-Object)
        $script:help.Links.Count | Should -Be $other.Links.Count
    }
}

Describe 'The help of the connection in <_>' -ForEach $script:languages {
    It 'is the same for every cmdlet that has a connection' {
        $language = $_
        $different = foreach ($name in 'Credential', 'ProfileName', 'EndpointUrl', 'TimeoutSec', 'MaximumRetryCount', 'Proxy', 'ProxyCredential') {
            $texts = Get-Command -Module NcloudServer | Where-Object { $_.ImplementingType.IsSubclassOf([NcloudServer.Commands.NcpCommandBase]) } |
                ForEach-Object { (Get-Shown $language $_.Name).Parameters[$name].Text } | Select-Object -Unique
            if (@($texts).Count -ne 1) {
                $name
            }
        }

        $different | Should -BeNullOrEmpty
    }
}

Describe 'An example of the help' {
    BeforeAll {
        function Initialize-Example {
            # What the examples presuppose: two files, a saved key, a profile and one without a secret, and servers that are quick and not all running.
            Reset-Simulator
            Set-SimulatorTime @{ bootSeconds = 0.2; shutdownSeconds = 0.2; rebootSeconds = 0.2 }
            Set-SimulatorServer @{ number = '1000901'; status = 'NSTOP' }, @{ number = '3000001'; regionCode = 'SGN'; status = 'NSTOP' }
            Set-Content fleet.csv 'ServerInstanceNo,RegionCode', '1000301,KR', '2000001,JPN'
            Set-Content numbers.txt '1000401', '1000402', '99'
            ConvertTo-Credential $env:NCLOUD_ACCESS_KEY_ID $env:NCLOUD_SECRET_ACCESS_KEY | Export-Clixml key.xml
            $null = New-Item -ItemType Directory -Force (Join-Path $env:HOME '.ncloud')
            Set-Content (Join-Path $env:HOME '.ncloud/configure') '[prod]', "ncloud_access_key_id = $env:NCLOUD_ACCESS_KEY_ID",
                "ncloud_secret_access_key = $env:NCLOUD_SECRET_ACCESS_KEY", "ncloud_api_url = $env:NCLOUD_API_GW",
                '[test-1]', "ncloud_access_key_id = $env:NCLOUD_ACCESS_KEY_ID"
        }

        function Invoke-Example([string] $Code) {
            # Nobody answers a question here, and the service is never so far away that five seconds between two looks make sense.
            $PSDefaultParameterValues = @{ '*-Ncp*:PollingIntervalSec' = 1 }
            return Invoke-Recorded ([scriptblock]::Create($Code))
        }
    }

    BeforeEach {
        Push-Location $TestDrive
        Initialize-Example
        # An administrator types the key where the example asks for one. The code runs in the module of Invoke-Recorded.
        Mock Get-Credential -ModuleName Session { ConvertTo-Credential $env:NCLOUD_ACCESS_KEY_ID $env:NCLOUD_SECRET_ACCESS_KEY }
    }

    AfterEach {
        Pop-Location
        Remove-Item (Join-Path $env:HOME '.ncloud') -Recurse -Force
    }

    It 'runs as it is printed: <Command>, <Title>' -ForEach $script:examples {
        if ($Code -match '-NcpProfile|-ProfileName' -and [Environment]::GetFolderPath('UserProfile') -ne $env:HOME) {
            Set-ItResult -Skipped -Because 'Windows finds the home directory without asking the environment: the real profiles would be read and written'
        }

        $result = Invoke-Example $Code

        $result.Thrown | Should -BeNullOrEmpty
        # Only numbers.txt has a number that no server has; an example that reads it either collects the error or says that there is one.
        $expected = if ($Code -match 'numbers\.txt' -and $Code -notmatch 'SilentlyContinue') { 1 } else { 0 }
        $result.Errors.Count | Should -Be $expected
        if ($Code -match 'Export-Csv (\S+)') {
            @(Import-Csv $Matches[1]).Count | Should -BeGreaterThan 0
        } elseif ($Code -match '-WhatIf') {
            $result.Output | Should -BeNullOrEmpty
            Get-SimulatorRequest | Where-Object { $_.action -notlike 'get*' } | Should -BeNullOrEmpty
        } elseif ($Command -notmatch '^(Set|Remove)-') {
            $result.Output.Count | Should -BeGreaterThan 0
        }
    }
}

Describe '<Name> in <Language>' -ForEach $script:topics {
    BeforeAll {
        $script:about = $script:shown[$Language].Topics[$Name]
        $script:blocks = @(Get-CodeBlock $Language $Name)
    }

    It 'is found, in its own language, and says in a line what it is about' {
        $script:about | Should -Match "(?m)^ +$Name\r?$"
        [bool]($script:about -match '\p{IsHangulSyllables}') | Should -Be ($Language -eq 'ko-KR')
        # Get-Help about_* shows the fifth line as the synopsis, and that line alone.
        $lines = $script:about.Trim() -split '\r?\n'
        $lines[4] | Should -Match '^    \w.*[.]$'
        $lines[5] | Should -BeNullOrEmpty
    }

    It 'comes out of the Markdown whole' {
        # What the generator breaks: tables, emphasis and links in a paragraph become fragments.
        $prose = [regex]::Replace((Get-Content $Source -Raw -Encoding UTF8), '(?ms)^```.*?^```', '')
        [regex]::Matches($prose, '(?m)^\||\]\(|\*|`').Value | Should -BeNullOrEmpty
    }

    It 'shows code that PowerShell can read, with parameters that there are' {
        foreach ($block in $script:blocks) {
            $mistakes = $null
            $tree = [Management.Automation.Language.Parser]::ParseInput($block, [ref]$null, [ref]$mistakes)
            $mistakes | Should -BeNullOrEmpty
            foreach ($call in $tree.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] -and $args[0].GetCommandName() -like '*-Ncp*' }, $true)) {
                $known = (Get-Command $call.GetCommandName()).Parameters
                $call.CommandElements | Where-Object { $_ -is [Management.Automation.Language.CommandParameterAst] } |
                    Where-Object { -not $known.ContainsKey($_.ParameterName) } | Should -BeNullOrEmpty
            }
        }
    }

    It 'says the same in both languages, apart from the language' {
        $script:blocks | Should -Be @(Get-CodeBlock 'en-US' $Name)
        $outlines = foreach ($culture in 'en-US', 'ko-KR') {
            $text = Get-Content (Join-Path (Split-Path (Split-Path $Source)) "$culture/$Name.md") -Raw -Encoding UTF8
            , [regex]::Matches($text, '(?m)^(#+ |- |```\w*)').Value
        }
        $outlines[0] | Should -BeExactly $outlines[1]
    }

    It 'refers to commands and topics that there are' {
        $known = (Get-Command -Module NcloudServer).Name + $script:shown[$Language].Topics.Keys
        # The underscore is part of a topic's name; a Korean particle is not.
        [regex]::Matches($script:about, '[A-Z][a-z]+-Ncp[A-Za-z]+|about_NcloudServer(_[A-Za-z]+)?').Value |
            Where-Object { $_ -notin $known } | Should -BeNullOrEmpty
    }
}

Describe 'The topics in <_>' -ForEach $script:languages {
    BeforeAll {
        $script:all = $script:shown[$_].Topics
    }

    It 'name every error id in one place' {
        [Enum]::GetNames([NcloudServer.NcpErrorId]) | Where-Object { -not (Test-Word $script:all['about_NcloudServer_Errors'] $_) } | Should -BeNullOrEmpty
    }

    It 'begin with one that names every cmdlet and every other topic' {
        (Get-Command -Module NcloudServer).Name + $script:all.Keys | Where-Object { -not (Test-Word $script:all['about_NcloudServer'] $_) } | Should -BeNullOrEmpty
    }

    It 'name every variable that the module reads' {
        $variables = Get-ChildItem (Join-Path (Split-Path (Split-Path $PSScriptRoot)) src) -Recurse -Filter *.cs |
            Select-String '"(NCLOUD_[A-Z_]+)"' -AllMatches | ForEach-Object { $_.Matches } | ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique

        @($variables).Count | Should -BeGreaterThan 6
        $variables | Where-Object { -not (Test-Word ($script:all.Values -join "`n") $_) } | Should -BeNullOrEmpty
    }
}

Describe 'The script for a scheduled task in about_NcloudServer_ScheduledTasks' {
    BeforeAll {
        $script:job = @(@(Get-CodeBlock 'en-US' about_NcloudServer_ScheduledTasks) -match 'exit 1')
        # By its name a module is found only where modules are, and nobody wants to wait five seconds here.
        $script:text = "`$PSDefaultParameterValues['*-Ncp*:PollingIntervalSec'] = 1`n" + $script:job[0].Replace('Import-Module NcloudServer', "Import-Module '$(Get-ModulePath)'")
        $script:path = Join-Path $TestDrive 'stop-fleet.ps1'

        function Invoke-Job {
            $engine = (Get-Process -Id $PID).Path
            $ErrorActionPreference = 'Continue'
            $null = & $engine -NoProfile -NonInteractive -File $script:path 2>&1
            return $LASTEXITCODE
        }
    }

    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 0 }
        Remove-Item (Join-Path $TestDrive '*')
        Set-Content $script:path $script:text
    }

    It 'is the only one' {
        $script:job.Count | Should -Be 1
    }

    It 'is what the schedulers are told to run, in <_>' -ForEach 'en-US', 'ko-KR' {
        $source = Get-Content (Join-Path (Split-Path (Split-Path $PSScriptRoot)) "src/NcloudServer.Help/$_/about_NcloudServer_ScheduledTasks.md") -Raw -Encoding UTF8

        [regex]::Matches($source, '(?m)^(?:ExecStart=/usr/bin/)?pwsh (.*?)\r?$') | ForEach-Object { $_.Groups[1].Value } |
            Should -Be @('-NoProfile -NonInteractive -File stop-fleet.ps1', '-NoProfile -NonInteractive -File stop-fleet.ps1')
    }

    It 'ends with 0 when all has gone well' {
        Set-Content (Join-Path $TestDrive 'fleet.csv') 'ServerInstanceNo,RegionCode', '1000301,KR', '2000001,JPN'

        Invoke-Job | Should -Be 0
        @(Import-Csv (Join-Path $TestDrive 'stopped.csv')).ServerInstanceNo | Sort-Object | Should -Be '1000301', '2000001'
    }

    It 'ends with 1 when a number has failed, with every other outcome kept' {
        Set-Content (Join-Path $TestDrive 'fleet.csv') 'ServerInstanceNo,RegionCode', '99,KR', '1000301,KR', '2000001,JPN'

        Invoke-Job | Should -Be 1
        @(Import-Csv (Join-Path $TestDrive 'stopped.csv')).ServerInstanceNo | Sort-Object | Should -Be '1000301', '2000001'
        Get-Content (Join-Path $TestDrive 'problems.txt') | Should -BeLike '99: *'
    }

    It 'ends with 1 when <Name>' -ForEach @(
        @{ Name = 'there is no key'; Variable = @{ NCLOUD_ACCESS_KEY_ID = $null; NCLOUD_SECRET_ACCESS_KEY = $null }; Fleet = 'ServerInstanceNo', '1000301' }
        @{ Name = 'the service does not accept the key'; Variable = @{ NCLOUD_SECRET_ACCESS_KEY = 'another' }; Fleet = 'ServerInstanceNo', '1000301' }
        @{ Name = 'there is no file'; Variable = @{}; Fleet = $null }
    ) {
        if ($Fleet) {
            Set-Content (Join-Path $TestDrive 'fleet.csv') $Fleet
        }

        Invoke-WithEnvironment $Variable { Invoke-Job } | Should -Be 1
    }
}

Describe 'The help files of the module' {
    It 'are what the Markdown gives' {
        if (-not (Get-Module platyPS -ListAvailable)) {
            Set-ItResult -Skipped -Because 'platyPS is not installed'
        }

        $root = Split-Path (Split-Path $PSScriptRoot)
        # In a process of its own: platyPS brings DLLs that no test should meet.
        $child = Invoke-ChildPowerShell "& '$(Join-Path $root 'build.ps1')' -Task Help -HelpPath '$TestDrive/help'"

        $child.ExitCode | Should -Be 0 -Because $child.Text
        $made = @(Get-ChildItem "$TestDrive/help" -Recurse -File)
        # One file for all cmdlets, and one for each topic.
        $made.Count | Should -Be (2 + @(Get-ChildItem (Join-Path $root 'src/NcloudServer.Help') -Recurse -Filter about_*.md).Count)
        $stale = Compare-Object @(Get-ChildItem (Join-Path $root 'module/*/*') -File | ForEach-Object { "$($_.Directory.Name)/$($_.Name)" }) @($made | ForEach-Object { "$($_.Directory.Name)/$($_.Name)" })
        $stale | Should -BeNullOrEmpty
        foreach ($file in $made) {
            $committed = Join-Path $root "module/$($file.Directory.Name)/$($file.Name)"
            # Git chooses the line ends, so they say nothing.
            (Get-Content $file.FullName -Encoding UTF8) -join "`n" | Should -BeExactly ((Get-Content $committed -Encoding UTF8) -join "`n") -Because "$committed has to be made anew with build.ps1 -Task Help"
        }
    }

    It 'send nobody to a page that is not the API''s' {
        foreach ($command in Get-Command -Module NcloudServer -Noun Ncp[RS]*) {
            $command.HelpUri | Should -Match '^https://api\.ncloud-docs\.com/docs/en/compute-vserver-server-[a-z-]+$'
        }
    }
}
