namespace NcloudServer.Completion;

/// <summary>Offers the known status names of the service.</summary>
/// <remarks>Source: api.ncloud-docs.com, pages of the actions and <c>common-vapidatatype-fabricclusterserverinstance</c>.</remarks>
public sealed class StatusCompleter : Completer
{
    private static readonly string[] s_names =
    [
        "running", "stopped", "booting", "shutting down", "rebooting", "setting up", "creating", "terminating", "repairing",
        "hard rebooting", "hard shutting down", "changingSpec", "copying", "init", "warning",
    ];

    private static readonly string[] s_codes = ["INIT", "CREAT", "RUN", "NSTOP", "FSTOP", "TERMT", "SD_FL", "RS_FL", "ST_FL"];

    /// <summary>The names and the codes that the documentation knows.</summary>
    internal static IEnumerable<string> Known => s_names.Concat(s_codes);

    private protected override IEnumerable<(string Text, string Hint)> Values() => s_names.Select(name => (name, name));
}
