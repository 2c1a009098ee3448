using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Harness;

/// <summary>Tests that share a session; each of them finds service and console as at the start.</summary>
public abstract class EngineTest : IClassFixture<ModuleSession>
{
    protected EngineTest(ModuleSession session)
    {
        Session = session;
        session.Reset();
    }

    protected ModuleSession Session { get; }

    protected SimulatorHost Service => Session.Service;

    protected Result Run(string script, params (string Name, object? Value)[] variables) => Session.Run(script, variables);

    protected IReadOnlyList<LoggedRequest> Requests(string? action = null) => Session.Requests(action);
}
