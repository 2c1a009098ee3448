namespace NcloudServer.EngineTests.Input;

/// <summary>Profiles are completed from the user's file.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class ProfileCompletionTests : EngineTest, IDisposable
{
    public ProfileCompletionTests(ModuleSession session)
        : base(session)
    {
    }

    [ProfileTheory]
    [InlineData("Set-NcpProfile -ProfileName te", "test-1")]
    [InlineData("Get-NcpProfile -ProfileName te", "test-1")]
    [InlineData("Remove-NcpProfile te", "test-1")]
    [InlineData("Stop-NcpServerInstance -ProfileName ", "DEFAULT", "'my team'", "test-1")]
    [InlineData("Get-NcpServerInstance -ProfileName my", "'my team'")]
    [InlineData("Get-NcpRegion -ProfileName 'my", "'my team'")]
    public void The_profiles_of_the_file_are_offered(string line, params string[] offered)
    {
        ProfileFile.Write("[DEFAULT]\nncloud_access_key_id = a\n[my team]\n[test-1]\n");

        Assert.Equal(offered, Complete(line));
    }

    [ProfileTheory]
    [InlineData("not a line of such a file")]
    [InlineData("[neither")]
    [InlineData("")]
    public void Nothing_is_offered_where_the_file_is_broken_or_empty(string text)
    {
        ProfileFile.Write(text);

        Assert.Equal([" "], Complete("Get-NcpRegion -ProfileName "));
    }

    [ProfileFact]
    public void Nothing_is_offered_where_there_is_no_file() => Assert.Equal([" "], Complete("Get-NcpRegion -ProfileName "));

    public void Dispose() => ProfileFile.Remove();

    private IEnumerable<string?> Complete(string line)
    {
        Result result = Run("(TabExpansion2 $line $line.Length).CompletionMatches", ("line", line));
        Assert.Empty(result.Errors);
        return result.Values("CompletionText");
    }
}
