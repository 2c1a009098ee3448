using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>A stop whose response is lost on the way, or says nothing about the stop.</summary>
public abstract class LostResponseTests : EngineTest
{
    private protected const string StopThree = "1000001..1000003 | Stop-NcpServerInstance";

    private const string Page = "<html><body>Sign in</body></html>";

    /// <summary>The ways in which the connection ends although the stop is carried out.</summary>
    private protected static readonly Dictionary<string, FaultRule> s_cuts = new()
    {
        ["the connection was reset"] = FaultRules.Cut(CutPoint.AfterWork),
        ["the connection was closed"] = FaultRules.Cut(CutPoint.AfterWork, CloseKind.Graceful),
        ["the connection was reset in the body"] = FaultRules.Cut(CutPoint.InBody),
        ["the connection was closed in the body"] = FaultRules.Cut(CutPoint.InBody, CloseKind.Graceful),
    };

    /// <summary>The responses that do not say that the stop was carried out, although it was.</summary>
    private protected static readonly Dictionary<string, FaultRule> s_uselessResponses = new()
    {
        ["HTTP 500"] = FaultRules.GatewayError(500, "900", "Unexpected Error") with { DoWork = true },
        ["HTTP 503"] = FaultRules.GatewayError(503, "500", "Endpoint Error") with { DoWork = true },
        ["HTTP 504 with an empty body"] = FaultRules.Answer(504) with { DoWork = true },
        ["HTTP 502 with a page of the gateway"] = FaultRules.Answer(502, "<html><body>Bad Gateway</body></html>") with { DoWork = true },
        ["a page with HTTP 200"] = FaultRules.Answer(200, Page) with { DoWork = true },
        ["JSON that is cut short"] = new FaultRule { TruncateTo = 200 },
        ["an empty body"] = new FaultRule { EmptyBody = true },
    };

    /// <summary>The ways in which a request gets lost before the stop is carried out.</summary>
    private protected static readonly Dictionary<string, FaultRule> s_beforeWork = new()
    {
        ["the connection was reset"] = FaultRules.Cut(CutPoint.BeforeWork),
        ["the connection was closed"] = FaultRules.Cut(CutPoint.BeforeWork, CloseKind.Graceful),
        ["HTTP 503"] = FaultRules.GatewayError(503, "500", "Endpoint Error"),
        ["a page with HTTP 200"] = FaultRules.Answer(200, Page),
    };

    protected LostResponseTests(ModuleSession session)
        : base(session)
    {
        // On a connection that is kept, the network stack itself repeats a GET; so there has to be one.
        Run("1000100 | Stop-NcpServerInstance");
        Service.Log.Clear();
    }

    private protected static IEnumerable<object[]> Names(Dictionary<string, FaultRule> faults) =>
        faults.Keys.Select(name => new object[] { name });

    private protected IEnumerable<string?> Actions => Requests().Select(request => request.Action);
}
