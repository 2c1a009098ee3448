# Which servers a list answers with, and in which order.

function Test-LiveList {
    <# .SYNOPSIS Reads the list whole and in three pages; gives the numbers of its servers. #>
    $whole = Send-LiveRequest getServerInstanceList
    $script:whole, $script:listed = $whole, @(Get-LiveServer $whole)
    Add-LivePrivate $script:listed
    $numbers = @(Get-LiveNumber $whole)
    $total = [int](Get-LiveText $whole.Root 'totalRows')
    if ($total -eq 0) {
        Add-LiveAnswer maximumRowsWithoutPage 'Not found out: there is no server in this region.' -Evidence $whole
        return @()
    }

    $size = [Math]::Ceiling($total / 3)
    $paged = @()
    $pages = foreach ($page in 1..[Math]::Ceiling($total / $size)) {
        $response = Send-LiveRequest getServerInstanceList -Parameter ([ordered]@{ pageNo = "$page"; pageSize = "$size" })
        Add-LivePrivate (Get-LiveServer $response)
        $paged += @(Get-LiveNumber $response)
        $response
    }

    if ($numbers.Count -lt $total) {
        $limit = "No: $($numbers.Count) servers come, though totalRows counts more."
        Add-LiveAnswer maximumRowsWithoutPage $limit -Policy $numbers.Count -Evidence $whole
    } else {
        Add-LiveAnswer maximumRowsWithoutPage "Yes; the list had $(Get-Magnitude $total) servers." -Policy 0 -Evidence $whole
    }

    $distinct = New-Object Collections.Generic.HashSet[string] (, [string[]]$paged)
    $agreement = if ($paged.Count -ne $total -or $distinct.Count -ne $total) {
        'No: they hold other servers than totalRows counts.'
    } elseif ("$numbers" -eq "$(@($paged)[0..($numbers.Count - 1)])") {
        'Yes, in the same order.'
    } elseif ($distinct.IsSupersetOf([string[]]$numbers)) {
        'Yes, in another order.'
    } else {
        'No: they hold other servers than the list.'
    }

    Add-LiveAnswer pages $agreement -Evidence $pages
    return $paged | Select-Object -Unique
}

function Get-Magnitude {
    # How many servers there are is the account's own business.
    param([int] $Count)

    foreach ($step in 1000, 100, 10) {
        if ($Count -ge $step) {
            return "$step or more"
        }
    }

    return 'fewer than 10'
}

function Test-LiveOrder {
    param([string[]] $Numbers)

    # Every second one first: neither ascending nor descending, nor the list's own order.
    $some = @($Numbers | Select-Object -First 7)
    if ($some.Count -lt 3) {
        Add-LiveAnswer responseOrder 'Not found out: there are fewer than three servers.'
        return
    }

    $odd = @(for ($index = 1; $index -lt $some.Count; $index += 2) { $some[$index] })
    $even = @(for ($index = 0; $index -lt $some.Count; $index += 2) { $some[$index] })
    $asked = $odd + $even
    $response = Send-LiveRequest getServerInstanceList -Number $asked
    $came = @(Get-LiveNumber $response)
    $reversed = @($asked)
    [array]::Reverse($reversed)
    # A service that limits its rows limits these too.
    $asked, $reversed = @($asked)[0..($came.Count - 1)], $reversed[0..($came.Count - 1)]
    if ($came.Count -lt 2) {
        Add-LiveAnswer responseOrder 'Not found out: fewer than two servers came.' -Evidence $response
    } elseif ("$came" -eq "$asked") {
        Add-LiveAnswer responseOrder 'As asked.' -Policy AsAsked -Evidence $response
    } elseif ("$came" -eq "$reversed") {
        Add-LiveAnswer responseOrder 'The other way round.' -Policy Reversed -Evidence $response
    } else {
        $ascending = @($came | Sort-Object { [long]$_ })
        $order = if ("$came" -eq "$ascending") { 'by ascending number' } elseif ("$came" -eq "$($ascending[-1..-$came.Count])") {
            'by descending number'
        } else { 'in none that is evident' }
        Add-LiveAnswer responseOrder "In an order of its own, $order." -Policy Shuffled -Evidence $response
    }
}

function Test-LiveName {
    param([string[]] $Numbers)

    $response = Send-LiveRequest getServerInstanceList -Number @($Numbers | Select-Object -First 7)
    $named = @(Get-LiveServer $response | Where-Object { (Get-LiveText $_ 'serverName') -match '^.{3,}$' -and $_.InnerText -match '[A-Za-z]' })
    if ($named.Count -eq 0) {
        return
    }

    $number, $name = (Get-LiveText $named[0] 'serverInstanceNo'), (Get-LiveText $named[0] 'serverName')
    $part = Send-LiveRequest getServerInstanceList -Parameter @{ serverName = $name.Substring(1, $name.Length - 2) }
    if ($number -in (Get-LiveNumber $part)) {
        Add-LiveAnswer nameMatch 'Yes.' -Policy Part -Evidence $part
    } else {
        Add-LiveAnswer nameMatch 'No: the whole name has to match.' -Policy Whole -Evidence $part
    }

    $swapped = -join ($name.ToCharArray() |
        ForEach-Object { if ([char]::IsUpper($_)) { [char]::ToLower($_) } else { [char]::ToUpper($_) } })
    if ($swapped -cne $name) {
        $case = Send-LiveRequest getServerInstanceList -Parameter @{ serverName = $swapped }
        $isFound = $number -in (Get-LiveNumber $case)
        Add-LiveAnswer nameIgnoresCase $(if ($isFound) { 'No.' } else { 'Yes.' }) -Policy $isFound -Evidence $case
    }
}

