using System;
using System.Globalization;

namespace NcloudServer.Operations;

/// <summary>The failures that are about one server, each with its text and its advice.</summary>
internal static class ServerFailures
{
    public static NcpServerInstanceException InvalidNumber(string text) => new(
        NcpErrorId.NcpInvalidServerInstanceNo,
        text,
        text.Length == 0
            ? "An empty text is no server instance number."
            : $"This is no server instance number: it has to consist of the digits 0 to 9 alone, at most {NumberIntake.LongestNumber} of them.",
        "Get-NcpServerInstance shows the numbers of your servers.");

    public static NcpServerInstanceException InvalidRegion(string number) => new(
        NcpErrorId.NcpInvalidServerInstanceNo,
        number,
        "The region code that came with the number is too long to be one.",
        "Get-NcpRegion shows the codes, for example KR.");

    public static NcpServerInstanceException NotFound(Outcome item) => new(
        NcpErrorId.NcpServerInstanceNotFound,
        item.ServerInstanceNo,
        item.RegionCode is null
            ? "There is no such server in the service's first region."
            : $"There is no such server in region {item.RegionCode}.",
        "Check the number, the region (-RegionCode) and the account.");

    public static NcpServerInstanceException RuledOut(Outcome item, ServerAction action, ServerInstance server) => new(
        NcpErrorId.NcpServerInstanceStateInvalid,
        item.ServerInstanceNo,
        $"{action.Progress} is not possible while the server is {StatusOf(server)}.",
        "Wait until its status has changed, or bring it there first.");

    public static NcpServerInstanceException Busy(Outcome item, ServerAction action, ServerInstance? server, NcpException? refusal) => new(
        NcpErrorId.NcpServerInstanceBusy,
        item.ServerInstanceNo,
        $"{action.Progress} is not possible yet: another operation is under way ({(server is null ? "not named by the service" : OperationOf(server))})."
        + (refusal is null ? string.Empty : " " + refusal.Message),
        "Try again when it has ended, or raise -MaximumRetryCount.",
        refusal)
    {
        RequestId = refusal?.RequestId ?? string.Empty,
    };

    public static NcpServerInstanceException TimedOut(Outcome item, Goal goal, ServerInstance lastSeen, TimeSpan timeout) => new(
        NcpErrorId.NcpWaitTimeout,
        item.ServerInstanceNo,
        $"The server is not {goal.Name} after {timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} seconds; it was last seen {StatusOf(lastSeen)}.",
        "Look at the server in the console, or wait longer with -WaitTimeoutSec; what was asked for goes on.");

    public static NcpServerInstanceException Unknown(Outcome item, ServerAction action, NcpException cause) => new(
        NcpErrorId.NcpOutcomeUnknown,
        item.ServerInstanceNo,
        action.Goal is not null
            ? $"{action.Progress} may have been carried out or not; the server's state could not be read. {cause.Message}"
            : $"{action.Progress} may have been carried out or not; its effect can't be read back, so it was not repeated. {cause.Message}",
        action.Goal is not null
            ? "Look at the server's status before you try again; to stop a stopped server does no harm."
            : "Look into the server's own event log or console before you try again.",
        cause)
    {
        RequestId = cause.RequestId,
    };

    public static NcpServerInstanceException UnknownSinceLeftOut(Outcome item, ServerAction action) => new(
        NcpErrorId.NcpOutcomeUnknown,
        item.ServerInstanceNo,
        $"The service accepted {action.Name}, but its reply does not name this server; the effect can't be read back, so it was not repeated.",
        "Look into the server's own event log or console before you try again.");

    public static NcpServerInstanceException Unexpected(Outcome item, Exception cause) => new(
        NcpErrorId.NcpOutcomeUnknown,
        item.ServerInstanceNo,
        $"The module failed while it worked on this server; whether the action was carried out is not known. {cause.GetType().Name}: {cause.Message}",
        "Look at the server's status before you try again, and report this as a defect of the module.",
        cause);

    public static NcpServerInstanceException LeftOut(Outcome item, ServerAction action) => new(
        NcpErrorId.NcpRequestRefused,
        item.ServerInstanceNo,
        $"The service accepted {action.Name}, but left this server out of its replies and did not act on it.",
        "Try this server alone, or look at it in the console.");

    /// <summary>Status and operation in one phrase.</summary>
    public static string StatusOf(ServerInstance server) =>
        server.ServerInstanceStatusName.Length > 0 ? server.ServerInstanceStatusName : server.ServerInstanceStatus?.Code ?? "in an unknown status";

    private static string OperationOf(ServerInstance server) =>
        $"operation {server.ServerInstanceOperation?.Code ?? "NULL"}, status {StatusOf(server)}";
}
