using System.Management.Automation.Runspaces;
using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>Two operators stop the same servers, one of which is refused for no visible reason.</summary>
public sealed class TwoOperatorsTests : EngineTest
{
    private const string Script = "1000001..1000040 | Stop-NcpServerInstance";
    private const string Refused = "1000007";

    private static readonly FaultRule s_refusal = FaultRules.ServiceError(400, "10712", "Not found product.") with
    {
        Action = "stopServerInstances", Number = Refused,
    };

    private static readonly IEnumerable<string> s_others = Expected.Numbers(1000001, 40).Where(number => number != Refused);

    public TwoOperatorsTests(ModuleSession session)
        : base(session)
    {
        Service.Policies.AlreadyInState = AlreadyInStatePolicy.RefuseBatch;
        Service.Times.ShutdownSeconds = 600;
    }

    /// <param name="look">After which look the other operator is faster.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Those_that_the_other_one_stops_first_are_no_refusals(int look)
    {
        Service.Faults.Add(s_refusal, new FaultRule
        {
            Action = "getServerInstanceList", After = look, Times = 1,
            SetServers = s_others.Select(number => new ServerSettings { Number = number, Operation = "SHTDN" }).ToList(),
        });

        AssertOneRefusal(Run(Script));
    }

    [Fact]
    public async Task Both_see_the_same()
    {
        // Neither is answered before the other one has begun.
        Service.Faults.Add(s_refusal with { HoldUntil = new HoldUntil(Received: 2) });
        using Runspace runspace = ModuleSession.Open(new RecordingHost(), TestProcess.Manifest);
        ModuleSession.PointAt(runspace, Service);
        using PowerShell shell = PowerShell.Create(runspace);
        using var other = new RunningScript(shell.AddScript(Script));
        using RunningScript here = Session.Start(Script);

        AssertOneRefusal(await here.EndAsync());
        AssertOneRefusal(await other.EndAsync());
        Assert.Equal(s_others, Requests().SelectMany(request => request.NumbersChanged).Order());
    }

    private static void AssertOneRefusal(Result result)
    {
        Assert.Equal([Refused], result.Targets);
        Assert.Equal(["NcpRequestRefused"], result.ErrorIds);
        Assert.Equal(s_others, result.Numbers);
    }
}
