namespace NcloudServer.Tests.Laws;

/// <summary>What came out for a number: an error's id, or none where the server itself came.</summary>
/// <param name="Number">The number as it went in.</param>
/// <param name="Region">Its region.</param>
/// <param name="Time">When it came.</param>
/// <param name="Error">The error's id.</param>
/// <param name="Text">The error's text, or the number of the server that came.</param>
internal sealed record Result(string Number, string Region, double Time, NcpErrorId? Error, string Text)
{
    public string Name => $"{Region}:{Number}";

    /// <summary>The action was accepted and failed.</summary>
    public bool HasServerFailed => Error == NcpErrorId.NcpServerInstanceFailed;

    public bool IsSuccess => Error is null;

    public override string ToString() =>
        FormattableString.Invariant($"{Time,7:0.00} s {Name} comes out: {Error?.ToString() ?? "success"} ({Text})");
}
