# The readme and the about_ topics are what people try first: what they print is run as printed, and what they name and link to has to
# exist.
BeforeDiscovery {
    $root = Split-Path (Split-Path $PSScriptRoot)
    # Windows PowerShell has no jobs of threads by itself.
    $unsafe = @(
        if (-not (Test-TemporaryHome)) { 'Set-NcpProfile' }
        if (-not (Get-Command Start-ThreadJob -ErrorAction Ignore)) { 'Start-ThreadJob' }
        '(?!)'
    ) -join '|'
    $fence = '(?ms)^(?<indent> *)```(?<language>\w*)\n(?<code>.*?)^\k<indent>```$'
    function Get-Document([string] $Path) {
        $text = [IO.File]::ReadAllText((Join-Path $root $Path)) -replace "`r"
        $blocks = @(foreach ($match in [regex]::Matches($text, $fence)) {
            @{
                Line     = ($text.Substring(0, $match.Index) -split "`n").Count
                Language = $match.Groups['language'].Value
                Code     = $match.Groups['code'].Value -replace "(?m)^$($match.Groups['indent'].Value)"
            }
        })
        $powershell = @($blocks | Where-Object { $_.Language -eq 'powershell' })
        @{
            Name       = Split-Path $Path -Leaf
            Path       = $Path
            Root       = $root
            Text       = $text
            Prose      = [regex]::Replace($text, $fence, '')
            Blocks     = $blocks
            Powershell = $powershell
            # What is pasted at a prompt; a whole script has an exit, and is run as one. Signatures are a matter of Windows alone.
            Typed      = @($powershell | Where-Object { $_.Code -notmatch "\./build\.ps1|(?m)^ *exit |-ScheduledTask|AuthenticodeSignature|$unsafe" })
        }
    }

    $script:documents = @(foreach ($name in 'README.md', 'README.ko.md') {
        $document = Get-Document $name
        $signs = './build.ps1', 'Start-Transcript', '-ScheduledTask'
        $document.Install, $document.Evening, $document.Registered = foreach ($sign in $signs) {
            @($document.Powershell | Where-Object { $_.Code.Contains($sign) })[0]
        }
        $document.Shell = @($document.Blocks | Where-Object { $_.Language -eq 'shell' } |
                ForEach-Object { $_.Code.Trim() -split '\n' -replace '\s+#.*' })
        $document
    })
    $script:documents[0].Other, $script:documents[1].Other = $script:documents[1], $script:documents[0]
    # In one language: a test of the help sees to it that the other one has the same code.
    $script:topics = @(Get-ChildItem (Join-Path $root 'src/NcloudServer.Help/en-US') -Filter about_*.md |
            ForEach-Object { Get-Document "src/NcloudServer.Help/en-US/$($_.Name)" })
    $script:pages = $script:documents +
        @('.github/CONTRIBUTING.md', 'tests/NcloudServer.Benchmarks/README.md' | ForEach-Object { Get-Document $_ })
}

Describe 'What people read first' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot 'ReadmeExpectations.psm1')
        $script:id = 'SIMULATORROLEKEY0001'
        $script:secret = 'SimulatorRoleSecret000000000000000000001'
        $script:folder = Join-Path $env:HOME ([IO.Path]::GetRandomFileName())
        # What a block may set for its session is set for the whole process.
        $script:environment = @{
            NCLOUD_ACCESS_KEY_ID = $env:NCLOUD_ACCESS_KEY_ID; NCLOUD_SECRET_ACCESS_KEY = $env:NCLOUD_SECRET_ACCESS_KEY
            # A job has a session of its own, which finds the module where modules are.
            PSModulePath = (Split-Path (Split-Path (Get-ModulePath))) + [IO.Path]::PathSeparator + $env:PSModulePath
        }

        # What can't be there: a person at a prompt, a vault, and the Task Scheduler, whose parameters have the types of the real ones.
        $script:standIns = @'
