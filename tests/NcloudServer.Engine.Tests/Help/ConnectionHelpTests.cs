namespace NcloudServer.EngineTests.Help;

/// <summary>What is said of the connection is the same wherever it is said.</summary>
[Collection(HelpSession.Name)]
public sealed class ConnectionHelpTests(HelpSession session) : CommandHelpTest(session)
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("ko-KR")]
    public void The_parameters_of_the_connection_are_described_alike_for_every_cmdlet_that_has_one(string language)
    {
        string[] shared = ["Credential", "ProfileName", "EndpointUrl", "TimeoutSec", "MaximumRetryCount", "Proxy", "ProxyCredential"];
        string[] commands = [.. HelpSession.CommandNames.Where(name => Command(name).Parameters.ContainsKey("MaximumRetryCount"))];

        Assert.True(commands.Length >= 7);
        Assert.All(shared, parameter =>
            Assert.Single(commands.Select(name => Help(name, language).Parameters[parameter].Text).Distinct()));
    }
}
