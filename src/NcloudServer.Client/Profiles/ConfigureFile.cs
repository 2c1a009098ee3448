namespace NcloudServer.Profiles;

/// <summary>The file of profiles that NAVER's CLI and SDKs share. It is read once, on first use.</summary>
/// <remarks>Source: cli.ncloud-docs.com ("configure"), and the samples of NAVER's SDKs, which have no section line.</remarks>
internal sealed class ConfigureFile(string path)
{
    public const string DefaultProfile = "DEFAULT";
    public const string AccessKeyName = "ncloud_access_key_id";
    public const string SecretKeyName = "ncloud_secret_access_key";
    public const string ApiUrlName = "ncloud_api_url";

    /// <summary>This module's own key; the readers of NAVER's SDKs pass over keys that they do not know.</summary>
    public const string RegionName = "ncloud_region";

    private const int MostNames = 20;

    private List<ConfigureProfile>? _profiles;
    private bool _isThere;

    public string Path { get; } = path;

    /// <summary>Whether there is such a file.</summary>
    /// <exception cref="NcpConfigurationException">The file can't be read.</exception>
    public bool IsThere => Profiles is not null && _isThere;

    /// <summary>The file in the user's home directory.</summary>
    public static ConfigureFile OfUser() => new(System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".ncloud", "configure"));

    /// <summary>The file as it was read already; null for one that is not there.</summary>
    /// <exception cref="NcpConfigurationException">A line is not valid.</exception>
    public static ConfigureFile Of(string path, byte[]? content)
    {
        var file = new ConfigureFile(path);
        file._profiles = file.Parse(content);
        return file;
    }

    /// <summary>The profile with this name. An exact match wins over one that differs in case.</summary>
    public ConfigureProfile? Find(string name) =>
        Profiles.FirstOrDefault(profile => profile.Name == name)
            ?? Profiles.FirstOrDefault(profile => profile.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The profiles in the order of the file.</summary>
    /// <exception cref="NcpConfigurationException">The file can't be read.</exception>
    public IReadOnlyList<ConfigureProfile> Profiles => _profiles ??= Parse(Read());

    public IEnumerable<string> Names => Profiles.Select(profile => profile.Name);

    public NcpConfigurationException NotFound(string name)
    {
        string more = Profiles.Count > MostNames ? $" and {Profiles.Count - MostNames} more" : string.Empty;
        // In quotes, because a name can have spaces: as in [profile prod], which is not the profile prod.
        string found = Profiles.Count == 0 ? "none" : string.Join(", ", Names.Take(MostNames).Select(known => $"'{known}'")) + more;
        return new NcpConfigurationException(
            NcpErrorId.NcpProfileNotFound,
            IsThere ? $"{Path} has no profile '{name}'. It has {found}." : $"There is no profile '{name}', because there is no file {Path}.",
            "Check the profile's name, or create the profile with Set-NcpProfile.");
    }

    private byte[]? Read()
    {
        try
        {
            return FileContent.Read(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NcpConfigurationException(
                NcpErrorId.NcpCredentialIncomplete,
                $"{Path} can't be read: {e.Message}",
                "Give yourself the right to read the file and its folder, or remove what is there in its place.",
                e);
        }
    }

    private List<ConfigureProfile> Parse(byte[]? content)
    {
        _isThere = content is not null;
        var profiles = new List<ConfigureProfile>();
        foreach ((int index, ConfigureLine line, string? name) in new ConfigureDocument(content ?? []).Understood())
        {
            if (line.Problem is not null)
            {
                throw new NcpConfigurationException(
                    NcpErrorId.NcpCredentialIncomplete, $"{Path}, line {index + 1} {line.Problem}.", "Correct the line, or remove it.");
            }

            ConfigureProfile? profile = profiles.Find(known => known.Name == name);
            if (profile is null && name is not null)
            {
                profiles.Add(profile = new ConfigureProfile(name));
            }

            if (line.Key is not null)
            {
                profile!.Values[line.Key] = line.Value;
            }
        }

        return profiles;
    }
}
