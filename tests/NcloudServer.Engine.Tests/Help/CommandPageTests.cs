using System.Reflection;
using System.Text.RegularExpressions;

namespace NcloudServer.EngineTests.Help;

/// <summary>The help of every cmdlet in both languages: what there is, and how it is shown.</summary>
[Collection(HelpSession.Name)]
public sealed class CommandPageTests(HelpSession session) : CommandHelpTest(session)
{
    private static readonly Regex s_korean = new(@"\p{IsHangulSyllables}");

    [Theory]
    [MemberData(nameof(Pages))]
    public void There_are_a_synopsis_a_description_inputs_outputs_and_links(string name, string language)
    {
        CommandHelp help = Help(name, language);

        Assert.DoesNotMatch($@"^\s*{name}", help.Synopsis);
        Assert.Matches(@"\w+[.]\s*$", help.Synopsis);
        Assert.True(help.Description.Length > 60);
        Assert.Matches(@"\w{2,}", help.Inputs);
        Assert.Matches(@"\w{2,}", help.Outputs);
        Assert.Contains("about_NcloudServer", help.Links);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_first_link_is_the_page_of_the_API_which_Online_opens(string name, string language)
    {
        string uri = Command(name).ImplementingType.GetCustomAttribute<CmdletAttribute>()!.HelpUri;
        bool isOfServers = Regex.IsMatch(name, "-Ncp[RS]");
        Assert.Matches(isOfServers ? "^https://api[.]ncloud-docs[.]com/docs/en/compute-vserver-server-[a-z-]+$" : "^(https://.+)?$", uri);
        if (uri.Length > 0)
        {
            Assert.Matches(@" https://api\.ncloud-docs\.com/docs/", Help(name, language).Links[0]);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_page_is_in_its_own_language(string name, string language)
    {
        CommandHelp help = Help(name, language);

        IEnumerable<string> texts =
            [help.Synopsis, help.Description, .. help.Remarks, .. help.Parameters.Values.Select(parameter => parameter.Text)];
        Assert.All(texts, text => Assert.Equal(language == "ko-KR", s_korean.IsMatch(text)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void There_are_four_examples_or_more_each_with_an_explanation(string name, string language)
    {
        CommandHelp help = Help(name, language);

        Assert.True(help.Codes.Count >= 4);
        Assert.Equal(help.Codes.Count, help.Remarks.Count);
        Assert.All(help.Remarks, remark => Assert.Matches(@"\w{2,}", remark));
        Assert.All(help.Codes, code => Assert.Contains(name, code));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Full_Examples_Parameter_and_the_question_mark_show_the_page(string name, string language)
    {
        CommandHelp help = Help(name, language);
        string synopsis = HelpSession.Dense(help.Synopsis);

        string full = Session.Show($"Get-Help {name} -Full", language);
        Assert.Contains(synopsis, full);
        Assert.Contains(synopsis, Session.Show($"{name} -?", language));
        string examples = Session.Show($"Get-Help {name} -Examples", language);
        Assert.All(help.Codes, code => Assert.Contains(HelpSession.Dense(code), examples));
        string parameters = Session.Show($"Get-Help {name} -Parameter *", language);
        Assert.All(OwnParameters(name), parameter =>
        {
            Assert.Contains($"-{parameter.Name}", full);
            Assert.Contains($"-{parameter.Name}", parameters);
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_says_the_same_in_both_languages_apart_from_the_language(string name, string language)
    {
        CommandHelp here = Help(name, language);
        CommandHelp there = Help(name, HelpSession.Languages.Single(other => other != language));

        Assert.Equal(there.Codes, here.Codes);
        Assert.Equal(there.Parameters.Keys.Order(), here.Parameters.Keys.Order());
        Assert.Equal(there.Links.Count, here.Links.Count);
    }
}
