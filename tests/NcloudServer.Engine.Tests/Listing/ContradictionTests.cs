using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Listing;

/// <summary>Lists that contradict themselves. Servers 1000001 and 1000002 are there, and asked about.</summary>
public abstract class ContradictionTests(ModuleSession session) : EngineTest(session)
{
    protected const string Cut = "it counts two servers and has one";

    private static readonly Dictionary<string, FaultRule> s_contradictions = new()
    {
        [Cut] = new FaultRule { OmitNumbers = ["1000002"], TotalRowsOffset = 1 },
        ["it counts one server more than it has"] = new FaultRule { TotalRowsOffset = 1 },
        ["an object in the place of the list"] = new FaultRule { ListShape = ListShape.BareServer },
        ["no list"] = new FaultRule { ListShape = ListShape.Missing },
        ["an empty envelope"] = new FaultRule { ListShape = ListShape.EmptyEnvelope },
    };

    public static IEnumerable<object[]> Contradictions => s_contradictions.Keys.Select(name => new object[] { name });

    /// <summary>Those of which nothing can be believed. A service that caps its lists announces more than it has, and what it has is right.</summary>
    public static IEnumerable<object[]> Unbelievable => Contradictions.Skip(2);

    /// <summary>Makes replies contradict themselves.</summary>
    /// <param name="contradiction">Its name.</param>
    /// <param name="action">The action whose replies do.</param>
    /// <param name="times">How many of them; null for all.</param>
    protected void Contradict(string contradiction, string action = "getServerInstanceList", int? times = null) =>
        Service.Faults.Add(s_contradictions[contradiction] with { Action = action, Times = times });

    /// <summary>Makes one list contradict itself, of servers that shut down, and have stopped by the next list.</summary>
    protected void ContradictOnce(string contradiction) => Service.Faults.Add(s_contradictions[contradiction] with
    {
        Action = "getServerInstanceList", Times = 1,
        SetServers = [Stopping("1000001") with { BusySeconds = 0 }, Stopping("1000002") with { BusySeconds = 0 }],
    });

    /// <summary>A server that shuts down for ever.</summary>
    protected static ServerSettings Stopping(string number) => new() { Number = number, Operation = "SHTDN" };

    protected void AssertStoppedAtSecondLook(Result result)
    {
        Assert.Empty(result.Errors);
        Assert.Equal(["1000001", "1000002"], result.Numbers.Order());
        Assert.Equal(["stopped", "stopped"], result.Values("StatusName"));
        Assert.Equal(2, Requests("getServerInstanceList").Count);
    }
}
