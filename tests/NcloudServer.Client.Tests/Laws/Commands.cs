using NcloudServer.Operations;
using NcloudServer.Tests.Operations;

namespace NcloudServer.Tests.Laws;

/// <summary>What each command asks of the service, and what it makes of a server. Each action of the client is one.</summary>
internal static class Commands
{
    public const string LookUp = "getServerInstanceList";

    private static readonly Command[] s_all = (Command[])Enum.GetValues(typeof(Command));
    private static readonly ServerAction?[] s_actions = [.. s_all.Select(command => ServerActions.Find(command.ToString()))];

    public static TheoryData<Command> All => [.. s_all];

    public static TheoryData<Command> Changes => Those(IsChange);

    public static TheoryData<Command> Observable => Those(command => command.Action()?.IsObservable == true);

    public static TheoryData<Command> Awaited => Those(command => command.Target() is not null);

    /// <summary>The client's action; null where the command only reads or waits.</summary>
    public static ServerAction? Action(this Command command) => s_actions[(int)command];

    public static bool IsChange(this Command command) => command.Action() is not null;

    /// <summary>Whether it is a change that nobody can see: then it is not sent again once it may have been carried out.</summary>
    public static bool IsUnobservable(this Command command) => command.Action() is { IsObservable: false };

    /// <summary>Where a server that is waited for should arrive; null where there is nothing to wait for.</summary>
    public static TargetState? Target(this Command command) => command switch
    {
        Command.AwaitStopped => TargetState.Stopped,
        Command.AwaitRunning => TargetState.Running,
        _ => command.Action()?.Target,
    };

    public static string ActionName(this Command command) => command.Action()?.Name ?? LookUp;

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

    private static TheoryData<Command> Those(Func<Command, bool> isMeant) => [.. s_all.Where(isMeant)];
}
