namespace NcloudServer.Tests.Laws;

/// <summary>From when on what fails for everybody, in seconds since the beginning.</summary>
internal sealed record Outages
{
    public const double Never = double.PositiveInfinity;

    /// <summary>From then on servers may be changed, but no longer viewed.</summary>
    public double LookUpsForbiddenFrom { get; init; } = Never;

    /// <summary>From then on the key is accepted for nothing.</summary>
    public double KeyExpires { get; init; } = Never;

    /// <summary>From then on nothing listens, until <see cref="DeadUntil"/>.</summary>
    public double DeadFrom { get; init; } = Never;

    public double DeadUntil { get; init; } = Never;

    /// <summary>Whether the second of the two regions is none.</summary>
    public bool IsRegionMissing { get; init; }

    /// <summary>What they make of a request; null where none is about it.</summary>
    public Fault? Of(SeenRequest request, int seed) => request switch
    {
        _ when request.Time >= DeadFrom && request.Time < DeadUntil => Fault.ConnectionRefused,
        _ when request.Time >= KeyExpires => Fault.Unauthenticated,
        _ when IsRegionMissing && request.Region == ModelService.Region(1) => Fault.RefusedWithoutReason,
        _ when !request.IsLookUp || request.Time < LookUpsForbiddenFrom => null,
        _ => seed % 2 == 0 ? Fault.Denied : Fault.Forbidden,
    };

    public override string ToString() => string.Join(", ", new[]
    {
        LookUpsForbiddenFrom < Never ? $"look-ups forbidden from {LookUpsForbiddenFrom} s" : string.Empty,
        KeyExpires < Never ? $"key expires at {KeyExpires} s" : string.Empty,
        DeadFrom < Never ? $"nothing listens from {DeadFrom} s to {DeadUntil} s" : string.Empty,
        IsRegionMissing ? "no region JPN" : string.Empty,
    }.Where(text => text.Length > 0));
}
