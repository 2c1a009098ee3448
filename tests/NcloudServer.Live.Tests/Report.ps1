# The report of a run, for people and for programs, and the policies that a simulator takes.

function Write-LiveReport {
    param([string] $Folder, [string] $Problem, [string] $GoOn, [string] $Site)

    $null = New-Item -ItemType Directory -Force $Folder
    $result = [ordered]@{
        date       = [DateTime]::UtcNow.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
        site       = $Site
        powershell = "$($PSVersionTable.PSVersion) $($PSVersionTable.PSEdition)"
        requests   = $script:service.Count
        problem    = Hide-Private $Problem
        goOn       = $GoOn
        questions  = [ordered]@{}
        policies   = [ordered]@{}
    }
    foreach ($id in $script:questions.Keys) {
        $answer = $script:answers[$id]
        $result.questions[$id] = [ordered]@{
            question = $script:questions[$id]
            answer   = if ($answer) { $answer.Answer } else { 'Not asked.' }
            evidence = if ($answer) { $answer.Evidence } else { @() }
        }
        if ($answer -and $null -ne $answer.Policy) {
            $result.policies[$id] = $answer.Policy
        }
    }

    foreach ($name in $script:otherPolicies.Keys) {
        $result.policies[$name] = $script:otherPolicies[$name]
    }

    Write-LiveFile -Folder $Folder -Name 'live-report.json' -Text (ConvertTo-Json $result -Depth 6)
    Write-LiveFile -Folder $Folder -Name 'live-policy.json' -Text (ConvertTo-Json $result.policies)
    Write-LiveFile -Folder $Folder -Name 'live-report.md' -Text ((Format-LiveReport $result) -join "`n")
}

function Format-LiveReport {
    param([System.Collections.IDictionary] $Result)

    '# What the service answered'
    ''
    "$($Result.date), $($Result.site), PowerShell $($Result.powershell), $($Result.requests) requests."
    if ($Result.problem) {
        ''
        "The run stopped early: $($Result.problem)"
        "To go on from there: ``$($Result.goOn)``"
    }

    ''
    '| question | answer | policy of the simulator |'
    '|---|---|---|'
    foreach ($id in $Result.questions.Keys) {
        $policy = if ($Result.policies.Contains($id)) { "``$id`` = ``$($Result.policies[$id])``" }
        "| $($Result.questions[$id].question) | $($Result.questions[$id].answer.Replace('|', '\|')) | $policy |"
    }

    ''
    '## Responses'
    foreach ($id in $Result.questions.Keys | Where-Object { $Result.questions[$_].evidence }) {
        ''
        "### $id"
        ''
        foreach ($response in $Result.questions[$id].evidence) {
            $code = @($response.code, $response.message | Where-Object { $_ }) -join ' '
            "- $($response.request): status $($response.status), $($response.kind), $code; $($response.format), ``$($response.shape)``;"
            "  headers $($response.headers -join ', '); $($response.milliseconds) ms"
        }
    }
}

function Write-LiveFile {
    param([string] $Folder, [string] $Name, [string] $Text)

    $path = Join-Path $Folder $Name
    [IO.File]::WriteAllText($path, "$Text`n")
    Write-Information $path
}
