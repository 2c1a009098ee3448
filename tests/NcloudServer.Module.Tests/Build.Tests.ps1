# What whoever has the sources does with them first.
BeforeAll {
    $script:root = Split-Path (Split-Path $PSScriptRoot)
}

Describe 'A release build' {
    BeforeAll {
        # Even names that no build expects: a space, Korean letters, and a folder of the same name as one of the sources.
        $korean = -join [char[]](0xD55C, 0xAE00)
        $script:copy = Join-Path $TestDrive "tests/a folder/$korean"
        $null = New-Item -ItemType Directory $script:copy
        Get-ChildItem $script:root -File -Force | Copy-Item -Destination $script:copy
        foreach ($file in Get-ChildItem (Join-Path $script:root module), (Join-Path $script:root src) -Recurse -File) {
            $name = $file.FullName.Substring($script:root.Length + 1)
            if ($name -notmatch '[\\/](bin|obj)[\\/]') {
                $null = New-Item -ItemType Directory -Force (Split-Path (Join-Path $script:copy $name))
                Copy-Item $file.FullName (Join-Path $script:copy $name)
            }
        }

        $kind = if ($env:OS -eq 'Windows_NT') { 'Junction' } else { 'SymbolicLink' }
        $script:packages = Join-Path $TestDrive "packages of $korean"
        $null = New-Item -ItemType Directory -Force $env:NUGET_PACKAGES
        $null = New-Item -ItemType $kind $script:packages -Target $env:NUGET_PACKAGES
    }

    AfterAll {
        # The link alone.
        [IO.Directory]::Delete($script:packages)
    }

    It 'succeeds in any folder, with packages in any folder, whose name has no slash at its end' {
        $options = '--configuration', 'Release', '--nologo', '-nodeReuse:false', '-p:RunAnalyzers=false'
        $text = Invoke-WithEnvironment @{ NUGET_PACKAGES = $script:packages } {
            & dotnet build (Join-Path $script:copy 'src/NcloudServer') $options | Out-String
        }

        $LASTEXITCODE | Should -Be 0 -Because $text
        foreach ($file in 'NcloudServer.psd1', 'bin/Core/linux-x64/NcloudServer.dll', 'bin/Core/linux-x64/NcloudServer.Client.dll', 'bin/Desktop/NcloudServer.dll') {
            Join-Path $script:copy "output/NcloudServer/$file" | Should -Exist
        }
    }
}

Describe 'Some of these tests' {
    It 'run as the guide for contributors prints it' {
        $guide = Get-Content (Join-Path $script:root '.github/CONTRIBUTING.md') -Raw
        $guide -match '`dotnet pwsh (\S+/Invoke-ModuleTests\.ps1) -Path ' | Should -BeTrue
        $file = Join-Path $TestDrive 'One.Tests.ps1'
        Set-Content $file "Describe 'One' { It 'is served' { Get-NcpRegion | Should -Not -BeNullOrEmpty } }"
        $engine = Get-EnginePath

        Push-Location $script:root
        try {
            $text = & $engine -NoProfile -File $Matches[1] -Path $file | Out-String
        } finally {
            Pop-Location
        }

        $LASTEXITCODE | Should -Be 0 -Because $text
        $text | Should -Match 'Tests Passed: 1'
    }

    It 'need Pester: what is wrong with the package and what is wrong with the gallery are both said' {
        $engine = Get-EnginePath
        Mock dotnet { & $engine -NoProfile -NonInteractive -Command '"no package"; exit 1' }
        foreach ($command in 'Save-PSResource', 'Save-Module' | Where-Object { Get-Command $_ -ErrorAction Ignore }) {
            Mock $command { throw 'no gallery' }
        }

        { & (Join-Path $script:root '.ci/Find-Pester.ps1') -Destination (Join-Path $TestDrive modules) } |
            Should -Throw 'Pester * is needed.*package: no package*gallery: no gallery'
    }
}

Describe 'The PowerShell of the demo' {
    It 'is the one that comes as a .NET tool where there is no other' {
        $project = Join-Path $script:root 'tests/NcloudServer.Demo'
        $found = { Get-ChildItem $project -Recurse -Filter NcloudServer.Demo.dll | Where-Object { $_.FullName -match '[\\/]bin[\\/]' } }
        if (-not (& $found)) {
            & dotnet build $project --configuration Release --nologo | Out-Null
        }

        $demo = (& $found | Sort-Object LastWriteTime)[-1].FullName
        # The folder of .NET itself: where its link is, there may be a PowerShell too.
        $runtime = & dotnet --list-runtimes | Select-Object -First 1
        $folder = Split-Path (Split-Path ([regex]::Match($runtime, '(?<=\[).+(?=\])').Value))
        $text = Invoke-WithEnvironment @{ PATH = $folder } {
            '(Get-NcpServerInstance 1234567).ServerName', 'exit 7' | & (Join-Path $folder dotnet) $demo --shell | Out-String
        }

        $LASTEXITCODE | Should -Be 7 -Because $text
        $text | Should -Match "Tool 'powershell'"
        $text | Should -Match '(?m)^example-1234567'
    }
}
