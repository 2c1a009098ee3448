# The questions that no document answers, and what the service has answered so far.

$script:questions = [ordered]@{
    regions                = 'What does getRegionList answer?'
    maximumRowsWithoutPage = 'Does a list without pages hold everything?'
    pages                  = 'Do the pages of a list add up to the list?'
    responseOrder             = 'In which order does a response name the servers of its request?'
    nameMatch              = 'Does serverName match a part of a name?'
    nameIgnoresCase        = 'Does serverName tell upper from lower case?'
    unknownAlone           = 'What does a list answer for a number that does not exist?'
    unknownAmongKnown      = 'What does a list answer for such a number among others?'
    numbersAsIntegers      = 'Do leading zeros of a number count?'
    xmlEvenIfJsonAsked     = 'Does JSON come where JSON is asked for?'
    jsonAndXml             = 'Are JSON and XML the same, field by field?'
    newFields              = 'Which fields does the module not know?'
    envelopeFirst          = 'In which order do the members of a response come?'
    stateNames             = 'Which states do servers have, and what are they called?'
    fabricNumbersAsNumbers = 'Are the numbers of fabric clusters numbers in JSON?'
    pageZero               = 'Is page 0 the first page, or one before it?'
    maximumPageSize        = 'How many servers does a page hold?'
    unknownRegion          = 'What does a region that does not exist answer?'
    serviceError           = 'What do refusals by the service look like?'
    maximumNumbers         = 'How many numbers does a request take?'
    maximumUrlLength       = 'How long may an address be?'
    signedPost             = 'Does a POST work whose parameters are all in the signed query?'
    acceptsAnyTime         = 'What does a wrong clock do?'
    gatewayErrorsAsXml     = 'What do refusals by the gateway look like?'
    requestsPerSecond      = 'How many requests a second are allowed?'
    laggingLists           = 'How many lists still show a server as it was before a change?'
    unknownNumbers         = 'What does one number that does not exist do to its batch?'
    alreadyInState         = 'What becomes of a server that is in the wanted state, or on its way there?'
    busyServer             = 'What becomes of a server that is doing something else?'
    wrongState             = 'What becomes of a server whose state rules the action out?'
    states                 = 'How do states and operations follow each other?'
    interruptRule          = 'Which servers can be interrupted?'
}
$script:answers = [ordered]@{}
$script:otherPolicies = [ordered]@{}
# The question that is being asked, and the one to begin with.
$script:current = ''
$script:firstId = ''
# What belongs to the account: nothing of it may get into a report.
$script:private = New-Object Collections.Generic.HashSet[string]

function Add-LiveAnswer {
    <#
    .SYNOPSIS
        Records what was found out. Without a policy, the simulator's default stays.
    .PARAMETER Policy
        The value of the simulator's policy of that name.
    #>
    param([Parameter(Mandatory)] [string] $Id, [Parameter(Mandatory)] [string] $Answer, $Policy, [pscustomobject[]] $Evidence)

    if (-not $script:questions.Contains($Id)) {
        throw "There is no question '$Id'."
    }

    $script:answers[$Id] = [pscustomobject]@{
        Answer = $Answer; Policy = $Policy; Evidence = @($Evidence | Where-Object { $_ } | ForEach-Object { ConvertTo-LiveEvidence $_ })
    }
    Write-Information "$($script:questions[$Id]) $Answer"
}

function Invoke-LiveStep {
    <#
    .SYNOPSIS
        Asks one question, or a few that belong together. A response that nobody expects is what was found out, unless it ends the run.
    #>
    param([Parameter(Mandatory)] [string[]] $Id, [Parameter(Mandatory)] [scriptblock] $Run, [switch] $IsChange)

    if ($script:firstId -and $script:firstId -notin $Id) {
        return
    }

    $script:firstId, $script:current = '', $Id[0]
    $Id | ForEach-Object { $script:answers.Remove($_) }
    try {
        & $Run
    } catch {
        if ($IsChange -or $_.Exception.Data['EndsRun']) {
            throw
        }

        $response = $_.Exception.Data['Response']
        $why = if ($response) { "$($response.Kind), status $($response.Status), $($response.Code)" } else { Hide-Private "$_" }
        foreach ($open in $Id | Where-Object { -not $script:answers.Contains($_) }) {
            Add-LiveAnswer $open "Not found out: $why." -Evidence $response
        }
    }
}

function Read-LiveReport {
    <# .SYNOPSIS What an earlier run found out. #>
    param([string] $Folder)

    $path = Join-Path $Folder 'live-report.json'
    if (-not (Test-Path $path)) {
        throw "-From goes on with an earlier run, and there is no $path."
    }

    $report = [IO.File]::ReadAllText($path) | ConvertFrom-Json
    $policies = @{}
    $report.policies.PSObject.Properties | ForEach-Object { $policies[$_.Name] = $_.Value }
    foreach ($question in $report.questions.PSObject.Properties) {
        if ($script:questions.Contains($question.Name) -and $question.Value.answer -ne 'Not asked.') {
            $script:answers[$question.Name] = [pscustomobject]@{
                Answer = $question.Value.answer; Policy = $policies[$question.Name]; Evidence = @($question.Value.evidence)
            }
        }
    }

    $policies.Keys | Where-Object { -not $script:questions.Contains($_) } | Sort-Object |
        ForEach-Object { $script:otherPolicies[$_] = $policies[$_] }
}

function ConvertTo-LiveEvidence {
    param([pscustomobject] $Response)

    return [pscustomobject][ordered]@{
        request = $Response.Request; status = $Response.Status; kind = $Response.Kind; code = $Response.Code; message = Hide-Private $Response.Message
        format = $Response.Format; shape = $Response.Shape; headers = @($Response.Headers); milliseconds = $Response.Milliseconds
    }
}

function Add-LivePrivate {
    <# .SYNOPSIS Remembers everything in a server that says whose it is. #>
    param([Xml.XmlElement[]] $Server)

    $own = 'serverInstanceNo', 'serverName', 'serverDescription', 'loginKeyName', 'publicIpInstanceNo', 'publicIp', 'vpcNo', 'subnetNo',
        'initScriptNo', 'placementGroupNo', 'placementGroupName', 'memberServerImageInstanceNo', 'networkInterfaceNoList'
    foreach ($node in $Server | ForEach-Object { $_.ChildNodes } | Where-Object { $_.LocalName -in $own }) {
        foreach ($text in $node.SelectNodes('descendant::text()')) {
            if ($text.Value.Trim().Length -ge 3) {
                $null = $script:private.Add($text.Value.Trim())
            }
        }
    }
}

function Hide-Private {
    <# .SYNOPSIS A text of the service without what belongs to the account, and without everything that looks like it. #>
    param([string] $Text)

    # The longest first: a name can hold a number.
    $found = foreach ($value in $script:private) {
        if ($Text.Contains($value)) {
            $value
        }
    }
    foreach ($value in $found | Sort-Object { $_.Length } -Descending) {
        $Text = $Text.Replace($value, '<hidden>')
    }

    return $Text -replace '\d{1,3}(\.\d{1,3}){3}', '<address>' -replace '\b[0-9A-Za-z+/_-]{20,}=*', '<hidden>' -replace '\d{5,}', '<number>'
}
