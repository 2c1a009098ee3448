using System.Globalization;
using System.Text.Json.Nodes;

namespace NcloudServer.Simulator;

/// <summary>Ready-made faults; narrow them down with <c>with { Action = …, Times = 1 }</c>.</summary>
public static class FaultRules
{
    public static FaultRule Latency(int milliseconds) => new() { LatencyMs = milliseconds };

    public static FaultRule Hold(int received = 0, int completed = 0) => new() { HoldUntil = new HoldUntil(received, completed) };

    public static FaultRule Answer(int status, string body = "", string? contentType = null) =>
        new() { Status = status, Body = body, ContentType = contentType };

    public static FaultRule GatewayError(int status, string code, string message, string details = "") =>
        Answer(status, new JsonObject
        {
            ["error"] = new JsonObject { ["errorCode"] = code, ["message"] = message, ["details"] = details },
        }.ToJsonString());

    public static FaultRule ServiceError(int status, string code, string message) =>
        Answer(status, new JsonObject
        {
            ["responseError"] = new JsonObject { ["returnCode"] = code, ["returnMessage"] = message },
        }.ToJsonString());

    /// <summary>A 429 with code 410, and Retry-After if one is given.</summary>
    public static FaultRule Throttled(int? retryAfterSeconds = null)
    {
        FaultRule rule = GatewayError(429, "410", "Throttle Limited");
        return retryAfterSeconds is { } seconds
            ? rule with { Headers = new Dictionary<string, string> { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture) } }
            : rule;
    }

    public static FaultRule Cut(CutPoint point, CloseKind close = CloseKind.Abort) => new() { Cut = point, Close = close };

    public static FaultRule Hang(HangPoint point, bool doWork = false) => new() { Hang = point, DoWork = doWork };
}
