using System.Globalization;

namespace NcloudServer.Tests.Laws;

/// <summary>The service in memory, small enough for ten thousand runs: servers, rules, faults and outages, on a clock of its own.</summary>
internal sealed class ModelService(Scenario scenario, IFate fate) : HttpMessageHandler
{
    public const int FirstNumber = 1000;

    // The client's own limit for a request, and what it gives a look-up beyond that of a wait.
    private const double LongestRequest = 30;
    private const double Grace = 3;
    private const double Slowness = 8;

    private static readonly DateTimeOffset s_begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly HashSet<string> s_actions = [.. ((Command[])Enum.GetValues(typeof(Command))).Select(command => command.ActionName())];

    private readonly ModelFleet _fleet = new(scenario);
    private readonly List<SeenRequest> _requests = [];
    private readonly Dictionary<(string Region, string Number), double> _begun = [];

    public ModelService(Scenario scenario)
        : this(scenario, new RandomFate(scenario))
    {
    }

    public Scenario Scenario => scenario;

    public VirtualClock Clock { get; } = new();

    public Troubles Troubles { get; } = new();

    /// <summary>What has been answered so far, and what there is now, in one number.</summary>
    public Fingerprint Fingerprint { get; } = new();

    /// <summary>Whether all that will follow is known.</summary>
    public bool IsKnown => fate.IsKnown;

    public IReadOnlyList<SeenRequest> Requests => _requests;

    public static string Number(int index) => (FirstNumber + index).ToString(CultureInfo.InvariantCulture);

    public static string Region(int index) => index == 0 ? "KR" : "JPN";

    /// <summary>The client's pauses.</summary>
    public Task PauseAsync(TimeSpan time, CancellationToken cancellationToken) =>
        Clock.PauseAsync(time.TotalSeconds + Troubles.TakeSleep(), cancellationToken);

    public TimeSpan Elapsed() => TimeSpan.FromSeconds(Clock.Read());

    public DateTimeOffset ClientTime() => s_begin + Elapsed() + Troubles.Step;

    public ModelServer Server(string region, string number)
    {
        lock (_requests)
        {
            return _fleet.Server(region, number);
        }
    }

