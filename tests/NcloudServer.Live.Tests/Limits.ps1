# How much a request may hold, and what a request with a wrong signature gets.

$script:mostNumbers = 301

function Find-LiveLimit {
    <# .SYNOPSIS The largest size that passes, between one that did and one that did not. #>
    param([int] $Passed, [int] $Refused, [scriptblock] $Test)

    while ($Refused - $Passed -gt 1) {
        $middle = [Math]::Floor(($Passed + $Refused) / 2)
        if (& $Test $middle) {
            $Passed = $middle
        } else {
            $Refused = $middle
        }
    }

    return $Passed
}

function Test-LiveNumberLimit {
    <# .SYNOPSIS As a POST, whose numbers are no part of the address: its length has a limit of its own. #>
    param([string[]] $Numbers)

    $all = @($Numbers | Select-Object -First 1) + @(Get-UnknownNumber $Numbers 1000)
    $ask = {
        param([int] $Size)
        Send-LiveRequest getServerInstanceList -Number $all[0..($Size - 1)] -Method POST -Expect Success, Service, Gateway, Other
    }
    $passed = 0
    $last = $null
    foreach ($size in 1, 100, 500, 1000) {
        $response = & $ask $size
        if ($response.Kind -ne 'Success') {
            break
        }

        $passed, $last = $size, $response
    }

    if ($passed -eq 0) {
        Add-LiveAnswer maximumNumbers "Not found out: one number in a POST is refused, $($response.Code)." -Evidence $response
    } elseif ($passed -eq $size) {
        Add-LiveAnswer maximumNumbers '1,000 and perhaps more.' -Policy 0 -Evidence $last
    } else {
        $limit = Find-LiveLimit -Passed $passed -Refused $size -Test { param($middle) (& $ask $middle).Kind -eq 'Success' }
        $answer = "$limit. One more is refused: status $($response.Status), $($response.Code)."
        $script:mostNumbers = if ($response.Kind -eq 'Service') { $script:mostNumbers } else { $limit }
        $script:otherPolicies['tooManyNumbersStatus'] = if ($response.Kind -eq 'Service') { 0 } else { $response.Status }
        Add-LiveAnswer maximumNumbers $answer -Policy $limit -Evidence $last, $response
    }
}

function Test-LiveUrlLimit {
    <# .SYNOPSIS Whatever the service itself answers, the address has come through; the gateway is what minds its length. #>
    param([string[]] $Numbers)

    # A gateway that minds how many numbers come would be mistaken for one that minds the length.
    $all = @(@($Numbers | Select-Object -First 1) + @(Get-UnknownNumber $Numbers 300) | Select-Object -First $script:mostNumbers)
    $region = $script:service.RegionCode
    $lengthOf = {
        param($count)
        $query = Get-LiveParameter -Number $all[0..($count - 1)] -RegionCode $region -Format json
        (Get-LiveUrl -Action getServerInstanceList -Query $query).AbsoluteUri.Length
    }
    $ask = {
        param($count)
        Send-LiveRequest getServerInstanceList -Number $all[0..($count - 1)] -Expect Success, Service, Gateway, Other, None
    }
    $passes = { param($response) $response.Kind -in 'Success', 'Service' }
    $passed = 1
    $last = $null
    foreach ($length in 2000, 4000, 8000) {
        # As many numbers as an address of that length has room for.
        $count = Find-LiveLimit -Passed 1 -Refused $all.Count -Test { param($middle) (& $lengthOf $middle) -le $length }
        $response = & $ask $count
        if (-not (& $passes $response)) {
            break
        }

        $passed, $last = $count, $response
    }

    if ($passed -eq $count) {
        Add-LiveAnswer maximumUrlLength "$($last.UrlLength) characters and perhaps more." -Policy 0 -Evidence $last
        return
    }

    $limit = & $lengthOf (Find-LiveLimit -Passed $passed -Refused $count -Test { param($middle) & $passes (& $ask $middle) })
    $how = if ($response.Status) { "status $($response.Status), $($response.Code)" } else { "no response, $($response.Message)" }
    $answer = "$limit characters pass. An address that is a number longer is refused: $how."
    Add-LiveAnswer maximumUrlLength $answer -Policy $limit -Evidence $last, $response
    if ($response.Status) {
        $script:otherPolicies['urlTooLongStatus'] = $response.Status
    }
}

function Test-LiveSignedPost {
    <# .SYNOPSIS Would protect the parameters by the signature, and leave room for long lists elsewhere than in an address. #>
    param([string[]] $Numbers)

    $number = if ($Numbers) { $Numbers[0] } else { Get-UnknownNumber @() }
    $get = Send-LiveRequest getServerInstanceList -Number $number
    $post = Send-LiveRequest getServerInstanceList -Number $number -Method POST -SignedQuery -Expect Success, Service, Gateway, Other
    $answer = if ($post.Kind -ne 'Success') { "No: status $($post.Status), $($post.Code)." } elseif (
        "$(Get-LiveNumber $post)" -eq "$(Get-LiveNumber $get)" -and $post.Format -eq $get.Format) { 'Yes.' } else {
        'No: the query is not read.'
    }
    Add-LiveAnswer signedPost $answer -Evidence $get, $post
}

function Test-LiveClock {
    # No more than one of each: who sends many looks like somebody who guesses.
    $late = Send-LiveRequest getRegionList -ClockOffset ([TimeSpan]::FromMinutes(-10)) -Expect Success, Gateway, Denied, Other
    $isAccepted = $late.Kind -eq 'Success'
    $what = if ($isAccepted) { 'is accepted' } else { "is refused: status $($late.Status), $($late.Code)" }
    Add-LiveAnswer acceptsAnyTime "$(Get-LiveOffset $late). A request that is ten minutes old $what." -Policy $isAccepted -Evidence $late
}

function Test-LiveSignature {
    $wrong = Send-LiveRequest getRegionList -SecretKey "not$($script:service.Key.SecretKey)" -Expect Success, Gateway, Denied, Other
    if ($wrong.Kind -eq 'Success') {
        $script:otherPolicies['acceptsAnySignature'] = $true
        Add-LiveAnswer gatewayErrorsAsXml 'Not found out: a wrong secret key is accepted.' -Evidence $wrong
        return
    }

    $answer = "For a wrong secret key: status $($wrong.Status), $($wrong.Format), $($wrong.Shape)."
    Add-LiveAnswer gatewayErrorsAsXml $answer -Policy ($wrong.Format -eq 'xml') -Evidence $wrong
}
