using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Pipelines;

/// <summary>Ctrl+C while the key of the server's role is being looked for.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class KeySearchTests(ModuleSession session) : StoppingTest(session)
{
    [Fact]
    public void The_search_ends()
    {
        Service.Role = new RoleSettings { Mode = RoleMode.Hang };
        var variables = new Dictionary<string, string?>
        {
            ["NCLOUD_API_GW"] = Service.EndpointUrl.ToString(),
            ["NCLOUD_METADATA_API_ENDPOINT"] = Service.EndpointUrl.ToString(),
        };

        ProcessEnvironment.With(variables, () =>
        {
            Interrupt("$PSDefaultParameterValues = @{}; 1000001 | Stop-NcpServerInstance", () => Hangs(1));
            return true;
        });

        Assert.True(Requests()[0].IsMetadata);
    }
}
