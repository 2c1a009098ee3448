namespace NcloudServer.Profiles;

/// <summary>One line of the configure file: a profile that begins, a key with its value, something wrong, or nothing of these.</summary>
internal sealed class ConfigureLine
{
    public string? Section { get; private init; }

    public string? Key { get; private init; }

    public string Value { get; private init; } = string.Empty;

    /// <summary>What is wrong with the line, without its text, which may contain a secret.</summary>
    public string? Problem { get; private init; }

    public static ConfigureLine Parse(string text)
    {
        string line = text.Trim();
        if (line.Length == 0 || line[0] is '#' or ';')
        {
            return new();
        }

        if (line[0] == '[')
        {
            string name = line.Substring(1, Math.Max(line.IndexOf(']') - 1, 0)).Trim();
            return name.Length > 0 ? new() { Section = name } : new() { Problem = "does not name a profile between [ and ]" };
        }

        // Only the first sign counts: a secret can contain one.
        int sign = line.IndexOf('=');
        return sign > 0
            ? new() { Key = line.Substring(0, sign).TrimEnd(), Value = line.Substring(sign + 1).TrimStart() }
            : new() { Problem = "is neither a comment nor [a profile] nor a key = value" };
    }
}
