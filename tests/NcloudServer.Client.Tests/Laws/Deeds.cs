using NcloudServer.Operations;
using NcloudServer.Tests.Operations;

namespace NcloudServer.Tests.Laws;

/// <summary>What each deed asks of the service, and what it makes of a server. Each action of the client is one.</summary>
internal static class Deeds
{
    public const string Look = "getServerInstanceList";

    private static readonly Deed[] s_all = (Deed[])Enum.GetValues(typeof(Deed));
    private static readonly ServerAction?[] s_actions = [.. s_all.Select(deed => ServerActions.Find(deed.ToString()))];

    public static TheoryData<Deed> All => [.. s_all];

    public static TheoryData<Deed> Changes => Those(IsChange);

    public static TheoryData<Deed> Observable => Those(deed => deed.Action()?.IsObservable == true);

    public static TheoryData<Deed> Awaited => Those(deed => deed.Target() is not null);

    /// <summary>The client's action; null where the deed only reads or waits.</summary>
    public static ServerAction? Action(this Deed deed) => s_actions[(int)deed];

    public static bool IsChange(this Deed deed) => deed.Action() is not null;

    /// <summary>Whether it is a change that nobody can see: then it is not sent again once it may have been carried out.</summary>
    public static bool IsUnobservable(this Deed deed) => deed.Action() is { IsObservable: false };

    /// <summary>Where a server that is waited for should arrive; null where there is nothing to wait for.</summary>
    public static TargetState? Target(this Deed deed) => deed switch
    {
        Deed.AwaitStopped => TargetState.Stopped,
        Deed.AwaitRunning => TargetState.Running,
        _ => deed.Action()?.Target,
    };

    public static string ActionName(this Deed deed) => deed.Action()?.Name ?? Look;

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

    private static TheoryData<Deed> Those(Func<Deed, bool> isMeant) => [.. s_all.Where(isMeant)];
}
