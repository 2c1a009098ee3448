#Requires -Version 5.1
<#
.SYNOPSIS
    Makes a signed package of one that is not. Without a certificate, the package stays as it is.
.DESCRIPTION
    The certificate is SIGNING_CERTIFICATE, the Base64 of a PFX file, and its password SIGNING_PASSWORD. Signing works on Windows only.
.PARAMETER Package
    The package; wildcards are allowed. The list of hashes lies beside it.
.PARAMETER Destination
    The folder for the package and its list of hashes.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It talks to the person who runs it.')]
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Package,

    [Parameter(Mandatory)]
    [string] $Destination
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$file = Get-Item $Package
$Destination = (New-Item -ItemType Directory -Force $Destination).FullName

if (-not $env:SIGNING_CERTIFICATE) {
    Write-Warning 'No certificate is configured: the package is not signed.'
    Copy-Item $file.FullName, ([IO.Path]::ChangeExtension($file.FullName, 'sha256')) $Destination
    return
}

$bytes = [Convert]::FromBase64String($env:SIGNING_CERTIFICATE)
$certificate = New-Object Security.Cryptography.X509Certificates.X509Certificate2 $bytes, $env:SIGNING_PASSWORD
$folder = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
try {
    $module = & "$PSScriptRoot/Install-Package.ps1" -Package $file.FullName -Destination $folder
    # Our own files: each other library came with the signature of its maker.
    $files = @(Get-ChildItem $module -Recurse -Include NcloudServer*.dll, *.psd1, *.psm1, *.ps1, *.ps1xml)
    foreach ($own in $files) {
        $parameters = @{ Certificate = $certificate; HashAlgorithm = 'SHA256'; TimestampServer = 'http://timestamp.digicert.com' }
        $null = Set-AuthenticodeSignature -FilePath $own.FullName @parameters
        $signature = Get-AuthenticodeSignature $own.FullName
        if ($signature.Status -ne 'Valid') {
            throw "$($own.Name) was not signed: $($signature.StatusMessage)"
        }
    }

    $signed = & "$PSScriptRoot/New-Package.ps1" -Module $module -Destination $Destination
} finally {
    Remove-Item $folder -Recurse -Force -ErrorAction Ignore
    $certificate.Dispose()
}

Write-Host "$signed has $($files.Count) signed files."
