using System.Globalization;

namespace NcloudServer.Tests.Laws;

/// <summary>The servers of the model, and what the service's rules make of a request about them.</summary>
internal sealed class ModelFleet(Scenario scenario)
{
    /// <summary>The code of a refusal that is about the request.</summary>
    public const string InvalidParameter = "1100000";

    private const string NumberParameter = "serverInstanceNo";
    private const string StatusParameter = "serverInstanceStatusCode";

    private readonly Dictionary<(string Region, string Number), ModelServer> _servers = [];

    public IEnumerable<KeyValuePair<(string Region, string Number), ModelServer>> Servers => _servers;

    public static string[] NumbersIn(IReadOnlyDictionary<string, string> query) => query
        .Where(pair => pair.Key.StartsWith(NumberParameter, StringComparison.Ordinal)).Select(pair => pair.Value).ToArray();

    /// <summary>The server behind a number; one that does not exist is one that is missing.</summary>
    public ModelServer Server(string region, string number)
    {
        if (!_servers.TryGetValue((region, number), out ModelServer? server))
        {
            int index = int.Parse(number, CultureInfo.InvariantCulture) - ModelService.FirstNumber;
            double foreignPace = scenario.Pace * (1 - (scenario.Spread * (index * 7 % 11) / 10));
            server = new ModelServer(scenario.KindOf(index), scenario.Command.Before(), scenario.Pace, foreignPace);
            _servers[(region, number)] = server;
        }

        return server;
    }

    /// <summary>Carries out a change, all of it or nothing.</summary>
    public (string? Refusal, List<string> Named, int Total) Change(SeenRequest request, Func<int, bool> isLeftOut, Fault fault)
    {
        List<string> named = [];
        string? refusal = null;
        int place = 0;
        foreach (string number in request.Numbers)
        {
            (BadNumberRule rule, string code) = RuleFor(request.Action, Server(request.Region, number), request.Time);
            refusal = rule == BadNumberRule.RefuseBatch ? code : refusal;
            if (rule == BadNumberRule.Accept && !isLeftOut(place++))
            {
                named.Add(number);
            }
        }

        if (refusal is not null)
        {
            return (refusal, [], 0);
        }

        if (fault != Fault.InVain)
        {
            named.ForEach(
                number => Server(request.Region, number).Do(request.Action, request.Time, scenario.Interrupt, fault == Fault.Fails));
        }

        return (null, named, named.Count);
    }

    /// <summary>Reads the servers that are named, or where none is, a page of those that match.</summary>
    public (string? Refusal, List<string> Named, int Total) Look(
        SeenRequest request, IReadOnlyDictionary<string, string> query, int longestList, double age)
    {
        if (request.Numbers.Any(number => Server(request.Region, number).Kind is ServerKind.Unreadable or ServerKind.Poison))
        {
            return (InvalidParameter, [], 0);
        }

        bool isList = request.Numbers.Count == 0;
        IEnumerable<string> asked = isList
            ? Enumerable.Range(0, scenario.Kinds.Count).Select(ModelService.Number)
            : request.Numbers.Distinct();
        List<string> found = asked
            .Where(number => IsFound(Server(request.Region, number).At(request.Time - age), query)).ToList();
        // A list of numbers has no length of its own.
        int longest = isList ? Limit(scenario.LongestList) : int.MaxValue;
        int largest = isList ? Limit(scenario.LargestPage) : int.MaxValue;
        int size = Math.Min(Math.Min(Value(query, "pageSize") ?? longest, largest), longestList);
        long before = ((Value(query, "pageNo") ?? 1) - 1L) * size;
        return (null, found.Skip((int)Math.Min(before, int.MaxValue)).Take(size).ToList(), found.Count);
    }

    private static int? Value(IReadOnlyDictionary<string, string> query, string name) =>
        query.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static int Limit(int limit) => limit == 0 ? int.MaxValue : limit;

    private static bool IsFound(View view, IReadOnlyDictionary<string, string> query) =>
        !view.IsMissing && (!query.TryGetValue(StatusParameter, out string? status) || view.Status == status);

    private (BadNumberRule Rule, string Code) RuleFor(string action, ModelServer server, double time)
    {
        View view = server.At(time);
        bool isStart = action == Command.Start.ActionName();
        bool isStop = action == Command.Stop.ActionName();
        return view switch
        {
            _ when server.Kind == ServerKind.Poison => (BadNumberRule.RefuseBatch, InvalidParameter),
            { IsMissing: true } => (scenario.Unknown, "1100003"),
            { IsBeingCreated: true } => (scenario.Unknown, "1100005"),
            { IsUnknown: true } when view.Operation == "NULL" => (scenario.Already, "1100005"),
            { Operation: "START" } or { Status: "RUN", Operation: "NULL" } when isStart => (scenario.Already, "1100004"),
            { Operation: "SHTDN" } or { Status: "NSTOP", Operation: "NULL" } when isStop => (scenario.Already, "1100004"),
            { Operation: not "NULL" } => (scenario.Busy, "1100031"),
            _ when server.IsHiddenBusy(time) => (BadNumberRule.RefuseBatch, "1101003"),
            _ when server.Kind == ServerKind.RefusedWithoutReason => (BadNumberRule.RefuseBatch, "10712"),
            { Status: "NSTOP" } => isStart ? (BadNumberRule.Accept, string.Empty) : (scenario.Unknown, "1100005"),
            _ => (BadNumberRule.Accept, string.Empty),
        };
    }
}
