using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace NcloudServer.Tests.Laws;

/// <summary>The service in memory, small enough for ten thousand runs: servers, rules, faults and outages, on a clock of its own.</summary>
internal sealed class ModelService(Scenario scenario) : HttpMessageHandler
{
    public const int FirstNumber = 1000;

    private static readonly DateTimeOffset s_begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly HashSet<string> s_actions = [.. ((Deed[])Enum.GetValues(typeof(Deed))).Select(deed => deed.ActionName())];

    private readonly Random _random = new(scenario.Seed);
    private readonly ModelFleet _fleet = new(scenario);
    private readonly List<SeenRequest> _requests = [];
    private readonly HashSet<(string Region, string Number)> _seen = [];

    public Scenario Scenario => scenario;

    public VirtualClock Clock { get; } = new();

    public IReadOnlyList<SeenRequest> Requests => _requests;

    public static string Number(int index) => (FirstNumber + index).ToString(CultureInfo.InvariantCulture);

    public static string Region(int index) => index == 0 ? "KR" : "JPN";

    public Task PauseAsync(TimeSpan time, CancellationToken cancellationToken) => Clock.PauseAsync(time.TotalSeconds);

    public TimeSpan Elapsed() => TimeSpan.FromSeconds(Clock.Now);

    public DateTimeOffset ClientTime() => s_begin + Elapsed();

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
            return _seen.Contains((region, number));
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (ModelReply reply, DateTimeOffset date) = Receive(request.RequestUri!);
        await Clock.PauseAsync(scenario.Latency).ConfigureAwait(false);
        return reply.ToMessage(date);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Clock.Dispose();
    }

    private (ModelReply Reply, DateTimeOffset Date) Receive(Uri uri)
    {
        Dictionary<string, string> query = uri.Query.TrimStart('?').Split('&')
            .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        lock (_requests)
        {
            var request = new SeenRequest(Clock.Now, uri.Segments.Last(), query["regionCode"], ModelFleet.NumbersIn(query));
            (ModelReply reply, SeenRequest seen) = Outage(request) is { } outage
                ? (outage, request with { Answer = "[outage]" })
                : Work(request, query, NextFault());
            _requests.Add(seen);
            _seen.UnionWith(seen.Numbers.Select(number => (seen.Region, number)));
            return (reply, ServiceTime(request.Time));
        }
    }

    private ModelReply? Outage(SeenRequest request) => request switch
    {
        _ when scenario.Outages.IsDead(request.Time) => new ModelReply(default, string.Empty, NetworkFault.Refused()),
        _ when request.Time >= scenario.Outages.KeyExpires => ModelReply.Gateway(401, "200", "Authentication Failed"),
        _ when !s_actions.Contains(request.Action) => ModelReply.Gateway(404, "300", "Not Found Exception"),
        _ when scenario.Outages.IsRegionMissing && request.Region == Region(1) => ModelReply.Refusal(ModelFleet.InvalidParameter),
        _ when !request.IsLook || request.Time < scenario.Outages.LooksForbiddenFrom => null,
        _ when scenario.Seed % 2 == 0 => ModelReply.Gateway(401, "210", "Permission Denied"),
        _ => ModelReply.Refusal("1") with { Status = HttpStatusCode.Forbidden },
    };

    private Fault NextFault()
    {
        bool isFaulty = scenario.FaultyRequest is { } only ? only == _requests.Count : _random.Next(100) < scenario.FaultPercent;
        return isFaulty && scenario.Faults.Count > 0 ? scenario.Faults[_random.Next(scenario.Faults.Count)] : Fault.None;
    }

    private (ModelReply Reply, SeenRequest Seen) Work(SeenRequest request, Dictionary<string, string> query, Fault fault)
    {
        (string? refusal, List<string> named, int total) = fault.IsBeforeWork() ? (null, [], 0)
            : request.IsLook ? _fleet.Look(request, query)
            : _fleet.Change(request, _ => fault == Fault.LeftOutBeforeWork && _random.Next(2) == 0);
        if (refusal is not null && fault.LetsRefusalsThrough())
        {
            return (ModelReply.Refusal(refusal), request with { Answer = $"refused with {refusal}" });
        }

        if (fault == Fault.TotalTooHigh && named.Count > 0)
        {
            named.RemoveAt(_random.Next(named.Count));
        }

        named.RemoveAll(_ => fault == Fault.LeftOutAfterWork && !request.IsLook && _random.Next(2) == 0);
        ModelReply reply = ModelReply.Faulty(fault, request.Action, named.ConvertAll(number => Item(request, number)), total);
        // Whether those count that a contradictory reply to a change does name is left open.
        bool isShown = fault.IsReadable() || (fault == Fault.TotalTooHigh && !request.IsLook);
        SeenRequest seen = request with
        {
            MayBeDone = !fault.IsKnownRefusal(),
            IsAnswered = fault.IsReadable(),
            Shown = isShown ? named.ToDictionary(number => number, number => Shown(request, number)) : request.Shown,
            Answer = fault == Fault.None ? string.Empty : $"[{fault}]",
        };
        Disturb(seen);
        return (reply, seen);
    }

    // Somebody else comes in between, just when nobody knows what became of a change.
    private void Disturb(SeenRequest request)
    {
        if (scenario.IsDisturbedInDoubt && request is { IsLook: false, MayBeDone: true, IsAnswered: false })
        {
            request.Numbers.ToList().ForEach(number => _fleet.Server(request.Region, number).Disturb(request.Time));
        }
    }

    private View Shown(SeenRequest request, string number) => _fleet.Server(request.Region, number).At(request.Time);

    private string Item(SeenRequest request, string number) => ModelReply.Server(
        number, Shown(request, number), ServiceTime(_fleet.Server(request.Region, number).LastBoot(request.Time)));

    private DateTimeOffset ServiceTime(double seconds) => s_begin.AddSeconds(seconds + scenario.ClockOffset);
}
