using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NcloudServer.Credentials;

/// <summary>What a profile of the file holds; empty where a key is not there.</summary>
internal sealed class ConfigureProfile(string name)
{
    public string Name { get; } = name;

    public string AccessKeyId { get; set; } = string.Empty;

    public string SecretAccessKey { get; set; } = string.Empty;

    public string ApiUrl { get; set; } = string.Empty;
}

/// <summary>The file of profiles that NAVER's CLI and SDKs share. It is read when it is first asked, and only then.</summary>
/// <remarks>Source: cli.ncloud-docs.com ("configure"), and the samples of NAVER's SDKs, which have no section line at all.</remarks>
internal sealed class ConfigureFile(string path)
{
    public const string DefaultProfile = "DEFAULT";
    public const string AccessKeyName = "ncloud_access_key_id";
    public const string SecretKeyName = "ncloud_secret_access_key";
    public const string ApiUrlName = "ncloud_api_url";

    private List<ConfigureProfile>? _profiles;

    public string Path { get; } = path;

    /// <summary>The file in the user's home directory.</summary>
    public static ConfigureFile OfUser() => new(System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".ncloud", "configure"));

    /// <summary>The profile of this name; where no name is written the same way, the one that differs in upper and lower case alone.</summary>
    /// <exception cref="NcpConfigurationException">The file can't be read.</exception>
    public ConfigureProfile? Find(string name)
    {
        List<ConfigureProfile> profiles = _profiles ??= Read();
        return profiles.Find(profile => profile.Name.Equals(name, StringComparison.Ordinal))
            ?? profiles.Find(profile => profile.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The profiles' names in the order of the file.</summary>
    /// <exception cref="NcpConfigurationException">The file can't be read.</exception>
    public IEnumerable<string> Names => (_profiles ??= Read()).Select(profile => profile.Name);

    public NcpConfigurationException NotFound(string name)
    {
        List<ConfigureProfile> profiles = _profiles ??= Read();
        string found = profiles.Count == 0 ? "It has none" : "It has " + string.Join(", ", profiles.Select(profile => profile.Name));
        return new NcpConfigurationException(
            NcpErrorId.NcpProfileNotFound,
            File.Exists(Path) ? $"{Path} has no profile {name}. {found}." : $"There is no profile {name}, since there is no file {Path}.",
            "Check the profile's name, or write the profile into the file.");
    }

    private List<ConfigureProfile> Read()
    {
        try
        {
            return File.Exists(Path) ? Parse(File.ReadAllLines(Path)) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NcpConfigurationException(
                NcpErrorId.NcpCredentialIncomplete, $"{Path} can't be read: {e.Message}", "Give yourself the right to read the file.", e);
        }
    }

    private List<ConfigureProfile> Parse(string[] lines)
    {
        var profiles = new List<ConfigureProfile>();
        ConfigureProfile? current = null;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0 || line[0] is '#' or ';')
            {
                continue;
            }

            if (line[0] == '[')
            {
                current = Enter(profiles, SectionName(line, i));
                continue;
            }

            // At the first sign only: a secret may hold one.
            int sign = line.IndexOf('=');
            if (sign <= 0)
            {
                throw Unreadable(i, "is neither a comment nor [a profile] nor a key = value");
            }

            current ??= Enter(profiles, DefaultProfile);
            Assign(current, line.Substring(0, sign).TrimEnd(), line.Substring(sign + 1).TrimStart());
        }

        return profiles;
    }

    private static ConfigureProfile Enter(List<ConfigureProfile> profiles, string name)
    {
        ConfigureProfile? known = profiles.Find(profile => profile.Name.Equals(name, StringComparison.Ordinal));
        if (known is null)
        {
            profiles.Add(known = new ConfigureProfile(name));
        }

        return known;
    }

    private static void Assign(ConfigureProfile profile, string key, string value)
    {
        switch (key.ToLowerInvariant())
        {
            case AccessKeyName:
                profile.AccessKeyId = value;
                break;
            case SecretKeyName:
                profile.SecretAccessKey = value;
                break;
            case ApiUrlName:
                profile.ApiUrl = value;
                break;
        }
    }

    private string SectionName(string line, int index)
    {
        int end = line.IndexOf(']');
        string name = end < 0 ? string.Empty : line.Substring(1, end - 1).Trim();
        return name.Length > 0 ? name : throw Unreadable(index, "does not name a profile between [ and ]");
    }

    // The line itself stays out of the text: it may be half of a secret.
    private NcpConfigurationException Unreadable(int index, string what) => new(
        NcpErrorId.NcpCredentialIncomplete, $"{Path}, line {index + 1} {what}.", "Correct the line, or take it out.");
}
