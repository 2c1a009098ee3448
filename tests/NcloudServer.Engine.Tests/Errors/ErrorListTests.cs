using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Errors;

/// <summary>What $Error has afterwards: the engine leaves out a record whose exception is that of the record before it.</summary>
public sealed class ErrorListTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("1000001..1000003 | Stop-NcpServerInstance -EndpointUrl http://127.0.0.1:1", 3)]
    [InlineData("1000001..1000003 | Get-NcpServerInstance -EndpointUrl http://127.0.0.1:1 -MaximumRetryCount 0", 3)]
    // Its last one is the end of the command.
    [InlineData("1000001..1000003 | Stop-NcpServerInstance -Credential $wrong", 4)]
    [InlineData("1000001..1000003 | Stop-NcpServerInstance -ProfileName none", 4)]
    [InlineData("1000001..1000003 | Get-NcpServerInstance -ErrorAction SilentlyContinue -MaximumRetryCount 0", 3, true)]
    public void It_keeps_every_number_also_where_one_failure_is_that_of_all(string script, int count, bool isResponseInvalid = false)
    {
        if (isResponseInvalid)
        {
            Service.Faults.Add(new FaultRule { ListShape = ListShape.EmptyEnvelope });
        }

        Result result = Run(
            $"$global:Error.Clear(); try {{ {script} }} catch {{ }}; $global:Error",
            ("wrong", ModuleSession.CredentialOf(Service.AccessKey, "not-the-secret")));

        Assert.Equal(
            ["1000001", "1000002", "1000003"],
            result.Subjects.Where(subject => subject is not null).Order());
        Assert.Equal(count, result.Output.Count);
    }
}
