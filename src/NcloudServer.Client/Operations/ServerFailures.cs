namespace NcloudServer.Operations;

/// <summary>The failures that are about one server, each with its text and its advice.</summary>
internal static class ServerFailures
{
    public static NcpServerInstanceException InvalidNumber(string text) => new(
        NcpErrorId.NcpInvalidServerInstanceNo,
        text,
        text.Length == 0
            ? "An empty text is not a server instance number."
            : "Not a valid server instance number: it must consist of the digits 0 to 9 alone, "
                + $"at most {NumberFilter.LongestNumber} of them. {OtherWays(text)}",
        "Get-NcpServerInstance shows the numbers of your servers; pipe what it finds to the cmdlet that is to act on it.");

    public static NcpServerInstanceException InvalidRegion(string number) => new(
        NcpErrorId.NcpInvalidServerInstanceNo,
        number,
        "The region code that came with the number is too long to be one.",
        "Get-NcpRegion shows the codes, for example KR.");

    public static NcpServerInstanceException Unexpected(PendingServer server, Exception cause) => Of(
        server, NcpErrorId.NcpOutcomeUnknown,
        "The module failed while it worked on this server; whether the action was carried out is not known. "
        + $"{cause.GetType().Name}: {cause.Message}",
        "Look at the server's status before you try again, and report this as a defect of the module.",
        cause);

