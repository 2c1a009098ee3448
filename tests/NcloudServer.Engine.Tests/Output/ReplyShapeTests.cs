using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Output;

/// <summary>Servers out of a reply of another shape.</summary>
public sealed class ReplyShapeTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void XML_gives_the_same_servers_as_JSON()
    {
        string[] json = Read();
        Session.Reset();
        Service.Policies = new Policies { XmlEvenIfJsonAsked = true };

        Assert.Equal(json, Read());
        Assert.Equal(21, json.Length);
    }

    [Fact]
    public void Fields_of_the_future_are_kept_under_their_own_names()
    {
        Service.Faults.Add(new FaultRule
        {
            Status = 200,
            Body = """
                {"stopServerInstancesResponse":{"returnCode":"0","serverInstanceList":[
                {"serverInstanceNo":"1000001","sizeOfTomorrow":7,"listOfTomorrow":[{"a":"b"}]}]}}
                """,
        });

        Result result = Run("""
            $server = 1000001 | Stop-NcpServerInstance
            "$($server.AdditionalProperties['sizeOfTomorrow'])"
            $server.AdditionalProperties['listOfTomorrow'][0]['a']
            $server.ServerName
            """);

        Assert.Equal(["7", "b", ""], result.Output.Select(item => item.ToString()));
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance")]
    [InlineData("Start-NcpServerInstance")]
    [InlineData("Restart-NcpServerInstance")]
    [InlineData("Invoke-NcpServerInterrupt")]
    [InlineData("Wait-NcpServerInstance")]
    [InlineData("Get-NcpServerInstance")]
    public void A_server_is_what_the_cmdlets_declare_to_give(string command)
    {
        Result result = Run($"(Get-Command {command}).OutputType.Type.FullName");

        Assert.Equal(["NcloudServer.ServerInstance"], result.Output.Select(item => item.ToString()));
    }

    private string[] Read() =>
        [.. Run("1000090..1000110 | Stop-NcpServerInstance").Output.Select(server => PSSerializer.Serialize(server, 4))];
}
