using System.Collections.Generic;
using System.Linq;

namespace NcloudServer.Completion;

/// <summary>Offers the known status names of the service.</summary>
public sealed class StatusCompleter : Completer
{
    private static readonly string[] s_names =
        ["running", "stopped", "booting", "shutting down", "rebooting", "setting up", "creating", "terminating", "repairing"];

    private protected override IEnumerable<(string Text, string Hint)> Values() => s_names.Select(name => (name, name));
}
