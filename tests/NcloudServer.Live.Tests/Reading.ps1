# What can be found out by reading alone.

function Test-LiveReading {
    <# .SYNOPSIS Asks everything that changes nothing; the requests that a gateway might mind come last. #>
    param([string] $Module)

    Test-LiveRegion
    $numbers = Test-LiveList
    $unknown = Get-UnknownNumber $numbers
    if ($numbers.Count -gt 0) {
        Test-LiveOrder $numbers
        Test-LiveName $numbers
        Test-LiveNumber $numbers $unknown
        Test-LiveFormat $numbers
        Test-LiveField $Module
    }

    Test-LiveRefusal
    Test-LiveNumberLimit $numbers
    Test-LiveUrlLimit $numbers
    Test-LiveSignature
}

function Test-LiveRegion {
    $reply = Send-LiveRequest getRegionList
    $regions = @($reply.Root.ChildNodes | Where-Object { $_.LocalName -eq 'regionList' } | ForEach-Object { $_.ChildNodes })
    Add-LiveAnswer regions "Regions: $($regions.Count)." -Evidence $reply
    # JSON was asked for, and what came can be read either way.
    $isXml = $reply.Format -eq 'xml'
    Add-LiveAnswer xmlEvenIfJsonAsked $(if ($isXml) { 'No: XML comes.' } else { 'Yes.' }) -Policy $isXml -Evidence $reply
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
    param([pscustomobject] $Reply)

    $table = @{}
    foreach ($server in Get-LiveServer $Reply) {
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
    param([string] $Module)

    if (-not ('NcloudServer.ServerInstance' -as [type])) {
        Import-Module $Module
    }

    $known = @(('NcloudServer.ServerInstance' -as [type]).GetProperties() | ForEach-Object { $_.Name })
    $new = @($script:listed | ForEach-Object { $_.ChildNodes } | ForEach-Object { $_.LocalName } | Sort-Object -Unique |
        Where-Object { $_ -notin $known })
    Add-LiveAnswer newFields $(if ($new) { "$($new -join ', ')." } else { 'None.' })
}

function Test-LiveRefusal {
    $replies = foreach ($format in 'json', 'xml') {
        Send-LiveRequest getServerInstanceList -Parameter @{ regionCode = 'NOWHERE' } -Format $format -Expect Service, Gateway, Other
    }
    $shapes = $replies | ForEach-Object { "status $($_.Status), $($_.Format), $($_.Shape)" }
    Add-LiveAnswer serviceError "For a region that does not exist: $(@($shapes) -join '; ')." -Evidence $replies
}
