# Sends signed requests, wrong ones too, and tells what came back. The module takes no part: its repeats, checks and corrections would be
# measured along with the service.

function Connect-LiveService {
    param([hashtable] $Key, [string] $Gateway, [string] $RegionCode, [int] $IntervalMs)

    $root = [Uri]$(if ($Gateway) { $Gateway } else { $Key.Gateway })
    if (-not $root.IsAbsoluteUri -or ($root.Scheme -ne 'https' -and -not $root.IsLoopback)) {
        throw "The gateway has to be an https address: $root"
    }

    if ($IntervalMs -lt 500 -and -not $root.IsLoopback) {
        throw 'The real service gets no more than two requests a second.'
    }

    if ($PSVersionTable.PSEdition -eq 'Core') {
        Add-Type -AssemblyName System.Net.Http, System.Runtime.Serialization.Json
    } else {
        Add-Type -AssemblyName System.Net.Http, System.Runtime.Serialization
        [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
    }

    $handler = New-Object Net.Http.HttpClientHandler
    $handler.AllowAutoRedirect = $false
    $handler.UseCookies = $false
    $handler.AutomaticDecompression = 'GZip', 'Deflate'
    $client = New-Object Net.Http.HttpClient $handler
    $client.DefaultRequestHeaders.ExpectContinue = $false
    $client.Timeout = [TimeSpan]::FromSeconds(60)
    $script:service = @{
        Root       = $root.GetLeftPart('Authority')
        Key        = $Key
        RegionCode = if ($RegionCode) { $RegionCode } else { $Key.RegionCode }
        IntervalMs = $IntervalMs
        Client     = $client
        SinceLast  = $null
        Count      = 0
    }
}

function Get-LiveSignature {
    param([string] $Method, [string] $PathAndQuery, [string] $Timestamp, [string] $AccessKey, [string] $SecretKey)

    $hmac = New-Object Security.Cryptography.HMACSHA256 (, [Text.Encoding]::UTF8.GetBytes($SecretKey))
    $text = "$Method $PathAndQuery`n$Timestamp`n$AccessKey"
    return [Convert]::ToBase64String($hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes($text)))
}

function Get-LiveParameter {
    <# .SYNOPSIS The parameters of a request as one text: the region, the numbers, others, the format. #>
    param([string[]] $Number, [System.Collections.IDictionary] $Parameter, [string] $RegionCode, [string] $Format)

    $pairs = @()
    if ($RegionCode) {
        $pairs += "regionCode=$([Uri]::EscapeDataString($RegionCode))"
    }

    $index = 0
    $pairs += @($Number | Where-Object { $_ } | ForEach-Object { $index++; "serverInstanceNoList.$index=$_" })
    if ($Parameter) {
        $pairs += @($Parameter.Keys | ForEach-Object { "$_=$([Uri]::EscapeDataString($Parameter[$_]))" })
    }

    return (@($pairs) + "responseFormatType=$Format") -join '&'
}

function Get-LiveUrl {
    param([string] $Action, [string] $Query)

    return [Uri]"$($script:service.Root)/vserver/v2/$Action$(if ($Query) { "?$Query" })"
}

function Send-LiveRequest {
    <#
    .SYNOPSIS
        Sends one request, no sooner than the interval allows, and gives what came back. Ends the question if that is not of an expected
        kind, and the run if it is a change, if the key is refused, or if the gateway asks to slow down.
    .PARAMETER SignedQuery
        A POST without a body: everything is in the query.
    .PARAMETER Expect
        The kinds that are answers: Success; Service and Gateway, the two envelopes of errors; Denied, for a key without that right;
        Other, anything else with a status; None, a connection that was cut.
    #>
    param(
        [Parameter(Mandatory)] [string] $Action,
        [string[]] $Number,
        [System.Collections.IDictionary] $Parameter,
        [string] $Format = 'json',
        [string] $Method = 'GET',
        [switch] $SignedQuery,
        [string] $SecretKey = $script:service.Key.SecretKey,
        [TimeSpan] $ClockOffset = [TimeSpan]::Zero,
        [string[]] $Expect = 'Success'
    )

    $region = if ($Action -ne 'getRegionList' -and -not ($Parameter -and $Parameter.Contains('regionCode'))) { $script:service.RegionCode }
    $query = Get-LiveParameter -Number $Number -Parameter $Parameter -RegionCode $region -Format $Format
    $hasBody = $Method -eq 'POST' -and -not $SignedQuery
    $url = Get-LiveUrl -Action $Action -Query $(if (-not $hasBody) { $query })
    Wait-LiveInterval

    $request = New-Object Net.Http.HttpRequestMessage $Method, $url
    if ($hasBody) {
        $request.Content = New-Object Net.Http.StringContent $query, ([Text.Encoding]::UTF8), 'application/x-www-form-urlencoded'
    }

    $signed = @{
        Method       = $Method
        PathAndQuery = $url.PathAndQuery
        Timestamp    = "$([DateTimeOffset]::UtcNow.Add($ClockOffset).ToUnixTimeMilliseconds())"
        AccessKey    = $script:service.Key.AccessKey
    }
    $request.Headers.Add('x-ncp-apigw-timestamp', $signed.Timestamp)
    $request.Headers.Add('x-ncp-iam-access-key', $signed.AccessKey)
    $request.Headers.Add('x-ncp-apigw-signature-v2', (Get-LiveSignature @signed -SecretKey $SecretKey))

    $what = "$Method $Action, $Format" + $(if ($Number) { ", numbers: $(@($Number).Count)" })
    $response = Read-LiveResponse $Action $request
    $response.Request = "$what, $($url.AbsoluteUri.Length) characters"
    $response.UrlLength = $url.AbsoluteUri.Length
    $isChange = $Action -notlike 'get*'
    $isRefused = $response.Status -eq 401 -and $response.Kind -eq 'Gateway' -and 'Gateway' -notin $Expect
    $isBusy = $response.Status -in 429, 503
    if ($response.Kind -notin $Expect -or $isBusy -or ($isChange -and $response.Status -ge 500)) {
        $problem = @($response.Status, $response.Code, $response.Message | Where-Object { $_ }) -join ' '
        $unexpected = New-Object InvalidOperationException "$($response.Request): $($response.Kind) $problem"
        $unexpected.Data['Response'] = $response
        $unexpected.Data['EndsRun'] = $isChange -or $isRefused -or $isBusy
        throw $unexpected
    }

    return $response
}

function Wait-LiveInterval {
    $last = $script:service.SinceLast
    if ($last) {
        $rest = $script:service.IntervalMs - $last.ElapsedMilliseconds
        if ($rest -gt 0) {
            Start-Sleep -Milliseconds ($rest + 1)
        }
    }

    $script:service.SinceLast = [Diagnostics.Stopwatch]::StartNew()
    $script:service.Count++
}
