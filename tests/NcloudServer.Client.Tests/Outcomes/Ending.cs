using Outcome = NcloudServer.Operations.Outcome;

namespace NcloudServer.Tests.Outcomes;

/// <summary>What became of a number, and when.</summary>
internal sealed record Ending(Outcome Outcome, double Time)
{
    /// <summary>The error's id; null for a success.</summary>
    public string? Error => Outcome.Failure?.Id.ToString();

    /// <summary>What a user is told.</summary>
    public string Text => $"{Outcome.Failure?.Message} {Outcome.Failure?.RecommendedAction}";

    public ServerInstance? Instance => Outcome.Instance;

    public override string ToString() => $"{Time,7:0.00}  {Outcome.ServerInstanceNo}: {Error ?? "success"} {Text}";
}
