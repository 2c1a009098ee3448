using System.Text.RegularExpressions;

namespace NcloudServer.EngineTests.Help;

/// <summary>All about_ topics together: nothing that a user meets is left out.</summary>
[Collection(HelpSession.Name)]
public sealed class TopicIndexTests(HelpSession session)
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("ko-KR")]
    public void Every_error_id_is_named_in_one_place(string language)
    {
        string text = session.OfTopic("about_NcloudServer_Errors", language);
        Type ids = session.Commands.Values.First().ImplementingType.Assembly.GetReferencedAssemblies()
            .SelectMany(name => AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().FullName == name.FullName))
            .Select(assembly => assembly.GetType("NcloudServer.NcpErrorId")).OfType<Type>().Single();

        Assert.All(Enum.GetNames(ids), id => Assert.True(Parameters.HasWord(text, id), id));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ko-KR")]
    public void The_first_topic_names_every_cmdlet_and_every_other_topic(string language)
    {
        string text = session.OfTopic("about_NcloudServer", language);

        Assert.All(session.Commands.Keys.Concat(TopicSource.Names), name => Assert.True(Parameters.HasWord(text, name), name));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ko-KR")]
    public void Every_variable_that_the_module_reads_is_named(string language)
    {
        string all = string.Join('\n', TopicSource.Names.Select(name => session.OfTopic(name, language)));
        List<string> variables = Directory.EnumerateFiles(TopicSource.Root, "*.cs", SearchOption.AllDirectories)
            .SelectMany(path => Regex.Matches(File.ReadAllText(path), "\"(NCLOUD_[A-Z_]+)\"").Select(match => match.Groups[1].Value))
            .Distinct().ToList();

        Assert.True(variables.Count > 6);
        Assert.All(variables, variable => Assert.True(Parameters.HasWord(all, variable), variable));
    }
}
