# The key of the usual places, read here: the module shows no secret to anybody.

function Find-LiveKey {
    <# .SYNOPSIS The key and the gateway of the usual places: -Credential, a named profile, the environment, the default profile. #>
    param([pscredential] $Credential, [string] $ProfileName)

    $profiles = Read-LiveProfile (Join-Path ([Environment]::GetFolderPath('UserProfile')) '.ncloud/configure')
    $default = if ($env:NCLOUD_PROFILE) { $env:NCLOUD_PROFILE } else { 'DEFAULT' }
    $chosen = if ($ProfileName) { $profiles[$ProfileName] } else { $profiles[$default] }
    if ($ProfileName -and -not $chosen) {
        throw "There is no profile '$ProfileName' in ~/.ncloud/configure."
    }

    $environment = @{
        ncloud_access_key_id     = $env:NCLOUD_ACCESS_KEY_ID, $env:NCLOUD_ACCESS_KEY | Select-FirstGiven
        ncloud_secret_access_key = $env:NCLOUD_SECRET_ACCESS_KEY, $env:NCLOUD_SECRET_KEY | Select-FirstGiven
    }
    $sources = @($chosen, $environment)
    if (-not $ProfileName) {
        [array]::Reverse($sources)
    }

    if ($Credential) {
        $given = $Credential.GetNetworkCredential()
        $sources = @(@{ ncloud_access_key_id = $Credential.UserName; ncloud_secret_access_key = $given.Password })
    }

    $source = $sources | Where-Object { $_ -and $_['ncloud_access_key_id'] -and $_['ncloud_secret_access_key'] } | Select-FirstGiven
    if (-not $source) {
        throw 'No access key was found. Give -Credential, set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY, or create a profile.'
    }

    $named = if ($ProfileName) { $chosen['ncloud_api_url'] }
    $gateways = $named, $env:NCLOUD_API_GW, $(if ($chosen) { $chosen['ncloud_api_url'] }), 'https://ncloud.apigw.ntruss.com'
    return @{
        AccessKey  = $source['ncloud_access_key_id'].Trim()
        SecretKey  = $source['ncloud_secret_access_key'].Trim()
        Gateway    = $gateways | Select-FirstGiven
        RegionCode = $env:NCLOUD_REGION, $(if ($chosen) { $chosen['ncloud_region'] }) | Select-FirstGiven
    }
}

function Select-FirstGiven {
    $input | Where-Object { $_ } | Select-Object -First 1
}

function Read-LiveProfile {
    param([string] $Path)

    $profiles = @{}
    if (-not (Test-Path $Path)) {
        return $profiles
    }

    $name = 'DEFAULT'
    foreach ($line in [IO.File]::ReadAllLines($Path)) {
        if ($line -match '^\s*\[(.+)\]\s*$') {
            $name = $Matches[1].Trim()
        } elseif ($line -match '^\s*([^#;=][^=]*?)\s*=\s*(.*?)\s*$') {
            if (-not $profiles.ContainsKey($name)) {
                $profiles[$name] = @{}
            }

            $profiles[$name][$Matches[1]] = $Matches[2]
        }
    }

    return $profiles
}
