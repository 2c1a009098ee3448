namespace NcloudServer.Simulator;

/// <summary>Finds mistakes in a rule when it is given, not when a request meets it.</summary>
internal static class FaultRuleCheck
{
    public static void Check(FaultRule rule)
    {
        Require(IsAction(rule.Action), $"There is no action {rule.Action}.");
        Require(IsAction(rule.AfterAction), $"There is no action {rule.AfterAction}.");
        Require(rule.Status is null or (>= 200 and <= 599), "status is a number from 200 to 599.");
        Require(rule.Probability is >= 0 and <= 1, "probability is a number from 0 to 1.");
        Require(rule.After >= 0 && rule.Times is null or >= 0, "after and times are not negative.");
        Require(rule.FromSecond >= 0 && rule.UntilSecond is null or >= 0, "fromSecond and untilSecond are not negative.");
        Require(rule.LatencyMs >= 0 && rule.BodyBytes >= 0 && rule.HangSeconds >= 0, "Times and sizes are not negative.");
        Require(rule.HoldUntil is null or { Received: >= 0, Completed: >= 0 }, "holdUntil has no negative number.");
        Require(rule.TruncateTo is null or >= 0, "truncateTo is not negative.");
        Require(
            rule.SlowBody is null or { BytesPerChunk: > 0, DelayMs: >= 0 },
            "slowBody has at least one byte per chunk and no negative delay.");
        Require((rule.ExtraNumbers ?? []).All(number => long.TryParse(number, out _)), "extraNumbers are numbers.");
        Require((rule.SetServers ?? []).All(server => ServerFleet.NumberOf(server.Number) is not null), "setServers have numbers.");
    }

    private static bool IsAction(string? name) =>
        name is null || RestService.Has(name) || ServiceActions.ActionOf("/vserver/v2/" + name) is not null;

    private static void Require(bool isTrue, string message)
    {
        if (!isTrue)
        {
            throw new ArgumentException(message);
        }
    }
}
