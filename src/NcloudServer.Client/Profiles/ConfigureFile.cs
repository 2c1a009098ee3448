namespace NcloudServer.Profiles;

/// <summary>The file of profiles that NAVER's CLI and SDKs share. It is read once, on first use; null where it certainly is not there.</summary>
/// <remarks>Source: cli.ncloud-docs.com ("configure"), and the samples of NAVER's SDKs, which have no section line.</remarks>
internal sealed class ConfigureFile(string path, Func<byte[]?>? read = null)
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

    /// <exception cref="NcpConfigurationException">The file can't be read.</exception>
    public bool IsThere => Profiles is not null && _isThere;

    /// <summary>The file in the user's home directory.</summary>
    public static ConfigureFile OfUser() => new(System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".ncloud", "configure"));

    /// <summary>The profile with this name. An exact match wins over one that differs in case.</summary>
    public ConfigureProfile? Find(string name) =>
        Profiles.FirstOrDefault(profile => profile.Name == name)
            ?? Profiles.FirstOrDefault(profile => profile.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The profiles in the order of the file.</summary>
    /// <exception cref="NcpConfigurationException">The file can't be read.</exception>
    public IReadOnlyList<ConfigureProfile> Profiles => _profiles ??= Parse(read is null ? Read() : read());

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

    /// <summary>Reads a file that another process can write and replace meanwhile, which Windows would refuse otherwise.</summary>
    /// <returns>The content; null where there certainly is no such file.</returns>
    /// <exception cref="UnauthorizedAccessException">This user may not read it, or see it; or what is there is no file.</exception>
    public static byte[]? Content(string path)
    {
        try
        {
            // To open a pipe for reading alone waits until somebody writes into it.
            FileAccess access = MayBePipe(path) ? FileAccess.ReadWrite : FileAccess.Read;
            using var stream = new FileStream(path, FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete);
            if (!stream.CanSeek)
                throw new UnauthorizedAccessException("It is not a file.");

            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            string folder = System.IO.Path.GetDirectoryName(path)!;
            return IsLink(path) || (IsLink(folder) && !Directory.Exists(folder))
                ? throw new UnauthorizedAccessException("It is a link to something that is not there.", e)
                : null;
        }
    }

#if NETFRAMEWORK
    private static bool MayBePipe(string path) => false;

    // Of a path that leads nowhere there are no attributes.
    private static bool IsLink(string path) => (int)new FileInfo(path).Attributes is var attributes and not -1
        && ((FileAttributes)attributes & FileAttributes.ReparsePoint) != 0;
#else
    private static bool MayBePipe(string path) => !OperatingSystem.IsWindows() && Resolved(path) is { Exists: true, Length: 0 };

    /// <summary>The target of the path if it is a link, else the path.</summary>
    public static FileInfo Resolved(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
#endif

    private byte[]? Read()
    {
        try
        {
            return Content(Path);
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
                profiles.Add(profile = new ConfigureProfile(name));

            if (line.Key is not null)
                profile!.Values[line.Key] = line.Value;
        }

        return profiles;
    }
}
