namespace NcloudServer.Tests.Laws;

/// <summary>What each deed asks of the service, and what it makes of a server.</summary>
internal static class Deeds
{
    public const string Look = "getServerInstanceList";

    public static bool IsChange(this Deed deed) => deed is Deed.Stop or Deed.Start or Deed.Restart or Deed.Interrupt;

    public static string ActionName(this Deed deed) => deed switch
    {
        Deed.Stop => "stopServerInstances",
        Deed.Start => "startServerInstances",
        Deed.Restart => "rebootServerInstances",
        Deed.Interrupt => "interruptServerInstance",
        _ => Look,
    };

    /// <summary>The state that a server has for the action to have something to do.</summary>
    public static View Before(this Deed deed) => deed == Deed.Start ? View.Stopped : View.Running;

    /// <summary>Whether a look at a server that may have been acted on tells what became of it: another operation hides that.</summary>
    public static bool IsAnsweredBy(this Deed deed, View view) => view.IsMissing || view.IsAtRest || (deed, view.Operation) switch
    {
        (Deed.Stop, "SHTDN") => true,
        (Deed.Stop, "CHNG") => view.Status == "NSTOP",
        (Deed.Start, "START" or "RESTA") => true,
        (Deed.Restart, "RESTA") => true,
        _ => false,
    };

    /// <summary>Whether a server that looks like this is on its way to where it should be.</summary>
    public static bool IsUnderWay(this Deed deed, View view) => deed switch
    {
        Deed.Stop or Deed.AwaitStopped => view.Operation == "SHTDN",
        Deed.Start or Deed.AwaitRunning => view.Operation is "START" or "RESTA",
        Deed.Restart => view.Operation == "RESTA",
        _ => false,
    };

    /// <summary>Whether a server that looks like this is where it should be.</summary>
    /// <param name="deed">What was asked for.</param>
    /// <param name="view">What the service showed last.</param>
    /// <param name="isWaiting">Whether it has to have arrived; being on its way is enough otherwise.</param>
    public static bool IsReachedBy(this Deed deed, View view, bool isWaiting) => deed switch
    {
        Deed.Stop or Deed.AwaitStopped => view == View.Stopped || view.IsMissing
            || (!isWaiting && (view.Operation == "SHTDN" || view is { Status: "NSTOP", Operation: "CHNG" })),
        Deed.Start or Deed.AwaitRunning => view == View.Running || (!isWaiting && view.Operation is "START" or "RESTA"),
        Deed.Restart => view == View.Running || !isWaiting,
        Deed.Read => !view.IsMissing,
        Deed.Interrupt => true,
        _ => throw new ArgumentOutOfRangeException(nameof(deed)),
    };
}
