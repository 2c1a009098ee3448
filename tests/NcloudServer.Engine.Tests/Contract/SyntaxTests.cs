namespace NcloudServer.EngineTests.Contract;

/// <summary>The syntax of the cmdlets is the one that users know.</summary>
public sealed class SyntaxTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void Nothing_of_the_syntax_is_taken_away_or_added_unnoticed()
    {
        // What a change of it takes away or adds is a matter of the version number; a wanted change goes into Syntax.txt.
        Result result = Run("Get-Command -Module NcloudServer | ForEach-Object { Get-Command $_.Name -Syntax }");

        Assert.Equal(
            File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Contract", "Syntax.txt")).Order(StringComparer.Ordinal),
            result.Output.SelectMany(text => text.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
                .Order(StringComparer.Ordinal));
    }
}
