namespace NcloudServer.Tests.Laws;

/// <summary>What each command asks of the service, and what it makes of a server.</summary>
internal static class Commands
{
    public const string LookUp = "getServerInstanceList";

    public static bool IsChange(this Command command) => command is Command.Stop or Command.Start or Command.Restart or Command.Interrupt;

    public static string ActionName(this Command command) => command switch
    {
        Command.Stop => "stopServerInstances",
        Command.Start => "startServerInstances",
        Command.Restart => "rebootServerInstances",
        Command.Interrupt => "interruptServerInstance",
        _ => LookUp,
    };

    /// <summary>The state that a server has for the action to have something to do.</summary>
    public static View Before(this Command command) => command == Command.Start ? View.Stopped : View.Running;

    /// <summary>Whether a look-up at a server that may have been acted on tells what became of it: another operation hides that.</summary>
    public static bool IsAnsweredBy(this Command command, View view) => view.IsMissing || view.IsAtRest || (command, view.Operation) switch
    {
        (Command.Stop, "SHTDN") => true,
        (Command.Stop, "CHNG") => view.Status == "NSTOP",
        (Command.Start, "START" or "RESTA") => true,
        (Command.Restart, "RESTA") => true,
        _ => false,
    };

    /// <summary>Whether a server that looks like this is on its way to where it should be.</summary>
    public static bool IsUnderWay(this Command command, View view) => command switch
    {
        Command.Stop or Command.AwaitStopped => view.Operation == "SHTDN",
        Command.Start or Command.AwaitRunning => view.Operation is "START" or "RESTA",
        Command.Restart => view.Operation == "RESTA",
        _ => false,
    };

    /// <summary>Whether a server that looks like this is where it should be.</summary>
    /// <param name="command">What was asked for.</param>
    /// <param name="view">What the service showed last.</param>
    /// <param name="isWaiting">Whether it has to have arrived; being on its way is enough otherwise.</param>
    public static bool IsReachedBy(this Command command, View view, bool isWaiting) => command switch
    {
        Command.Stop or Command.AwaitStopped => view == View.Stopped || view.IsMissing
            || (!isWaiting && (view.Operation == "SHTDN" || view is { Status: "NSTOP", Operation: "CHNG" })),
        Command.Start or Command.AwaitRunning => view == View.Running || (!isWaiting && view.Operation is "START" or "RESTA"),
        Command.Restart => view == View.Running || !isWaiting,
        Command.Read => !view.IsMissing,
        Command.Interrupt => true,
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };
}
