namespace NcloudServer.Tests.Laws;

/// <summary>What a fault leaves of a request and its reply.</summary>
internal static class Faults
{
    /// <summary>The request was not carried out.</summary>
    public static bool IsBeforeWork(this Fault fault) => fault is Fault.ConnectionRefused or Fault.CutBeforeWork or Fault.Throttled
        or Fault.UnavailableBeforeWork or Fault.ForeignPage or Fault.FailureWithStatus200;

    /// <summary>The request was not carried out, and its sender knows.</summary>
    public static bool IsKnownRefusal(this Fault fault) =>
        fault is Fault.ConnectionRefused or Fault.Throttled or Fault.FailureWithStatus200;

    /// <summary>The reply is one that says what it should.</summary>
    public static bool IsReadable(this Fault fault) =>
        fault is Fault.None or Fault.StrangersInReply or Fault.TwiceInReply or Fault.LeftOutAfterWork or Fault.LeftOutBeforeWork;

    /// <summary>A refusal comes through as it is.</summary>
    public static bool LetsRefusalsThrough(this Fault fault) =>
        fault.IsReadable()
        || fault is Fault.TruncatedAfterWork or Fault.TotalTooHigh or Fault.ListIsObject or Fault.EmptyEnvelope;
}
