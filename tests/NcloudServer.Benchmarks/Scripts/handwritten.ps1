#Requires -Version 5.1
<#
.SYNOPSIS
    Stops servers the way an administrator does it who has no module: signs the request and sends it with Invoke-RestMethod.
.PARAMETER ServerInstanceNo
    The numbers of the servers.
.PARAMETER BatchSize
    How many numbers go into one request.
#>
param(
    [Parameter(Mandatory)]
    [string[]] $ServerInstanceNo,

    [int] $BatchSize = 1
)

$ErrorActionPreference = 'Stop'
$gateway = [Uri] $env:NCLOUD_API_GW
$hmac = New-Object System.Security.Cryptography.HMACSHA256 -ArgumentList (, [Text.Encoding]::UTF8.GetBytes($env:NCLOUD_SECRET_ACCESS_KEY))

for ($first = 0; $first -lt $ServerInstanceNo.Count; $first += $BatchSize) {
    $last = [Math]::Min($first + $BatchSize, $ServerInstanceNo.Count) - 1
    $query = 'responseFormatType=json'
    $position = 0
    foreach ($number in $ServerInstanceNo[$first..$last]) {
        $position++
        $query += "&serverInstanceNoList.$position=$number"
    }

    $path = "/vserver/v2/stopServerInstances?$query"
    $timestamp = [string] [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds()
    $text = "GET $path`n$timestamp`n$env:NCLOUD_ACCESS_KEY_ID"
    $headers = @{
        'x-ncp-apigw-timestamp'    = $timestamp
        'x-ncp-iam-access-key'     = $env:NCLOUD_ACCESS_KEY_ID
        'x-ncp-apigw-signature-v2' = [Convert]::ToBase64String($hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes($text)))
    }
    $reply = Invoke-RestMethod -Uri ([Uri]::new($gateway, $path)) -Headers $headers
    $reply.stopServerInstancesResponse.serverInstanceList
}
