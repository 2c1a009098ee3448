# What can be found out by reading alone.

function Test-LiveReading {
    <# .SYNOPSIS Asks everything that changes nothing; the requests that a gateway might mind come last. #>
    Invoke-LiveStep regions, xmlEvenIfJsonAsked { Test-LiveRegion }
    # What is asked later needs the list, also where the run goes on in the middle.
    $script:numbers, $first, $script:firstId = @(), $script:firstId, ''
    Invoke-LiveStep maximumRowsWithoutPage, pages { $script:numbers = @(Test-LiveList) }
    $script:firstId = if ($first -notin 'maximumRowsWithoutPage', 'pages') { $first }
    $numbers = $script:numbers
    $unknown = Get-UnknownNumber $numbers
    if ($numbers.Count -gt 0) {
        Invoke-LiveStep responseOrder { Test-LiveOrder $numbers }
        Invoke-LiveStep nameMatch, nameIgnoresCase { Test-LiveName $numbers }
        Invoke-LiveStep unknownAlone { Test-LiveUnknownNumber $unknown }
        Invoke-LiveStep unknownAmongKnown { Test-LiveUnknownAmongKnown $numbers $unknown }
        Invoke-LiveStep numbersAsIntegers { Test-LiveLeadingZero $numbers }
        Invoke-LiveStep jsonAndXml { Test-LiveFormat $numbers }
        Invoke-LiveStep newFields { Test-LiveField $script:moduleFolder }
        Invoke-LiveStep envelopeFirst { Test-LiveMemberOrder }
        Invoke-LiveStep stateNames { Test-LiveStateName }
        Invoke-LiveStep fabricNumbersAsNumbers { Test-LiveFabricNumber }
        Invoke-LiveStep pageZero { Test-LivePageZero }
        Invoke-LiveStep maximumPageSize { Test-LivePageSize }
    }

    Invoke-LiveStep unknownRegion { Test-LiveUnknownRegion }
    Invoke-LiveStep serviceError { Test-LiveRefusal }
    Invoke-LiveStep maximumNumbers { Test-LiveNumberLimit $numbers }
    Invoke-LiveStep maximumUrlLength { Test-LiveUrlLimit $numbers }
    Invoke-LiveStep signedPost { Test-LiveSignedPost $numbers }
    Invoke-LiveStep acceptsAnyTime { Test-LiveClock }
    Invoke-LiveStep gatewayErrorsAsXml { Test-LiveSignature }
    Invoke-LiveStep requestsPerSecond { Add-LiveAnswer requestsPerSecond 'Not asked: this run keeps to two.' }
}

function Test-LiveRegion {
    $response = Send-LiveRequest getRegionList
    $regions = @($response.Root.ChildNodes | Where-Object { $_.LocalName -eq 'regionList' } | ForEach-Object { $_.ChildNodes })
    Add-LiveAnswer regions "Regions: $($regions.Count)." -Evidence $response
    # JSON was asked for, and what came can be read either way.
    $isXml = $response.Format -eq 'xml'
    Add-LiveAnswer xmlEvenIfJsonAsked $(if ($isXml) { 'No: XML comes.' } else { 'Yes.' }) -Policy $isXml -Evidence $response
}

function Test-LiveFormat {
    param([string[]] $Numbers)

    $some = @($Numbers | Select-Object -First 7)
    $json = Send-LiveRequest getServerInstanceList -Number $some
    $xml = Send-LiveRequest getServerInstanceList -Number $some -Format xml
    $left, $right = (Get-LiveFieldTable $json), (Get-LiveFieldTable $xml)
    $different = @(@($left.Keys) + @($right.Keys) | Sort-Object -Unique | Where-Object { $left[$_] -cne $right[$_] } |
        ForEach-Object { ($_ -split ' ')[-1] } | Sort-Object -Unique)
    $answer = if ($different.Count -eq 0) { 'Yes.' } else { "No. Different: $($different -join ', ')." }
    Add-LiveAnswer jsonAndXml $answer -Evidence $json, $xml
}

function Get-LiveFieldTable {
    <# .SYNOPSIS The text of each field of each server, by number and path. A field that is missing is none, not an empty text. #>
    param([pscustomobject] $Response)

    $table = @{}
    foreach ($server in Get-LiveServer $Response) {
        $number = Get-LiveText $server 'serverInstanceNo'
        foreach ($field in $server.ChildNodes | Where-Object { $_ -is [Xml.XmlElement] }) {
            $parts = @($field.ChildNodes | Where-Object { $_ -is [Xml.XmlElement] } | ForEach-Object {
                    # The items of a list have names of their own in XML alone.
                    $isItem = $field.LocalName -like '*List'
                    "$(if (-not $isItem) { $_.LocalName })=$($_.InnerText)"
                })
            $table["$number $($field.LocalName)"] = if ($parts) { $parts -join ';' } else { $field.InnerText }
        }
    }

    return $table
}

