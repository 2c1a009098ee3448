using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace NcloudServer.Tests.Laws;

/// <summary>A request as the service saw it, and what its sender could know from the reply.</summary>
internal sealed record SeenRequest(string Action, string Region, IReadOnlyList<string> Numbers, bool MayBeDone, bool IsAnswered);

/// <summary>The service in memory, small enough for ten thousand runs: servers, rules and faults, on a clock that waits advance.</summary>
internal sealed class ModelService(Scenario scenario) : HttpMessageHandler
{
    private static readonly DateTimeOffset s_begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(scenario.Seed);
    private readonly Dictionary<(string Region, string Number), ModelServer> _servers = [];
    private readonly List<SeenRequest> _requests = [];
    private double _seconds;

    public IReadOnlyList<SeenRequest> Requests => _requests;

    public static string Number(int index) => (1000 + index).ToString(CultureInfo.InvariantCulture);

    public static string Region(int index) => index == 0 ? "KR" : "JPN";

    /// <summary>Stands in for a pause: time goes on, the test does not wait.</summary>
    public Task PassAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        lock (_servers)
        {
            _seconds += time.TotalSeconds;
        }

        return Task.CompletedTask;
    }

    public DateTimeOffset ClientClock()
    {
        lock (_servers)
        {
            return s_begin.AddSeconds(_seconds);
        }
    }

    public TimeSpan Elapsed() => ClientClock() - s_begin;

    public ServerState State(string region, string number)
    {
        lock (_servers)
        {
            return Find(region, number)?.At(_seconds) ?? ServerState.Missing;
        }
    }

    public int Done(string region, string number, string action) => Find(region, number)?.Done(action) ?? 0;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_servers)
        {
            return Task.FromResult(Answer(request.RequestUri!));
        }
    }

    private HttpResponseMessage Answer(Uri uri)
    {
        string action = uri.Segments.Last();
        Dictionary<string, string> query = uri.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        string region = query["regionCode"];
        string[] numbers = query.Where(pair => pair.Key.StartsWith("serverInstanceNo", StringComparison.Ordinal)).Select(pair => pair.Value).ToArray();
        bool isChange = action != "getServerInstanceList";
        Fault fault = scenario.Faults.Count > 0 && _random.Next(100) < scenario.FaultPercent
            ? scenario.Faults[_random.Next(scenario.Faults.Count)]
            : Fault.None;
        (string? refusal, List<string> named) = fault is Fault.ConnectionRefused or Fault.CutBeforeWork or Fault.Throttled
            or Fault.UnavailableBeforeWork or Fault.ForeignPage or Fault.FailureWithStatus200
            ? (null, [])
            : isChange ? Change(action, region, numbers) : (null, Existing(region, numbers));
        if (fault == Fault.LeftOutAfterWork && isChange)
        {
            named.RemoveAll(_ => _random.Next(2) == 0);
        }

        bool isReadable = fault is Fault.None or Fault.StrangersInReply or Fault.TwiceInReply or Fault.LeftOutAfterWork;
        bool isRefused = refusal is not null && (isReadable || fault == Fault.TruncatedAfterWork);
        bool isNotDone = isRefused || fault is Fault.ConnectionRefused or Fault.Throttled or Fault.FailureWithStatus200;
        _requests.Add(new SeenRequest(action, region, numbers, !isNotDone, isReadable && !isRefused));
        return Reply(fault, action, region, refusal, named);
    }

    private HttpResponseMessage Reply(Fault fault, string action, string region, string? refusal, List<string> named) => fault switch
    {
        Fault.ConnectionRefused => throw NetworkFault.Refused(),
        Fault.CutBeforeWork or Fault.CutAfterWork => throw NetworkFault.Cut(),
        Fault.Throttled => Text((HttpStatusCode)429, """{"error":{"errorCode":"410","message":"Throttle Limited"}}"""),
        Fault.UnavailableBeforeWork => Text(HttpStatusCode.ServiceUnavailable, """{"error":{"errorCode":"500","message":"Endpoint Error"}}"""),
        Fault.TimedOutAfterWork => Text(HttpStatusCode.GatewayTimeout, """{"error":{"errorCode":"510","message":"Endpoint Timeout","details":null}}"""),
        Fault.UnexpectedAfterWork => Text(HttpStatusCode.InternalServerError, """{"error":{"errorCode":"900","message":"Unexpected Error"}}"""),
        Fault.ForeignPage => Text(HttpStatusCode.OK, "<html><body>Sign in</body></html>"),
        Fault.FailureWithStatus200 => Text(HttpStatusCode.OK, """{"responseError":{"returnCode":"77","returnMessage":"no"}}"""),
        Fault.EmptyAfterWork => Text(HttpStatusCode.OK, string.Empty),
        _ when refusal is not null => Text(HttpStatusCode.BadRequest, $$$"""{"responseError":{"returnCode":"{{{refusal}}}","returnMessage":"no"}}"""),
        Fault.TruncatedAfterWork => Text(HttpStatusCode.OK, List(action, region, named).TrimEnd('}', ']')),
        Fault.StrangersInReply => Text(HttpStatusCode.OK, List(action, region, [.. named, "999999"])),
        Fault.TwiceInReply => Text(HttpStatusCode.OK, List(action, region, [.. named, .. named])),
        _ => Text(HttpStatusCode.OK, List(action, region, named)),
    };

    private (string? Refusal, List<string> Named) Change(string action, string region, string[] numbers)
    {
        List<string> named = [];
        string? refusal = null;
        foreach (string number in numbers)
        {
            ModelServer? server = Find(region, number);
            ServerState state = server?.At(_seconds) ?? ServerState.Missing;
            (BadNumberRule rule, string code) = (action, state) switch
            {
                (_, ServerState.Missing) => (scenario.Unknown, "1100003"),
                (_, ServerState.Busy) => (scenario.Busy, "1100031"),
                ("startServerInstances", ServerState.Running or ServerState.Booting) => (scenario.Already, "1100004"),
                ("stopServerInstances", ServerState.Stopped or ServerState.Stopping) => (scenario.Already, "1100004"),
                (_, ServerState.Booting or ServerState.Stopping or ServerState.Restarting) => (scenario.Busy, "1100031"),
                ("startServerInstances", ServerState.Stopped) or (not "startServerInstances", ServerState.Running) =>
                    server!.Kind == ServerKind.RefusedWithoutReason ? (BadNumberRule.RefuseBatch, "10712") : (BadNumberRule.Accept, string.Empty),
                _ => (scenario.Unknown, "1100005"),
            };
            refusal = rule == BadNumberRule.RefuseBatch ? code : refusal;
            if (rule == BadNumberRule.Accept)
            {
                named.Add(number);
            }
        }

        if (refusal is null)
        {
            named.ForEach(number => Find(region, number)!.Do(action, _seconds));
        }

        return (refusal, refusal is null ? named : []);
    }

    private List<string> Existing(string region, string[] numbers) =>
        numbers.Where(number => Find(region, number) is { } server && server.At(_seconds) != ServerState.Missing).ToList();

    private ModelServer? Find(string region, string number)
    {
        if (_servers.TryGetValue((region, number), out ModelServer? known))
        {
            return known;
        }

        ServerKind kind = Kind(number);
        return kind == ServerKind.Missing ? null : _servers[(region, number)] = new ModelServer(kind);
    }

    public ServerKind Kind(string number)
    {
        int index = int.Parse(number, CultureInfo.InvariantCulture) - 1000;
        return index < scenario.Kinds.Count ? scenario.Kinds[index] : ServerKind.Missing;
    }

    private string List(string action, string region, List<string> numbers) =>
        $$$"""{"{{{action}}}Response":{"returnCode":"0","returnMessage":"success","serverInstanceList":[{{{string.Join(",", numbers.Select(number => Item(region, number)))}}}]}}""";

    private string Item(string region, string number)
    {
        (string status, string operation, string name) = (Find(region, number)?.At(_seconds) ?? ServerState.Running) switch
        {
            ServerState.Stopped => ("NSTOP", "NULL", "stopped"),
            ServerState.Stopping => ("RUN", "SHTDN", "shutting down"),
            ServerState.Busy => ("RUN", "SETUP", "setting up"),
            ServerState.Creating => ("CREAT", "NULL", "creating"),
            ServerState.Booting => ("NSTOP", "START", "booting"),
            ServerState.Restarting => ("RUN", "RESTA", "rebooting"),
            _ => ("RUN", "NULL", "running"),
        };
        return $$$"""{"serverInstanceNo":"{{{number}}}","serverInstanceStatusName":"{{{name}}}","serverInstanceStatus":{"code":"{{{status}}}"},"serverInstanceOperation":{"code":"{{{operation}}}"},"uptime":"{{{Uptime(region, number)}}}"}""";
    }

    private string Uptime(string region, string number) => ServiceTime(Find(region, number)?.Booted(_seconds) ?? 0).ToString("yyyy-MM-ddTHH:mm:ss+0000", CultureInfo.InvariantCulture);

    private DateTimeOffset ServiceTime(double seconds) => s_begin.AddSeconds(seconds + scenario.ClockOffset);

    private HttpResponseMessage Text(HttpStatusCode status, string body)
    {
        var reply = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        reply.Headers.Date = ServiceTime(_seconds);
        return reply;
    }
}
