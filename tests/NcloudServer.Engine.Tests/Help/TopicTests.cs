using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace NcloudServer.EngineTests.Help;

/// <summary>Every about_ topic in both languages.</summary>
[Collection(HelpSession.Name)]
public sealed class TopicTests(HelpSession session)
{
    public static TheoryData<string, string> Pages => TopicSource.Pages;

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_is_found_in_its_own_language_and_says_in_a_line_what_it_is_about(string name, string language)
    {
        string text = session.OfTopic(name, language);

        Assert.Matches($"(?mi)^ +{name}$", text);
        Assert.Equal(language == "ko-KR", Regex.IsMatch(text, @"\p{IsHangulSyllables}"));
        // Get-Help about_* shows the fifth line as the synopsis, and that line alone.
        string[] lines = text.Trim().Split('\n');
        Assert.Matches(@"^    \w.*[.]$", lines[4]);
        Assert.Empty(lines[5].Trim());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_comes_out_of_the_Markdown_whole(string name, string language)
    {
        // What the generator breaks: tables, emphasis and links in a paragraph become fragments.
        string prose = Regex.Replace(TopicSource.Read(name, language), "(?ms)^```.*?^```", string.Empty);

        Assert.Empty(Regex.Matches(prose, @"(?m)^\||\]\(|\*|`"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Its_prose_fits_into_80_columns(string name, string language)
    {
        HashSet<string> code = [.. TopicSource.Lines(name, language)];

        Assert.All(session.OfTopic(name, language).Split('\n').Where(line => !code.Contains(line.Trim())), line =>
            Assert.True(line.Length + Regex.Count(line, @"\p{IsHangulSyllables}") <= 80, line));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_shows_code_that_PowerShell_can_read_with_parameters_that_there_are(string name, string language)
    {
        foreach (string block in TopicSource.CodeBlocks(name, language))
        {
            ScriptBlockAst tree = Parser.ParseInput(block, out _, out ParseError[] mistakes);
            Assert.Empty(mistakes);
            IEnumerable<CommandAst> calls = tree.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()
                .Where(call => call.GetCommandName()?.Contains("-Ncp", System.StringComparison.Ordinal) == true);
            foreach (CommandAst call in calls)
            {
                Assert.All(call.CommandElements.OfType<CommandParameterAst>(), parameter => Assert.True(
                    session.Commands[call.GetCommandName()].Parameters.ContainsKey(parameter.ParameterName), parameter.ToString()));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_says_the_same_in_both_languages_apart_from_the_language(string name, string language)
    {
        string other = HelpSession.Languages.Single(candidate => candidate != language);

        Assert.Equal(TopicSource.CodeBlocks(name, other), TopicSource.CodeBlocks(name, language));
        Assert.Equal(Outline(name, other), Outline(name, language));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_refers_to_commands_and_topics_that_there_are(string name, string language)
    {
        // The underscore is part of a topic's name; a Korean particle is not.
        IEnumerable<string> references = Regex
            .Matches(session.OfTopic(name, language), "[A-Z][a-z]+-Ncp[A-Za-z]+|about_NcloudServer(_[A-Za-z]+)?")
            .Select(match => match.Value);

        Assert.All(references, reference => Assert.Contains(reference, session.Commands.Keys.Concat(TopicSource.Names)));
    }

    private static IEnumerable<string> Outline(string name, string language) =>
        Regex.Matches(TopicSource.Read(name, language), @"(?m)^(#+ |- |```\w*)").Select(match => match.Value);
}