    /// <summary>The failure that a step ends a server with; null for a success.</summary>
    public static NcpException? For(Step step, PendingServer server, BatchOptions options) => step switch
    {
        Step.Succeed => null,
        Step.FailAsAnswered => server.Failure!,
        Step.FailAsUnreadable => server.LookUp!.Failure!,
        Step.FailAsNotFound => Of(
            server, NcpErrorId.NcpServerInstanceNotFound,
            $"There is no such server in {(server.RegionCode is { } region ? $"region {region}" : "the service's first region")}.",
            "Check the number, the region (-RegionCode) and the account."),
        Step.FailAsLeftOut => Of(
            server, NcpErrorId.NcpRequestRefused,
            $"The service accepted {options.Action!.Name}, but left this server out of its responses and did not act on it.",
            "Try this server alone, or look at it in the console."),
        Step.FailAsRuledOut => RuledOut(server, options.Action!),
        Step.FailAsBusy => Busy(server, options.Action!),
        Step.FailAsTimedOut => TimedOut(server, options),
        Step.FailAsStuck => NotReached(server, options.Action, options.Target!),
        Step.FailAsUnknown => Unknown(server, options.Action!),
        Step.FailAsUnwatched => Unwatched(server, options.Action!, server.LookUp!.Failure!),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "This step ends nothing."),
    };

    private static NcpServerInstanceException RuledOut(PendingServer server, ServerAction action) => Of(
        server, NcpErrorId.NcpServerInstanceStateInvalid,
        $"{action.Progress} is not possible while the server is {StatusOf(server.LastSeen)}.",
        ServerState.Of(server.LastSeen!) switch
        {
            { Operation: "TERMT" } => "It is being terminated: leave it out.",
            { Status: "NSTOP" } => "Start it with Start-NcpServerInstance.",
            _ => "Wait until its status has changed.",
        });

    private static NcpServerInstanceException Busy(PendingServer server, ServerAction action) => Of(
        server, NcpErrorId.NcpServerInstanceBusy,
        $"{action.Progress} is not possible yet: {ReasonOf(server.LastSeen)}.{AndThe(server.Change?.Failure)}",
        server.Deadline is null
            ? $"Try again when it has ended, or raise -MaximumRetryCount{(action.Target is null ? string.Empty : ", or use -Wait")}."
            : "Try again when it has ended, or wait longer with -WaitTimeoutSec.",
        server.Change?.Failure);

    private static NcpServerInstanceException TimedOut(PendingServer server, BatchOptions options) => Of(
        server, NcpErrorId.NcpWaitTimeout,
        $"The server is not {options.Target!.Name} after "
        + $"{options.WaitTimeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} seconds; "
        + $"it was last seen {StatusOf(server.LastSeen)}.",
        "Look at the server in the console, or wait longer with -WaitTimeoutSec"
        + (options.Action is null ? "." : "; the operation continues."));

    /// <summary>The server is where it does not go on by itself, and not where it should be.</summary>
    private static NcpServerInstanceException NotReached(PendingServer server, ServerAction? action, TargetState target) => Of(
        server, NcpErrorId.NcpServerInstanceFailed,
        action is not null && server.Reason == PendingReason.Accepted
            ? $"{action.Progress} was accepted and has failed: the server is {StatusOf(server.LastSeen)}, not {target.Name}."
            : $"The server is {StatusOf(server.LastSeen)}, and will not be {target.Name} by itself.",
        "Look at the server in the console before you try again.");

    private static NcpServerInstanceException Unknown(PendingServer server, ServerAction action)
    {
        NcpException? unreadable = server.Result == LookUpResult.Unreadable ? server.LookUp!.Failure : null;
        NcpException? cause = unreadable ?? server.Change?.Failure;
        string why = !action.IsObservable ? "its effect can't be read back, so it was not repeated"
            : unreadable is not null ? "the server's state could not be read"
            : $"the server was last seen {StatusOf(server.LastSeen)}";
        string beginning = server.Reason == PendingReason.LeftOut
            ? $"The service accepted {action.Name}, but its response does not name this server"
            : $"{action.Progress} may have been carried out or not";
        return Of(server, NcpErrorId.NcpOutcomeUnknown, $"{beginning}; {why}.{AndThe(cause)}", action.AdviceInDoubt, cause);
    }

    private static NcpServerInstanceException Unwatched(PendingServer server, ServerAction action, NcpException cause) => Of(
        server, NcpErrorId.NcpOutcomeUnknown,
        $"{action.Progress} was accepted, but the server's state can no longer be read, so its end can't be watched.{AndThe(cause)}",
        $"Do not repeat it: look at the server's status later. {cause.RecommendedAction}",
        cause);

    private static NcpServerInstanceException Of(
        PendingServer server, NcpErrorId id, string text, string advice, Exception? cause = null) =>
        new(id, server.ServerInstanceNo, text, advice, cause);

    private static string AndThe(NcpException? cause) => cause is null ? string.Empty : " " + cause.Message;

    // Only what looks like a name or an address is repeated: anything else may be a key, or a text that fills the screen.
    private static string OtherWays(string text) =>
        IPAddress.TryParse(text, out IPAddress? address) && address.ToString() == text
            ? $"To find a server by its address, use Get-NcpServerInstance -IpAddress {text}."
        : IsName(text) ? $"To find a server by its name, use Get-NcpServerInstance -ServerName {text}."
        : "To find a server by its name, use Get-NcpServerInstance -ServerName.";

    // As the console takes them: lower-case letters, digits and hyphens.
    private static bool IsName(string text) =>
        text.Length is >= 3 and <= 30 && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>Status and operation in one phrase.</summary>
    public static string StatusOf(ServerInstance? server) => server switch
    {
        { ServerInstanceStatusName.Length: > 0 } => server.ServerInstanceStatusName,
        { ServerInstanceStatus: { } status } => status.Code,
        _ => "in an unknown status",
    };

    private static string ReasonOf(ServerInstance? server) => server switch
    {
        null => "another operation is under way (not named by the service)",
        { ServerInstanceStatus.Code: "INIT" or "CREAT" } => $"the server is still being created (status {StatusOf(server)})",
        _ when ServerState.Of(server).IsAtRest => $"another operation is under way (not named by the service; status {StatusOf(server)})",
        _ => $"another operation is under way (operation {server.ServerInstanceOperation!.Code}, status {StatusOf(server)})",
    };
}