    /// <summary>Whether a request about the number has come.</summary>
    public bool HasSeen(string region, string number)
    {
        lock (_requests)
        {
            return _begun.ContainsKey((region, number));
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (ModelResponse response, SeenRequest seen) = Receive(request.RequestUri!);
        try
        {
            await Clock.PauseAsync(Duration(seen), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            seen.End = Clock.Now;
        }

        return response.ToMessage(seen.Fault == Fault.ZeroDate ? DateTimeOffset.MinValue : ServiceTime(seen.Time));
    }

    private (ModelResponse Response, SeenRequest Seen) Receive(Uri uri)
    {
        Dictionary<string, string> query = uri.Query.TrimStart('?').Split('&')
            .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        lock (_requests)
        {
            var request = new SeenRequest(Clock.Now, uri.Segments.Last(), query["regionCode"], ModelFleet.NumbersIn(query));
            Troubles.Begin(fate.Before(request, _fleet), request.Time, _fleet);
            (ModelResponse response, SeenRequest seen) = Outage(request) is { } outage
                ? (outage.Response, request with { Answer = "[outage]", Fault = outage.Fault, IsRefused = outage.Fault.IsRefusalOfServers() })
                : Work(request, query, Troubles.Of(request) ?? Troubles.Begin(fate.Of(request), request, _fleet));
            seen = seen with { RetryAfter = response.RetryAfter ?? 0 };
            _requests.Add(seen);
            foreach (string number in seen.Numbers)
            {
                (string, string) key = (seen.Region, number);
                _begun[key] = _begun.TryGetValue(key, out double begun) ? begun : seen.Time;
            }

            Fingerprint.Add(uri, seen.Time, Duration(seen), response);
            fate.After(seen, Fingerprint.With(_fleet, Troubles));
            return (response, seen);
        }
    }

    // A look-up takes no longer than what is left, and some seconds.
    private double Duration(SeenRequest request)
    {
        double duration = request.Fault switch
        {
            Fault.HangsAfterWork => LongestRequest,
            Fault.SlowAfterWork => scenario.IsWaiting && !request.IsLookUp ? scenario.WaitTimeout + Grace : Slowness,
            Fault.Overtaken => scenario.Latency + 1,
            _ => scenario.Latency,
        };
        double left = scenario.IsWaiting && request.IsLookUp && _begun.Keys.Any(IsAsked)
            ? _begun.Where(begun => IsAsked(begun.Key)).Min(begun => begun.Value) + scenario.WaitTimeout - request.Time
            : LongestRequest;
        return Math.Min(duration, Math.Max(left, 0) + Grace);

        // A request without numbers asks about a region for the sake of some of its numbers.
        bool IsAsked((string Region, string Number) key) =>
            key.Region == request.Region && (request.Numbers.Count == 0 || request.Numbers.Contains(key.Number));
    }

    private (ModelResponse Response, Fault Fault)? Outage(SeenRequest request) =>
        (s_actions.Contains(request.Action) ? scenario.Outages.Of(request, scenario.Seed) : Fault.NotFound) is not { } fault ? null
            : fault == Fault.RefusedWithoutReason ? (ModelResponse.Refusal(ModelFleet.InvalidParameter), fault)
            : (ModelResponse.Faulty(fault, request.Action, [], 0), fault);

    private (ModelResponse Response, SeenRequest Seen) Work(SeenRequest request, Dictionary<string, string> query, Fault fault)
    {
        (string? refusal, List<string> named, int total) = fault.IsBeforeWork() ? (null, [], 0)
            : request.IsLookUp ? _fleet.Look(request, query, Troubles.LongestList, Troubles.AgeOf(request, fault))
            : _fleet.Change(request, index => fault == Fault.LeftOutBeforeWork && fate.LeavesOut(index), fault);
        if (refusal is not null && fault.LetsRefusalsThrough())
        {
            return (ModelResponse.Refusal(refusal), request with { Answer = $"refused with {refusal}", IsRefused = true, Fault = fault });
        }

        if (fault == Fault.TotalTooHigh && named.Count > 0)
        {
            named.RemoveAt(0);
        }

        string? forgotten = fault == Fault.ForgetsOne ? named.FirstOrDefault() : null;
        total -= forgotten is not null && named.Remove(forgotten) ? 1 : 0;

        int place = 0;
        named.RemoveAll(_ => fault == Fault.LeftOutAfterWork && !request.IsLookUp && fate.LeavesOut(place++));
        double age = Troubles.AgeOf(request, fault);
        ModelResponse response = ModelResponse.Faulty(fault, request.Action, named.ConvertAll(number => Item(request, number, fault)), total);
        // What a list does name is so, even if it is cut.
        bool isShown = fault.IsReadable() || fault == Fault.TotalTooHigh;
        SeenRequest seen = request with
        {
            Fault = fault,
            IsRefused = fault.IsRefusalOfServers(),
            IsOld = age > 0,
            Gone = fault.IsReadable() && request.IsLookUp
                ? [.. request.Numbers.Where(number => Shown(request, number, fault).IsMissing)]
                : request.Gone,
            Forgotten = forgotten,
            Boots = isShown && fault != Fault.ZeroDate
                ? named.ToDictionary(number => number, number => _fleet.Server(request.Region, number).LastBoot(request.Time - age))
                : request.Boots,
            MayBeDone = !fault.IsKnownRefusal(),
            // Whom the response to an action names counts, whatever it announces beside.
            IsAnswered = fault.IsReadable() || (fault == Fault.TotalTooHigh && !request.IsLookUp),
            Shown = isShown ? named.ToDictionary(number => number, number => Shown(request, number, fault)) : request.Shown,
            Answer = fault == Fault.None ? string.Empty : $"[{fault}]",
        };
        Disturb(seen);
        return (response, seen);
    }

    // Somebody else comes in between, just when nobody knows what became of a change.
    private void Disturb(SeenRequest request)
    {
        if (scenario.IsDisturbedInDoubt && request is { IsLookUp: false, MayBeDone: true, IsAnswered: false })
        {
            request.Numbers.ToList().ForEach(number => _fleet.Server(request.Region, number).Disturb(request.Time));
        }
    }

    private View Shown(SeenRequest request, string number, Fault fault) => fault == Fault.InVain && !request.IsLookUp
        ? View.During(request.Action)
        : _fleet.Server(request.Region, number).At(request.Time - Troubles.AgeOf(request, fault));

    private string Item(SeenRequest request, string number, Fault fault)
    {
        double boot = _fleet.Server(request.Region, number).LastBoot(request.Time - Troubles.AgeOf(request, fault));
        return ModelResponse.Server(number, Shown(request, number, fault), fault == Fault.ZeroDate ? null : ServiceTime(boot));
    }

    private DateTimeOffset ServiceTime(double seconds) => s_begin.AddSeconds(seconds + scenario.ClockOffset);
}
