using System.Text.RegularExpressions;

namespace NcloudServer.EngineTests.Help;

/// <summary>The Markdown that the about_ topics are made of.</summary>
internal static class TopicSource
{
    /// <summary>The sources of the module.</summary>
    public static string Root { get; } = Path.Combine(TestProcess.RepositoryRoot, "src");

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "NcloudServer.Help", HelpSession.Languages[0]), "about_*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path)!).Order(),
    ];

    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (string language in HelpSession.Languages)
            {
                foreach (string name in Names)
                {
                    pages.Add(name, language);
                }
            }

            return pages;
        }
    }

    public static string Read(string name, string language) =>
        File.ReadAllText(Path.Combine(Root, "NcloudServer.Help", language, $"{name}.md")).ReplaceLineEndings("\n");

    /// <summary>The PowerShell code. Comments are for people, and therefore translated: they are left out.</summary>
    public static IEnumerable<string> CodeBlocks(string name, string language) => Regex
        .Matches(Read(name, language), "(?ms)^```powershell\n(.*?)^```")
        .Select(match => Regex.Replace(match.Groups[1].Value, @"(?m)\s+# .*$", string.Empty));

    /// <summary>The lines of all code, in whatever language.</summary>
    public static IEnumerable<string> Lines(string name, string language) => Regex
        .Matches(Read(name, language), "(?ms)^```\\w*\n(.*?)^```")
        .SelectMany(match => match.Groups[1].Value.Split('\n').Select(line => line.Trim()));
}