$given = New-Object Management.Automation.PSCredential '{0}', (New-Object Net.NetworkCredential '', '{1}').SecurePassword
$calls = @{{}}
function Get-Credential {{ [CmdletBinding()] param([Parameter(Position = 0)] $Name) $calls.Asked = $Name; $given }}
function Get-Secret {{ [CmdletBinding()] param([Parameter(Mandatory, Position = 0)] [string] $Name) $given }}
function New-ScheduledTaskAction {{
    [CmdletBinding()] param([string] $Execute, [string] $Argument, [string] $WorkingDirectory) $calls.Action = $PSBoundParameters
    'the action'
}}
function New-ScheduledTaskTrigger {{
    [CmdletBinding()] param([switch] $Daily, [datetime] $At) $calls.Trigger = $PSBoundParameters
    'the trigger'
}}
function Register-ScheduledTask {{
    [CmdletBinding()] param([string] $TaskName, $Action, $Trigger, [string] $User, [string] $Password) $calls.Task = $PSBoundParameters
    'the task'
}}
$PSDefaultParameterValues['*-Ncp*:PollingIntervalSec'] = 1
'@ -f $script:id, $script:secret

        function Invoke-Typed {
            # Statement after statement in one session, as they are pasted; what comes out of each stands by itself.
            param([string] $Code)

            $session = New-ModuleSession
            try {
                $null = $session.Shell.AddCommand('Set-Location').AddParameter('LiteralPath', $script:folder).
                    AddStatement().AddScript($script:standIns).Invoke()
                $problem = $null
                $tree = [Management.Automation.Language.Parser]::ParseInput($Code, [ref] $null, [ref] $problem)
                foreach ($statement in $tree.EndBlock.Statements) {
                    $session.Shell.Commands.Clear()
                    $said = $session.Console.Text.Length
                    $output = $session.Shell.AddScript((ConvertTo-SimulatorCode $statement.Extent.Text)).Invoke()
                    [pscustomobject]@{
                        Statement = $statement
                        Output    = @($output)
                        Said      = $session.Console.Text.Substring($said)
                        Errors    = @($session.Shell.Streams.Error)
                    }
                    $session.Shell.Streams.Error.Clear()
                }

                $problem | Should -BeNullOrEmpty
                $script:calls = $session.Shell.Runspace.SessionStateProxy.GetVariable('calls')
            } finally {
                Close-ModuleSession $session
            }
        }

        function Get-Expected {
            # What a person sees of a statement: Preview (-WhatIf), Nothing, File or Output.
            param($Statement)

            $last = if ($Statement -is [Management.Automation.Language.PipelineAst]) { $Statement.PipelineElements[-1] }
            if (-not $last -or ($Statement.PipelineElements.Count -eq 1 -and $last -isnot [Management.Automation.Language.CommandAst])) {
                return 'Nothing'
            }
            if ($last.Extent.Text -like '*-WhatIf') { return 'Preview' }
            switch -Regex ($last.GetCommandName()) {
                '^(Set|Remove)-' { return 'Nothing' }
                '^Export-' { return 'File' }
                default { return 'Output' }
            }
        }
    }

    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 0.3; bootSeconds = 0.3; rebootSeconds = 0.3; specChangeSeconds = 0.3 }
        Set-SimulatorRegion @{ code = 'KR'; servers = 500 }, @{ code = 'JPN'; servers = 50 }, @{ code = 'SGN'; servers = 5 }
        Set-SimulatorServer @{ number = '1234567' }, @{ number = '2345678' }, @{ number = '3456789'; regionCode = 'KR' }
        $null = New-Item -ItemType Directory $script:folder
        Set-Content (Join-Path $script:folder fleet.csv) 'ServerInstanceNo,RegionCode', '1234567,KR', '2000001,JPN'
        Set-Content (Join-Path $script:folder numbers.txt) '1234567', '1000001', '1000002'
    }

    AfterEach {
        Remove-Item $script:folder, (Join-Path $env:HOME .ncloud) -Recurse -Force -ErrorAction Ignore
    }

    # In one language: the other one has the same code, as a test below sees to.
    Context 'What <Path> prints for PowerShell' -ForEach ($script:documents[0], $script:topics | ForEach-Object { $_ } | Where-Object { $_.Typed }) {
        It 'is right in line <Line>' -ForEach $Typed {
            # Blocks that are about errors have some.
            $isAboutErrors = $Code -like '*$problems*'
            if ($isAboutErrors) {
                Set-SimulatorServer @{ number = '1000001'; operation = 'CHNG' }
            }

            # Each is looked at before the next one runs.
            $steps = @(Invoke-WithEnvironment $script:environment {
                    Invoke-Typed $Code | ForEach-Object {
                        if ((Get-Expected $_.Statement) -ne 'Nothing' -or $_.Statement.Extent.Text -match '^\w+-NcpProfile') {
                            Assert-ReadmeCommand $_.Statement.Extent.Text $_
                        }

                        $_
                    }
                })

            [bool]($steps | Where-Object { $_.Errors }) | Should -Be $isAboutErrors -Because "$($steps.Errors)"
            foreach ($step in $steps) {
                $text = $step.Statement.Extent.Text
                if ($isAboutErrors) {
                    $step.Errors | Where-Object { $_.TargetObject -ne '1000001' } | Should -BeNullOrEmpty -Because $text
                    "$($step.Output)" | Should -BeIn '', '1000001'
                    continue
                }

                $expected = Get-Expected $step.Statement
                ($step.Output.Count -gt 0) | Should -Be ($expected -eq 'Output') -Because $text
                ($step.Said -like '*What if: *') | Should -Be ($expected -eq 'Preview') -Because $text
                if ($text -like '*Export-Csv *') {
                    Import-Csv (Join-Path $script:folder stopped.csv) | ForEach-Object ServerInstanceNo |
                        Should -Be '1234567', '1000001', '1000002'
                }
            }

            if ($Code -match 'Get-Secret|-ProfileName prod') {
                Get-SimulatorRequest | ForEach-Object accessKey | Sort-Object -Unique | Should -Be $script:id
            }
        }
    }

    Context '<Name>, tried' -ForEach $script:documents[0] {
        BeforeAll {
            # What the script for the evening is started with: the line for cron says it, and the other schedulers are held against it.
            $script:cron = @($Blocks | Where-Object { $_.Code -like '0 20 *' })[0].Code.Trim()
            $script:arguments = $script:cron -replace '.*&& pwsh '
        }

        It 'installs the module where no module was ever installed, and over itself' {
            # The build of the clone is the one under test: building it again, from inside its test, would take it away.
            $copy = "`$null = New-Item -ItemType Directory -Force output; Copy-Item '$(Split-Path (Get-ModulePath))' output -Recurse -Force"
            Set-Content (Join-Path $script:folder build.ps1) $copy
            $target = Join-Path $script:folder 'a home/modules'
            foreach ($time in 'first', 'second') {
                $child = Invoke-ChildPowerShell @"
`$ErrorActionPreference = 'Stop'
Set-Location '$($script:folder)'
`$env:PSModulePath = '$target$([IO.Path]::PathSeparator)' + `$env:PSModulePath
$($Install.Code)
(Get-Module NcloudServer).Path
"@
                $child.ExitCode | Should -Be 0 -Because "$time, $($child.Text)"
                $child.Text.Trim() | Should -BeLike (Join-Path $target 'NcloudServer*NcloudServer.psm1')
                Join-Path $target 'NcloudServer/NcloudServer' | Should -Not -Exist
            }
        }

        It 'has a script for the evening that ends with <ExitCode> when <When>' -ForEach @(
            @{ When = 'all servers stop'; ExitCode = 0; Row = '2000002,JPN'; Key = @{}; Logged = '1234567', '2000001', '2000002' }
            @{ When = 'one of them does not exist'; ExitCode = 1; Row = '99,KR'; Key = @{}; Logged = '1234567', '2000001', '99' }
            @{ When = 'the key is wrong'; ExitCode = 1; Row = '2000002,JPN'; Key = @{ NCLOUD_SECRET_ACCESS_KEY = 'wrong' }; Logged = @() }
        ) {
            Add-Content (Join-Path $script:folder fleet.csv) $Row
            Set-Content (Join-Path $script:folder stop-evening.ps1) $Evening.Code -Encoding UTF8
            $engine = Get-EnginePath
            $variables = $Key +
                @{ PSModulePath = (Split-Path (Split-Path (Get-ModulePath))) + [IO.Path]::PathSeparator + $env:PSModulePath }

            Push-Location $script:folder
            try {
                $ErrorActionPreference = 'Continue'
                $text = Invoke-WithEnvironment $variables { & $engine ($script:arguments -split ' ') 2>&1 | Out-String }
            } finally {
                Pop-Location
            }

            $LASTEXITCODE | Should -Be $ExitCode -Because $text
            Join-Path $script:folder stop-evening.log | Should -Exist
            $log = Get-Content (Join-Path $script:folder stop-evening.log) -Raw
            foreach ($number in $Logged) {
                $log | Should -Match "\b$number\b"
            }

            $stopped = @(Get-SimulatorServer '1234567', '2000001' | Where-Object { $_.status -eq 'NSTOP' })
            $stopped.Count | Should -Be $(if ($Logged) { 2 } else { 0 })
        }

        It 'gives every scheduler the command line that was tested' {
            $script:cron | Should -BeExactly '0 20 * * *  cd /opt/scripts && pwsh -NoProfile -NonInteractive -File stop-evening.ps1'

            $steps = Invoke-WithEnvironment @{ USERNAME = 'operator' } { Invoke-Typed $Registered.Code }

            $steps.Errors | Should -BeNullOrEmpty
            $script:calls.Action.Execute | Should -BeExactly 'pwsh.exe'
            $script:calls.Action.WorkingDirectory | Should -BeExactly 'C:\Scripts'
            $script:calls.Action.Argument.Replace('C:\Scripts\', '') | Should -BeExactly $script:arguments
            # The password is typed where it is not seen, for the user who runs this.
            $script:calls.Asked | Should -BeExactly 'operator'
            $script:calls.Trigger.Daily | Should -BeTrue
            $script:calls.Trigger.At.TimeOfDay | Should -Be ([TimeSpan] '20:00')
            $script:calls.Task | ConvertTo-Json -Compress | ConvertFrom-Json |
                ForEach-Object { $_.TaskName, $_.Action, $_.Trigger, $_.User, $_.Password } |
                    Should -Be 'Stop servers', 'the action', 'the trigger', $script:id, $script:secret
        }
    }

    Context '<Name>' -ForEach $script:documents {
        It 'prints commands for a shell that exist: <_>' -ForEach $Shell {
            switch -Regex ($_) {
                '^\./build\.ps1 -Task (\w+)$' {
                    $task = (Get-Command (Join-Path $Root build.ps1)).Parameters['Task'].Attributes | Where-Object { $_ -is [ValidateSet] }
                    $Matches[1] | Should -BeIn $task.ValidValues
                }
                '^dotnet run --project (\S+)$' { Join-Path $Root "$($Matches[1])/*.*proj" | Should -Exist }
                default { throw "Nothing is known of '$_'." }
            }
        }

        It 'prints the command that build machines run' {
            Get-Content (Join-Path $Root '.ci/run') | Select-Object -Last 1 | Should -BeIn $Shell
        }

        It 'says the same as the other language, and links to it' {
            # Comments are for people, so they are translated.
            $Blocks | ForEach-Object { $_.Code -replace '(?m)(^|\s+)# .*$' } |
                Should -BeExactly @($Other.Blocks | ForEach-Object { $_.Code -replace '(?m)(^|\s+)# .*$' })
            # Headings, rows of tables, items of lists.
            [regex]::Matches($Prose, '(?m)^(#+ |\||- |\d\. )').Value |
                Should -BeExactly ([regex]::Matches($Other.Prose, '(?m)^(#+ |\||- |\d\. )').Value)
            $Prose.Contains("]($($Other.Name))") | Should -BeTrue
        }

        It 'names every cmdlet, and links to every topic in its own language' {
            $language = @{ 'README.md' = 'en-US'; 'README.ko.md' = 'ko-KR' }[$Name]

            (Get-Module NcloudServer).ExportedCmdlets.Keys | Where-Object { -not $Text.Contains("``$_``") } | Should -BeNullOrEmpty
            Get-ChildItem (Join-Path $Root "src/NcloudServer.Help/$language") -Filter about_*.md |
                Where-Object { -not $Prose.Contains("](src/NcloudServer.Help/$language/$($_.Name))") } | Should -BeNullOrEmpty
        }

        It 'is a page, not a book' {
            ($Text -split '\s+').Count | Should -BeLessOrEqual 1600
        }
    }

    Context '<Path>' -ForEach $script:pages {
        It 'links to files that exist' {
            $folder = Split-Path (Join-Path $Root $Path)

            [regex]::Matches($Prose, '(?<=\]\()(?!\w+:|#)[^)#]+').Value | Where-Object { -not (Test-Path (Join-Path $folder $_)) } |
                Should -BeNullOrEmpty
        }
    }
}
