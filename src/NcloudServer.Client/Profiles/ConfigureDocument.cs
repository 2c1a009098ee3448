using System.Text;

namespace NcloudServer.Profiles;

/// <summary>The text of the configure file. An edit keeps everything else byte for byte.</summary>
internal sealed class ConfigureDocument
{
    // In this order, because the byte order mark of UTF-32 begins with that of UTF-16.
    private static readonly Encoding[] s_marked =
    [
        Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true), Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode,
    ];

    // One character a byte, which preserves comments in any encoding.
    private static readonly Encoding s_bytes = Encoding.GetEncoding(28591);

    private readonly byte[] _mark;
    private readonly Encoding _encoding;
    private List<string> _lines;

    public ConfigureDocument(byte[] content)
    {
        Encoding? marked = Array.Find(s_marked, encoding => content.AsSpan().StartsWith(encoding.GetPreamble()));
        _mark = marked?.GetPreamble() ?? [];
        _encoding = marked is null or UTF8Encoding ? s_bytes : marked;
        _lines = Split(_encoding.GetString(content, _mark.Length, content.Length - _mark.Length));
    }

    public IEnumerable<string> Lines => _lines.Select(Read);

    public byte[] ToArray() => [.. _mark, .. _encoding.GetBytes(string.Concat(_lines))];

    /// <summary>Sets these values of a profile; adds what is missing, the profile too, but no key for an empty value.</summary>
    public void Set(string profile, IEnumerable<KeyValuePair<string, string>> values)
    {
        if (IndexesOf(profile).Length == 0)
        {
            if (_lines.Count > 0 && !IsEmpty(_lines[_lines.Count - 1]))
                Insert(_lines.Count, string.Empty);

            Insert(_lines.Count, $"[{profile}]");
        }

        foreach (KeyValuePair<string, string> value in values)
        {
            // Every occurrence of a repeated key, so that no reader finds an old secret.
            int[] known = IndexesOf(profile, value.Key);
            foreach (int index in known)
                _lines[index] = UpToValue(_lines[index]) + Written(value.Value) + LineEnd(_lines[index]);

            if (known.Length == 0 && value.Value.Length > 0)
                Insert(IndexesOf(profile).Last() + 1, $"{value.Key} = {value.Value}");
        }
    }

    /// <summary>Removes a profile, from its first line to its last key. Comments above and below stay.</summary>
    public void Remove(string profile)
    {
        var kept = new List<string>();
        // How many were kept above the profile's last line; -1 where another profile's line came after it.
        int above = -1;
        foreach ((int index, _, string? owner) in Understood())
        {
            if (owner == profile)
            {
                // A comment between the profile's lines may be a disabled key: it is removed with them.
                above = above < 0 ? kept.Count : above;
                kept.RemoveRange(above, kept.Count - above);
                continue;
            }

            above = owner is null ? above : -1;
            if (kept.Count != above || !IsEmpty(_lines[index]))
                kept.Add(_lines[index]);
        }

        _lines = kept;
    }

    private void Insert(int index, string text)
    {
        string end = _lines.Take(index).Select(LineEnd).LastOrDefault(known => known.Length > 0) ?? Environment.NewLine;
        if (index > 0 && LineEnd(_lines[index - 1]).Length == 0)
            _lines[index - 1] += end;

        _lines.Insert(index, Written(text) + end);
    }

    private int[] IndexesOf(string profile, string? key = null) => Understood()
        .Where(line => line.Profile == profile && (key is null || key.Equals(line.Line.Key, StringComparison.OrdinalIgnoreCase)))
        .Select(line => line.Index)
        .ToArray();

    /// <summary>Each line with the profile that it belongs to; null for empty lines and comments.</summary>
    public IEnumerable<(int Index, ConfigureLine Line, string? Profile)> Understood()
    {
        string current = ConfigureFile.DefaultProfile;
        int index = 0;
        foreach (ConfigureLine line in Lines.Select(ConfigureLine.Parse))
        {
            current = line.Section ?? current;
            yield return (index++, line, line.Section is null && line.Key is null ? null : current);
        }
    }

    private bool IsEmpty(string line) => Read(line).Trim().Length == 0;

    private string Read(string line) => _encoding == s_bytes ? Encoding.UTF8.GetString(s_bytes.GetBytes(line)) : line;

    private string Written(string text) => _encoding == s_bytes ? s_bytes.GetString(Encoding.UTF8.GetBytes(text)) : text;

    private static string UpToValue(string line) =>
        line.Substring(0, line.Length - line.Substring(line.IndexOf('=') + 1).TrimStart(' ', '\t').Length);

    private static string LineEnd(string line) => line.Substring(line.TrimEnd('\r', '\n').Length);

    private static List<string> Split(string text)
    {
        var lines = new List<string>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = text.IndexOfAny(['\r', '\n'], start) + 1;
            end = end == 0 ? text.Length : end < text.Length && text[end - 1] == '\r' && text[end] == '\n' ? end + 1 : end;
            lines.Add(text.Substring(start, end - start));
        }

        return lines;
    }
}

/// <summary>One line of the configure file: a profile that begins, a key with its value, a problem, or nothing of these.</summary>
/// <remarks>A problem does not repeat the line's text, which may contain a secret.</remarks>
internal sealed record ConfigureLine(string? Section = null, string? Key = null, string Value = "", string? Problem = null)
{
    public static ConfigureLine Parse(string text)
    {
        string line = text.Trim();
        if (line.Length == 0 || line[0] is '#' or ';')
            return new();

        if (line[0] == '[')
        {
            string name = line.Substring(1, Math.Max(line.IndexOf(']') - 1, 0)).Trim();
            return name.Length > 0 ? new(Section: name) : new(Problem: "does not name a profile between [ and ]");
        }

        // Only the first sign counts: a secret can contain one.
        int sign = line.IndexOf('=');
        return sign > 0 ? new(Key: line.Substring(0, sign).TrimEnd(), Value: line.Substring(sign + 1).TrimStart())
            : new(Problem: "is neither a comment nor [a profile] nor a key = value");
    }
}
