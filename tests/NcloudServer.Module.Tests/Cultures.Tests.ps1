BeforeDiscovery {
    # Other calendars, separators, signs, and the letter i that is another one in capitals.
    $script:cultures = 'ar-SA', 'th-TH', 'de-DE', 'ko-KR', 'tr-TR'
}

Describe 'A session in another culture: <_>' -ForEach $script:cultures {
    BeforeAll {
        function Invoke-InCulture {
            # All that comes out, with what differs from run to run taken out of the texts.
            param([string] $Culture, [scriptblock] $Script, [hashtable] $Fault)

            Reset-Simulator
            Set-SimulatorTime @{ shutdownSeconds = 0 }
            if ($Fault) {
                Add-SimulatorFault $Fault
            }

            $session = New-ModuleSession
            try {
                $shell = $session.Shell.AddScript({
                        param($Culture, $Script)
                        [Globalization.CultureInfo]::CurrentCulture = $Culture
                        [Globalization.CultureInfo]::CurrentUICulture = $Culture
                        & ([scriptblock]::Create($Script))
                    }).AddArgument($Culture).AddArgument("$Script")
                $output = $shell.Invoke()
                return [pscustomobject]@{
                    Output  = @($output)
                    Errors  = @($shell.Streams.Error | ForEach-Object {
                            "$($_.FullyQualifiedErrorId) $($_.TargetObject) $($_.Exception.Message) $($_.ErrorDetails)"
                        })
                    Verbose = @($shell.Streams.Verbose | ForEach-Object {
                        $_.Message -replace '\d+(\.\d+)? ?m?s\b', 'some time' -replace '(?<=request id of .* is ).*', 'an id.'
                    })
                }
            } finally {
                Close-ModuleSession $session
            }
        }

        function Compare-Culture {
            param([string] $Culture, [scriptblock] $Script)

            $here = Invoke-InCulture $Culture $Script
            $usual = Invoke-InCulture 'en-US' $Script
            $here.Errors | Should -Be $usual.Errors
            $here.Verbose | Should -Be $usual.Verbose
            return $here
        }

        $script:culture = $_
    }

    It 'reads numbers, sizes and dates as they were written' {
        $read = Invoke-InCulture $script:culture { Get-NcpServerInstance 1000100 }
        $usual = Invoke-InCulture 'en-US' { Get-NcpServerInstance 1000100 }

        foreach ($name in 'ServerInstanceNo', 'CpuCount', 'MemorySize', 'CreateDate', 'Uptime', 'IsProtectServerTermination', 'PublicIp') {
            $read.Output[0].$name | Should -Be $usual.Output[0].$name -Because $name
        }
    }

    It 'signs its requests, and says the same on Verbose and in errors' {
        $run = Compare-Culture $script:culture {
            1000001..1000005 + '12,5' + '99' + ([string][char]0x0661 * 7) + ' 1000006 ' |
                Stop-NcpServerInstance -Verbose -RegionCode KR -ThrottleLimit 1
        }

        $run.Output.ServerInstanceNo | Should -Be (1000001..1000006)
        $run.Errors | Should -HaveCount 3
        Get-SimulatorRequest | ForEach-Object { $_.signatureValid | Should -BeTrue }
    }

    It 'takes numbers of any type, whatever they look like when printed' {
        $run = Invoke-InCulture $script:culture {
            [long]1000001, [double]1000002, [decimal]1000003 | Stop-NcpServerInstance
            '{ "ServerInstanceNo": 1000004 }' | ConvertFrom-Json | Stop-NcpServerInstance
            [pscustomobject]@{ ServerInstanceNo = [double]1000005 } | Stop-NcpServerInstance
        }

        $run.Errors | Should -BeNullOrEmpty
        $run.Output.ServerInstanceNo | Should -Be (1000001..1000005)
    }

    It 'goes through a CSV file and back, with the list separator of the culture or without' {
        $run = Invoke-InCulture $script:culture {
            $servers = @(
                Get-NcpServerInstance 1000001
                Get-NcpServerInstance 2000001 -RegionCode JPN
                Get-NcpServerInstance 3000001 -RegionCode SGN
            )
            $servers | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv | Invoke-NcpServerInterrupt -Force
            $servers | ConvertTo-Csv -NoTypeInformation -UseCulture | ConvertFrom-Csv -UseCulture | Stop-NcpServerInstance
        }

        $run.Errors | Should -BeNullOrEmpty
        $run.Output.ServerInstanceNo | Should -Be '1000001', '2000001', '3000001', '1000001', '2000001', '3000001'
    }

    It 'finds names, statuses and regions in small and in capital letters, and waits' {
        $run = Compare-Culture $script:culture {
            1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 | Wait-NcpServerInstance -Status STOPPED |
                ForEach-Object StatusName
            1000002 | Wait-NcpServerInstance -Status RUNNING | ForEach-Object StatusName
            (Get-NcpServerInstance -ServerName 'WEB-0001*' -Status STOPPED).Id
            (Get-NcpServerInstance -ServerName '*-0004' -Status RUNNING).Id
            (Get-NcpServerInstance -ServerName 'BATCH-0100*' -RegionCode KR).Id
            (Get-NcpRegion 'JPN').RegionName
        }

        $run.Output | Should -Be 'stopped', 'running', '1000001', '1000004', '1000100', 'Japan'
    }

    It 'waits as long as a date in Retry-After says' {
        $run = Invoke-InCulture $script:culture {
            1000001 | Stop-NcpServerInstance -Verbose | ForEach-Object Id
        } -Fault @{
            times = 1; status = 429; body = '{}'
            headers = @{ 'Retry-After' = [DateTime]::UtcNow.AddSeconds(2).ToString('r', [Globalization.CultureInfo]::InvariantCulture) }
        }

        $run.Errors | Should -BeNullOrEmpty
        $run.Output | Should -Be '1000001'
        @(Get-SimulatorRequest -Action stopServerInstances) | Should -HaveCount 2
    }

    It 'shows a server with its dates as the culture writes them' {
        $run = Invoke-InCulture $script:culture {
            Get-NcpServerInstance 1000002 | Format-List | Out-String
            (Get-NcpServerInstance 1000002).CreateDate.ToString()
        }

        $run.Errors | Should -BeNullOrEmpty
        $run.Output[0] | Should -Match ([regex]::Escape($run.Output[1]))
    }
}
