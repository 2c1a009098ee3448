using System.Collections.Generic;
using System.Linq;

namespace NcloudServer.Completion;

/// <summary>Offers the numbers of the servers that this PowerShell session has fetched.</summary>
public sealed class ServerInstanceNoCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values() =>
        SeenObjects.Servers.Select(server => (server.Number, $"{server.Name}, {server.Status}"));
}
