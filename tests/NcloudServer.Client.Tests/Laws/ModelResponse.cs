using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace NcloudServer.Tests.Laws;

/// <summary>A response before it is sent; without a status, the connection ends with the exception instead.</summary>
internal sealed record ModelResponse(HttpStatusCode Status, string Body, Exception? Exception = null)
{
    /// <summary>How many seconds the service wants to have its rest.</summary>
    public const int Delay = 7;

    /// <summary>The seconds after which the service wants to be asked again; null where it does not say.</summary>
    public int? RetryAfter { get; init; }

    public static ModelResponse Refusal(string code) =>
        new(HttpStatusCode.BadRequest, $$$"""{"responseError":{"returnCode":"{{{code}}}","returnMessage":"no"}}""");

    public static ModelResponse Gateway(int status, string code, string message) =>
        new((HttpStatusCode)status, $$$"""{"error":{"errorCode":"{{{code}}}","message":"{{{message}}}","details":null}}""");

    public static ModelResponse List(string action, IReadOnlyCollection<string> items, int total) => new(
        HttpStatusCode.OK,
        $$$"""
        {"{{{action}}}Response":{"returnCode":"0","returnMessage":"success","totalRows":{{{total}}},
        "serverInstanceList":[{{{string.Join(",", items)}}}]}}
        """);

    public static string Server(string number, View view, DateTimeOffset? uptime)
    {
        string? time = uptime?.ToString("yyyy-MM-ddTHH:mm:ss+0000", CultureInfo.InvariantCulture);
        return $$$"""
            {"serverInstanceNo":"{{{number}}}","serverInstanceStatusName":"{{{view.Name}}}",
            "serverInstanceStatus":{"code":"{{{view.Status}}}"},"serverInstanceOperation":{"code":"{{{view.Operation}}}"},
            "uptime":"{{{time}}}"}
            """;
    }

    /// <summary>What comes of a response on its way.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="action">What was asked for.</param>
    /// <param name="items">The servers that it lists.</param>
    /// <param name="total">How many there are in all.</param>
    public static ModelResponse Faulty(Fault fault, string action, IReadOnlyCollection<string> items, int total) => fault switch
    {
        Fault.ConnectionRefused => new(default, string.Empty, NetworkFault.Refused()),
        Fault.CutBeforeWork or Fault.CutAfterWork or Fault.HangsAfterWork => new(default, string.Empty, NetworkFault.Cut()),
        Fault.Throttled => Gateway(429, "410", "Throttle Limited"),
        Fault.ThrottledWithDelay => Gateway(429, "410", "Throttle Limited") with { RetryAfter = Delay },
        Fault.BusyWithDelay => Refusal("1101003") with { RetryAfter = Delay },
        Fault.BusyWithoutReason => Refusal("1101003"),
        Fault.RefusedWithoutReason => Refusal("10712"),
        Fault.TooLarge => Gateway(413, "430", "Request Entity Too Large"),
        Fault.Unauthenticated => Gateway(401, "200", "Authentication Failed"),
        Fault.Denied => Gateway(401, "210", "Permission Denied"),
        Fault.Forbidden => Refusal("1") with { Status = HttpStatusCode.Forbidden },
        Fault.NotFound => Gateway(404, "300", "Not Found Exception"),
        Fault.UnavailableBeforeWork or Fault.UnavailableAfterWork => Gateway(503, "500", "Endpoint Error"),
        Fault.TimedOutAfterWork => Gateway(504, "510", "Endpoint Timeout"),
        Fault.UnexpectedAfterWork => Gateway(500, "900", "Unexpected Error"),
        Fault.ForeignPage => new(HttpStatusCode.OK, "<html><body>Sign in</body></html>"),
        Fault.FailureWithStatus200 => Refusal("77") with { Status = HttpStatusCode.OK },
        Fault.EmptyAfterWork => new(HttpStatusCode.OK, string.Empty),
        Fault.TruncatedAfterWork => new(HttpStatusCode.OK, List(action, items, total).Body.TrimEnd('}', ']')),
        Fault.TotalTooHigh => List(action, items, items.Count + 1),
        Fault.ListIsObject => new(HttpStatusCode.OK, List(action, [], total).Body.Replace("[]", "{}")),
        Fault.EmptyEnvelope => new(HttpStatusCode.OK, $$$"""{"{{{action}}}Response":{}}"""),
        Fault.TwiceInResponse => List(action, [.. items, .. items], total * 2),
        Fault.StrangersInResponse => List(action, [.. items, Server("999999", View.Running, default)], total + 1),
        _ => List(action, items, total),
    };

    public HttpResponseMessage ToMessage(DateTimeOffset date)
    {
        if (Exception is not null)
        {
            throw Exception;
        }

        var message = new HttpResponseMessage(Status) { Content = new StringContent(Body, Encoding.UTF8, "application/json") };
        // As on the wire: the second, and not its parts.
        message.Headers.Date = date.AddTicks(-(date.Ticks % TimeSpan.TicksPerSecond));
        message.Headers.RetryAfter = RetryAfter is { } seconds ? new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds)) : null;
        return message;
    }
}