function Test-LiveUnknownNumber {
    param([string] $Unknown)

    $alone = Send-LiveRequest getServerInstanceList -Number $Unknown -Expect Success, Service
    $answer = if ($alone.Kind -eq 'Service') { "It refuses: $($alone.Code)." } else { "A list of $(@(Get-LiveServer $alone).Count)." }
    Add-LiveAnswer unknownAlone $answer -Evidence $alone
}

function Test-LiveUnknownAmongKnown {
    param([string[]] $Numbers, [string] $Unknown)

    $known = @($Numbers | Select-Object -First 2)
    $among = Send-LiveRequest getServerInstanceList -Number (@($known[0], $Unknown) + $known[1..1]) -Expect Success, Service
    $isLeftOut = $among.Kind -eq 'Success' -and -not (Compare-Object $known (Get-LiveNumber $among))
    $answer = if ($isLeftOut) { 'It leaves the number out.' } elseif ($among.Kind -eq 'Service') { "It refuses: $($among.Code)." } else {
        'A list that is not the one of the others.'
    }
    Add-LiveAnswer unknownAmongKnown $answer -Evidence $among
}

function Test-LiveLeadingZero {
    param([string[]] $Numbers)

    $padded = Send-LiveRequest getServerInstanceList -Number "0$($Numbers[0])" -Expect Success, Service
    $isFound = $padded.Kind -eq 'Success' -and $Numbers[0] -in (Get-LiveNumber $padded)
    $answer = if ($isFound) { 'No.' } elseif ($padded.Kind -eq 'Service') { "Yes: it refuses with $($padded.Code)." } else { 'Yes.' }
    Add-LiveAnswer numbersAsIntegers $answer -Policy $isFound -Evidence $padded
}

function Test-LivePageZero {
    $any = 'Success', 'Service', 'Gateway', 'Other'
    $zero = Send-LiveRequest getServerInstanceList -Parameter ([ordered]@{ pageNo = '0'; pageSize = '2' }) -Expect $any
    $one = Send-LiveRequest getServerInstanceList -Parameter ([ordered]@{ pageNo = '1'; pageSize = '2' })
    $answer = if ($zero.Kind -ne 'Success') { "Page 0 is refused: status $($zero.Status), $($zero.Code)." } elseif (
        "$(Get-LiveNumber $zero)" -eq "$(Get-LiveNumber $one)") { 'Pages 0 and 1 are the same.' } else { 'Page 0 is another one.' }
    Add-LiveAnswer pageZero $answer -Evidence $zero, $one
}

function Test-LivePageSize {
    <# .SYNOPSIS Asks for more than a page can be thought to hold; where fewer come, the second page tells where it begins. #>
    $any = 'Success', 'Service', 'Gateway', 'Other'
    $note, $evidence = '', @()
    foreach ($size in 100000, 1000) {
        $ask = { param($page)
            Send-LiveRequest getServerInstanceList -Parameter ([ordered]@{ pageNo = "$page"; pageSize = "$size" }) -Expect $any }
        $response = & $ask 1
        if ($response.Kind -eq 'Success') {
            break
        }

        $note, $evidence = " A size of $size is refused: status $($response.Status), $($response.Code).", @($response)
    }

    if ($response.Kind -ne 'Success') {
        Add-LiveAnswer maximumPageSize "Not found out.$note" -Evidence $evidence
        return
    }

    $count, $total = @(Get-LiveNumber $response).Count, [int](Get-LiveText $response.Root 'totalRows')
    if ($count -eq $total) {
        Add-LiveAnswer maximumPageSize "Everything, $(Get-Magnitude $total) servers.$note" -Policy 0 -Evidence ($evidence + $response)
    } else {
        $second = & $ask 2
        $isAsked = @(Get-LiveNumber $second).Count -eq 0
        $script:otherPolicies['offsetsFollowAskedSize'] = $isAsked
        $where = if ($isAsked) { 'where it would if the first were as large as asked for' } else { 'behind the last one of the first' }
        Add-LiveAnswer maximumPageSize "$count. The second page begins $where.$note" -Policy $count -Evidence ($evidence + $response + $second)
    }
}

function Get-UnknownNumber {
    <# .SYNOPSIS Numbers that no server of the account has, as long as today's numbers. #>
    param([string[]] $Known, [int] $Count = 1)

    $taken = New-Object Collections.Generic.HashSet[string]
    $null = $Known | Where-Object { $_ } | ForEach-Object { $taken.Add($_) }
    for ($number = 999999999; $Count -gt 0; $number--) {
        if (-not $taken.Contains("$number")) {
            $Count--
            "$number"
        }
    }
}
