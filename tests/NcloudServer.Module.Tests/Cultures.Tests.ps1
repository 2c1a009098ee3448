# Other list separators.
Describe 'A session in another culture: <_>' -ForEach 'ar-SA', 'th-TH', 'de-DE', 'ko-KR', 'tr-TR' {
    BeforeAll {
        function Invoke-InCulture {
            param([string] $Culture, [scriptblock] $Script)

            Reset-Simulator
            $session = New-ModuleSession
            try {
                $shell = $session.Shell.AddScript({
                        param($Culture, $Script)
                        [Globalization.CultureInfo]::CurrentCulture = $Culture
                        [Globalization.CultureInfo]::CurrentUICulture = $Culture
                        & ([scriptblock]::Create($Script))
                    }).AddArgument($Culture).AddArgument("$Script")
                $output = $shell.Invoke()
                return [pscustomobject]@{ Output = @($output); Errors = @($shell.Streams.Error) }
            } finally {
                Close-ModuleSession $session
            }
        }
    }

    It 'goes through a CSV file and back, with the list separator of the culture or without' {
        $run = Invoke-InCulture $_ {
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
}
