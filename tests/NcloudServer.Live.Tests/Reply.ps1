# What came back, the same for JSON and XML.

function Read-LiveReply {
    param([string] $Action, [Net.Http.HttpRequestMessage] $Request)

    $reply = [pscustomobject]@{
        Request = ''; UrlLength = 0; Status = $null; Kind = 'None'; Code = ''; Message = ''; Format = 'none'; Headers = @(); Date = $null
        Shape = ''; Milliseconds = 0; Root = $null
    }
    $watch = [Diagnostics.Stopwatch]::StartNew()
    try {
        $response = $script:service.Client.SendAsync($Request).GetAwaiter().GetResult()
        $body = $response.Content.ReadAsStringAsync().GetAwaiter().GetResult()
    } catch {
        $reply.Message = $_.Exception.GetBaseException().GetType().Name
        return $reply
    } finally {
        $reply.Milliseconds = $watch.ElapsedMilliseconds
        $Request.Dispose()
    }

    $reply.Status = [int]$response.StatusCode
    $reply.Headers = @($response.Headers; $response.Content.Headers) | ForEach-Object { $_.Key.ToLowerInvariant() } | Sort-Object
    $reply.Date = $response.Headers.Date
    $reply.Format, $reply.Root = Read-LiveBody $body
    $reply.Kind = 'Other'
    if ($reply.Root) {
        Set-LiveKind $reply $Action
    }

    $response.Dispose()
    return $reply
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
    param([pscustomobject] $Reply, [string] $Action)

    $root = $Reply.Root
    $children = @($root.ChildNodes | Where-Object { $_ -is [Xml.XmlElement] })
    $Reply.Shape = "$($root.LocalName): $(($children | ForEach-Object { $_.LocalName }) -join ', ')"
    $Reply.Code = Get-LiveText $root 'returnCode', 'responseCode', 'errorCode'
    $Reply.Message = Get-LiveText $root 'returnMessage', 'responseMessage', 'message'
    if ($root.LocalName -eq 'error') {
        $isDenied = $Reply.Status -eq 403 -or $Reply.Code -eq '210'
        $Reply.Kind = if ($isDenied) { 'Denied' } else { 'Gateway' }
    } elseif ($root.LocalName -eq "${Action}Response" -and $Reply.Status -eq 200 -and $Reply.Code -in '0', '') {
        $Reply.Kind = 'Success'
    } elseif ($root.LocalName -eq 'responseError' -or $root.LocalName -eq "${Action}Response") {
        $Reply.Kind = 'Service'
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
    <# .SYNOPSIS The servers of a reply, as XML elements. #>
    param([pscustomobject] $Reply)

    foreach ($child in $(if ($Reply.Root) { $Reply.Root.ChildNodes })) {
        if ($child.LocalName -eq 'serverInstanceList') {
            return @($child.ChildNodes | Where-Object { $_ -is [Xml.XmlElement] })
        }
    }
}

function Get-LiveNumber {
    <# .SYNOPSIS The numbers of the servers of a reply, in its order. #>
    param([pscustomobject] $Reply)

    return @(Get-LiveServer $Reply | ForEach-Object { Get-LiveText $_ 'serverInstanceNo' })
}

function Get-LiveOffset {
    <# .SYNOPSIS This computer's clock against the service's, whose header has whole seconds. #>
    param([pscustomobject] $Reply)

    if (-not $Reply.Date) {
        return 'The service shows no time'
    }

    $seconds = [Math]::Round(([DateTimeOffset]::UtcNow - $Reply.Date).TotalSeconds)
    return $(if ([Math]::Abs($seconds) -le 2) { "This computer's clock is right" } else { "This computer's clock is off by $seconds s" })
}
