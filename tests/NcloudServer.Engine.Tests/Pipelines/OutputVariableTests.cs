namespace NcloudServer.EngineTests.Pipelines;

public sealed class OutputVariableTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("Stop-NcpServerInstance")]
    [InlineData("Invoke-NcpServerInterrupt -Force")]
    [InlineData("Get-NcpServerInstance")]
    public void OutVariable_and_PipelineVariable_hold_the_servers(string command)
    {
        Result result = Run(
            $$"""
            1000001, 1000002 | {{command}} -OutVariable all -PipelineVariable server | ForEach-Object { "$($server.Id)=$($_.Id)" }
            $all.Id
            """);

        Assert.Equal(["1000001=1000001", "1000002=1000002", "1000001", "1000002"], result.Output.Select(item => item.ToString()));
    }
}
