using System.Net.Http.Headers;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Outcomes;

/// <summary>What the scripted service answers. Without a message nothing listens.</summary>
internal sealed record Answer(HttpResponseMessage? Message)
{
    /// <summary>After how many seconds it comes.</summary>
    public double Latency { get; init; }

    /// <summary>What the service's clock says; null for the right time.</summary>
    public DateTimeOffset? Date { get; init; }

    public static Answer NobodyListens { get; } = new(Message: null);

    /// <summary>The servers that the request names, each as it is shown; those without a state are left out.</summary>
    public static Answer Servers(Asked asked, Func<string, Seen?> show) => new(AnsweringHandler.Servers(asked.Action, [.. asked.Numbers
        .Select(number => (Number: number, Seen: show(number))).Where(server => server.Seen is not null)
        .Select(server => AnsweringHandler.Server(server.Number, server.Seen!.Status, server.Seen.Operation, server.Seen.Uptime))]));

    public static Answer Servers(Asked asked, Seen each) => Servers(asked, _ => each);

    /// <summary>A part of a list, as running servers, and how many there are in all.</summary>
    public static Answer Part(Asked asked, int skip, int take, Seen each)
    {
        string list = string.Join(",", asked.Numbers.Skip(skip).Take(take)
            .Select(number => AnsweringHandler.Server(number, each.Status, each.Operation, each.Uptime)));
        return new Answer(AnsweringHandler.Response(200, $$$"""
            {"{{{asked.Action}}}Response":{"returnCode":"0","totalRows":{{{asked.Numbers.Count}}},"serverInstanceList":[{{{list}}}]}}
            """));
    }

    /// <summary>The first server as often as there are numbers.</summary>
    public static Answer Twice(Asked asked, Seen each) => new(AnsweringHandler.Servers(asked.Action, [.. asked.Numbers
        .Select(_ => AnsweringHandler.Server(asked.Numbers[0], each.Status, each.Operation, each.Uptime))]));

    /// <summary>The service's own refusal.</summary>
    public static Answer Refused(string code, int status = 400) => new(AnsweringHandler.Refusal(status, code));

    /// <summary>The service's refusal because another operation is under way.</summary>
    public static Answer Busy() => Refused("1101003");

    /// <summary>The gateway's error.</summary>
    public static Answer Gateway(int status, string code) => Text(status, $$$"""{"error":{"errorCode":"{{{code}}}","message":"no"}}""");

    public static Answer Throttled() => Gateway(429, "410");

    public static Answer NotFound() => Gateway(404, "300");

    public static Answer TimedOut() => Gateway(504, "510");

    public static Answer Text(int status, string body) => new(AnsweringHandler.Response(status, body));

    /// <summary>The same answer, with the time after which the service wants to be asked again.</summary>
    public Answer RetryAfter(int seconds)
    {
        Message!.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return this;
    }
}