function Test-LiveField {
    if (-not ('NcloudServer.ServerInstance' -as [type])) {
        Import-Module $Module
    }

    $known = @(('NcloudServer.ServerInstance' -as [type]).GetProperties() | ForEach-Object { $_.Name })
    $new = @($script:listed | ForEach-Object { $_.ChildNodes } | ForEach-Object { $_.LocalName } | Sort-Object -Unique |
        Where-Object { $_ -notin $known })
    Add-LiveAnswer newFields $(if ($new) { "$($new -join ', ')." } else { 'None.' })
}

function Test-LiveMemberOrder {
    $xml = Send-LiveRequest getServerInstanceList -Number $script:numbers[0] -Format xml
    $names = @($script:whole.Root.ChildNodes | ForEach-Object { $_.LocalName })
    $isFirst = [array]::IndexOf($names, 'returnCode') -lt [array]::IndexOf($names, 'serverInstanceList')
    Add-LiveAnswer envelopeFirst "$($script:whole.Format): $($names -join ', '); $($xml.Format): $($xml.Shape)." -Policy $isFirst `
        -Evidence $script:whole, $xml
}

function Test-LiveStateName {
    $states = @($script:listed | ForEach-Object { Get-StateText (ConvertTo-LiveState $_) } | Sort-Object -Unique)
    Add-LiveAnswer stateNames "$($states -join '; ')."
}

function Test-LiveFabricNumber {
    # An XML element that was made of a JSON value says of which type that was.
    $types = @($script:listed | ForEach-Object { $_.ChildNodes } |
        Where-Object { $_.LocalName -in 'fabricClusterNo', 'fabricClusterPoolNo' -and $_.InnerText } |
        ForEach-Object { $_.GetAttribute('type') } | Sort-Object -Unique)
    if ($script:whole.Format -ne 'json' -or $types.Count -eq 0) {
        Add-LiveAnswer fabricNumbersAsNumbers 'Not found out: no server is in a cluster, or no JSON came.'
    } else {
        Add-LiveAnswer fabricNumbersAsNumbers "They are of type $($types -join ' and ')." -Policy ('number' -in $types)
    }
}

function Test-LiveUnknownRegion {
    $response = Send-LiveRequest getServerInstanceList -Parameter @{ regionCode = 'NOWHERE' } -Expect Success, Service, Gateway, Other
    $count = @(Get-LiveNumber $response).Count
    if ($response.Kind -ne 'Success') {
        $answer = "It is refused: status $($response.Status), $($response.Kind), $($response.Code)."
        Add-LiveAnswer unknownRegion $answer -Policy Refused -Evidence $response
    } elseif ($count -gt 0) {
        Add-LiveAnswer unknownRegion 'The servers of another region come.' -Policy Default -Evidence $response
    } else {
        Add-LiveAnswer unknownRegion 'A list without servers comes.' -Policy Empty -Evidence $response
    }
}

function Test-LiveRefusal {
    <# .SYNOPSIS Asks for what can't be until the service refuses it: what one service minds another accepts. #>
    $odd = @(
        @{ What = 'a region that does not exist'; Parameter = @{ regionCode = 'NOWHERE' } }
        @{ What = 'a page that is no number'; Parameter = @{ pageNo = 'x'; pageSize = '1' } }
        @{ What = 'a status that does not exist'; Parameter = @{ serverInstanceStatusCode = 'NONE' } }
        @{ What = 'a number that is a word'; Parameter = @{ 'serverInstanceNoList.1' = 'word' } }
        @{ What = 'details of no server'; Action = 'getServerInstanceDetail'; Parameter = @{} }
    )
    $accepted = @()
    foreach ($one in $odd) {
        $action = if ($one.ContainsKey('Action')) { $one.Action } else { 'getServerInstanceList' }
        $ask = @{ Action = $action; Parameter = $one.Parameter; Expect = 'Success', 'Service', 'Gateway', 'Denied', 'Other' }
        $json = Send-LiveRequest @ask
        if ($json.Kind -eq 'Success') {
            $accepted += $one.What
            continue
        }

        $responses = $json, (Send-LiveRequest @ask -Format xml)
        $shapes = $responses | ForEach-Object { "status $($_.Status), $($_.Format), $($_.Shape)" }
        $before = if ($accepted) { " Accepted: $($accepted -join ', ')." }
        Add-LiveAnswer serviceError "For $($one.What): $(@($shapes) -join '; ').$before" -Evidence $responses
        break
    }

    if ($accepted -contains $odd[1].What) {
        $script:otherPolicies['ignoresOddValues'] = $true
    }

    if ($accepted.Count -eq $odd.Count) {
        Add-LiveAnswer serviceError "Not found out, nothing is refused: $($accepted -join ', ')." -Evidence $json
    }
}
