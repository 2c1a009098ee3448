namespace NcloudServer.Profiles;

/// <summary>One line of the configure file, parsed in one place for reading and writing.</summary>
internal sealed class ConfigureLine
{
    private static readonly ConfigureLine s_nothing = new();

    /// <summary>The profile that begins here; null on any other line.</summary>
    public string? Section { get; private init; }

    /// <summary>The key of a <c>key = value</c>; null on any other line.</summary>
    public string? Key { get; private init; }

    public string Value { get; private init; } = string.Empty;

    /// <summary>What is wrong with the line, without its text, which may contain a secret.</summary>
    public string? Problem { get; private init; }

    public static ConfigureLine Parse(string text)
    {
        string line = text.Trim();
        if (line.Length == 0 || line[0] is '#' or ';')
        {
            return s_nothing;
        }

        if (line[0] == '[')
        {
            int end = line.IndexOf(']');
            string name = end < 0 ? string.Empty : line.Substring(1, end - 1).Trim();
            return name.Length > 0
                ? new ConfigureLine { Section = name }
                : new ConfigureLine { Problem = "does not name a profile between [ and ]" };
        }

        // Only the first sign counts: a secret can contain one.
        int sign = line.IndexOf('=');
        return sign > 0
            ? new ConfigureLine { Key = line.Substring(0, sign).TrimEnd(), Value = line.Substring(sign + 1).TrimStart() }
            : new ConfigureLine { Problem = "is neither a comment nor [a profile] nor a key = value" };
    }
}
