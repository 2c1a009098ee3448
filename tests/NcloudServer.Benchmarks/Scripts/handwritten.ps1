#Requires -Version 5.1
<#
.SYNOPSIS
    Finds or stops servers the way an administrator does it who has no module: signs the requests and sends them with Invoke-RestMethod.
.PARAMETER ServerInstanceNo
    The numbers of the servers to stop; without them, all servers are listed.
.PARAMETER BatchSize
    How many numbers go into one request.
.PARAMETER All
    Stops all servers that the list has.
.PARAMETER Wait
    Waits until the stopped servers have the status NSTOP, and returns them then.
.PARAMETER PollingIntervalSec
    The seconds between two look-ups.
#>
param(
    [string[]] $ServerInstanceNo,

    [int] $BatchSize = 1,

    [switch] $All,

    [switch] $Wait,

    [int] $PollingIntervalSec = 1
)

$ErrorActionPreference = 'Stop'
$gateway = [Uri] $env:NCLOUD_API_GW
$hmac = New-Object System.Security.Cryptography.HMACSHA256 -ArgumentList (, [Text.Encoding]::UTF8.GetBytes($env:NCLOUD_SECRET_ACCESS_KEY))

function Invoke-Action([string] $Action, [string] $Query) {
    $path = "/vserver/v2/${Action}?responseFormatType=json$Query"
    $timestamp = [string] [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds()
    $text = "GET $path`n$timestamp`n$env:NCLOUD_ACCESS_KEY_ID"
    $headers = @{
        'x-ncp-apigw-timestamp'    = $timestamp
        'x-ncp-iam-access-key'     = $env:NCLOUD_ACCESS_KEY_ID
        'x-ncp-apigw-signature-v2' = [Convert]::ToBase64String($hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes($text)))
    }
    $response = Invoke-RestMethod -Uri ([Uri]::new($gateway, $path)) -Headers $headers
    $response."${Action}Response"
}

function Invoke-Batch([string] $Action, [string[]] $Number, [int] $Size) {
    for ($first = 0; $first -lt $Number.Count; $first += $Size) {
        $last = [Math]::Min($first + $Size, $Number.Count) - 1
        $query = ''
        $position = 0
        foreach ($one in $Number[$first..$last]) {
            $position++
            $query += "&serverInstanceNoList.$position=$one"
        }

        (Invoke-Action $Action $query).serverInstanceList
    }
}

function Get-All {
    $page = 0
    $count = 0
    do {
        $page++
        $list = Invoke-Action 'getServerInstanceList' "&pageNo=$page&pageSize=500"
        $list.serverInstanceList
        $count += $list.serverInstanceList.Count
    } while ($count -lt $list.totalRows)
}

if ($All) {
    $ServerInstanceNo = Get-All | ForEach-Object serverInstanceNo
} elseif (-not $ServerInstanceNo) {
    return Get-All
}

$stopping = Invoke-Batch -Action stopServerInstances -Number $ServerInstanceNo -Size $BatchSize
if (-not $Wait) {
    return $stopping
}

$open = $ServerInstanceNo
while ($open) {
    Start-Sleep -Seconds $PollingIntervalSec
    $looked = Invoke-Batch -Action getServerInstanceList -Number $open -Size $BatchSize
    $looked | Where-Object { $_.serverInstanceStatus.code -eq 'NSTOP' }
    $open = @($looked | Where-Object { $_.serverInstanceStatus.code -ne 'NSTOP' } | ForEach-Object serverInstanceNo)
}
