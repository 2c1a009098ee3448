using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Errors;

public sealed class ServerErrorTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData(null, null, "NcpServerInstanceNotFound", "no such server")]
    [InlineData("CREAT", "NULL", "NcpServerInstanceBusy", "creating")]
    [InlineData("RUN", "TERMT", "NcpServerInstanceStateInvalid", "terminating")]
    [InlineData("RUN", "CHNG", "NcpServerInstanceBusy", "CHNG")]
    public void The_error_of_one_server_says_why_and_the_others_are_stopped(string? status, string? operation, string id, string text)
    {
        if (status is null)
        {
            Service.Fleet.Remove("1000050");
        }
        else
        {
            Service.Fleet.Set(new ServerSettings { Number = "1000050", Status = status, Operation = operation });
        }

        Result result = Run("1000001, 1000050, 1000002 | Stop-NcpServerInstance -MaximumRetryCount 0");

        Assert.Null(result.Thrown);
        Assert.Equal(["1000001", "1000002"], result.Numbers);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal(id, Result.IdOf(error));
        Assert.Matches($"^1000050: .*{text}", error.ToString());
        Assert.Equal("1000050", PSObject.AsPSObject(error.Exception).Properties["ServerInstanceNo"].Value);
    }

    [Fact]
    public void A_refusal_for_a_reason_of_its_own_quotes_the_service()
    {
        Service.Faults.Add(FaultRules.ServiceError(400, "10712", "Not found product.") with
        {
            Action = "stopServerInstances",
            Number = "1000002",
        });

        Result result = Run("1000001, 1000002, 1000003 | Stop-NcpServerInstance");

        Assert.Equal(["1000001", "1000003"], result.Numbers);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal("NcpRequestRefused", Result.IdOf(error));
        Assert.Equal("1000002", error.TargetObject);
        Assert.Matches("10712.*Not found product", error.ToString());
        Assert.Equal("10712", PSObject.AsPSObject(error.Exception).Properties["Code"].Value);
    }
}
