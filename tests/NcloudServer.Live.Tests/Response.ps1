# What came back, the same for JSON and XML.

function Read-LiveResponse {
    param([string] $Action, [Net.Http.HttpRequestMessage] $Request)

    $response = [pscustomobject]@{
        Request = ''; UrlLength = 0; Status = $null; Kind = 'None'; Code = ''; Message = ''; Format = 'none'; Headers = @(); Date = $null
        Shape = ''; Milliseconds = 0; Root = $null
    }
    $watch = [Diagnostics.Stopwatch]::StartNew()
    try {
        $message = $script:service.Client.SendAsync($Request).GetAwaiter().GetResult()
        $body = $message.Content.ReadAsStringAsync().GetAwaiter().GetResult()
    } catch {
        $response.Message = $_.Exception.GetBaseException().GetType().Name
        return $response
    } finally {
        $response.Milliseconds = $watch.ElapsedMilliseconds
        $Request.Dispose()
    }

    $response.Status = [int]$message.StatusCode
    $response.Headers = @($message.Headers; $message.Content.Headers) | ForEach-Object { $_.Key.ToLowerInvariant() } | Sort-Object
    $response.Date = $message.Headers.Date
    $response.Format, $response.Root = Read-LiveBody $body
    $response.Kind = 'Other'
    if ($response.Root) {
        Set-LiveKind $response $Action
    }

    $message.Dispose()
    return $response
}

function Read-LiveBody {
    <# .SYNOPSIS The format of a body, and its root as an XML element, from JSON too: every text stays as it was sent. #>
    param([string] $Body)

    $document = New-Object Xml.XmlDocument
    $document.XmlResolver = $null
    # A public address that is a single space was seen.
    $document.PreserveWhitespace = $true
    $start = $Body.TrimStart()
    try {
        if ($start.StartsWith('{')) {
            $bytes = [Text.Encoding]::UTF8.GetBytes($start)
            $quotas = [Xml.XmlDictionaryReaderQuotas]::Max
            $reader = [Runtime.Serialization.Json.JsonReaderWriterFactory]::CreateJsonReader($bytes, $quotas)
            $document.Load($reader)
            return 'json', $document.DocumentElement.FirstChild
        }

        if ($start.StartsWith('<')) {
            $document.LoadXml($start)
            return 'xml', $document.DocumentElement
        }
    } catch [Xml.XmlException] {
        return 'other', $null
    }

    return $(if ($start) { 'other' } else { 'none' }), $null
}

function Set-LiveKind {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute(
        'PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Fills in an object.')]
    param([pscustomobject] $Response, [string] $Action)

    $root = $Response.Root
    $children = @($root.ChildNodes | Where-Object { $_ -is [Xml.XmlElement] })
    $Response.Shape = "$($root.LocalName): $(($children | ForEach-Object { $_.LocalName }) -join ', ')"
    $Response.Code = Get-LiveText $root 'returnCode', 'responseCode', 'errorCode'
    $Response.Message = Get-LiveText $root 'returnMessage', 'responseMessage', 'message'
    if ($root.LocalName -eq 'error') {
        $isDenied = $Response.Status -eq 403 -or $Response.Code -eq '210'
        $Response.Kind = if ($isDenied) { 'Denied' } else { 'Gateway' }
    } elseif ($root.LocalName -eq "${Action}Response" -and $Response.Status -eq 200 -and $Response.Code -in '0', '') {
        $Response.Kind = 'Success'
    } elseif ($root.LocalName -eq 'responseError' -or $root.LocalName -eq "${Action}Response") {
        $Response.Kind = 'Service'
    }
}

function Get-LiveText {
    <# .SYNOPSIS The text of the first child that has one of the names, or nothing. #>
    param([Xml.XmlNode] $Node, [string[]] $Name)

    foreach ($child in $Node.ChildNodes) {
        if ($child.LocalName -in $Name) {
            return $child.InnerText
        }
    }

    return ''
}

function Get-LiveServer {
    <# .SYNOPSIS The servers of a response, as XML elements. #>
    param([pscustomobject] $Response)

    foreach ($child in $(if ($Response.Root) { $Response.Root.ChildNodes })) {
        if ($child.LocalName -eq 'serverInstanceList') {
            return @($child.ChildNodes | Where-Object { $_ -is [Xml.XmlElement] })
        }
    }
}

function Get-LiveNumber {
    <# .SYNOPSIS The numbers of the servers of a response, in its order. #>
    param([pscustomobject] $Response)

    return @(Get-LiveServer $Response | ForEach-Object { Get-LiveText $_ 'serverInstanceNo' })
}

function Get-LiveOffset {
    <# .SYNOPSIS This computer's clock against the service's, whose header has whole seconds. #>
    param([pscustomobject] $Response)

    if (-not $Response.Date) {
        return 'The service shows no time'
    }

    $seconds = [Math]::Round(([DateTimeOffset]::UtcNow - $Response.Date).TotalSeconds)
    return $(if ([Math]::Abs($seconds) -le 2) { "This computer's clock is right" } else { "This computer's clock is off by $seconds s" })
}
