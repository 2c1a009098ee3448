namespace NcloudServer.Completion;

/// <summary>Offers the names of the servers that this PowerShell session has fetched.</summary>
public sealed class ServerNameCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values() => SeenObjects.Servers
        .Where(server => server.Name.Length > 0)
        .GroupBy(server => server.Name)
        .Select(servers => (servers.Key, string.Join(", ", servers.Select(server => $"{server.Number} {server.Status}"))));
}
