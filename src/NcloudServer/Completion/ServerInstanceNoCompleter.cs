namespace NcloudServer.Completion;

/// <summary>Offers the numbers of the servers that this PowerShell session has fetched, also by their names.</summary>
public sealed class ServerInstanceNoCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values() =>
        SeenObjects.Servers.Select(server => (server.Number, $"{server.Name}, {server.Status}"));

    // A hint begins with the name.
    private protected override bool IsMeant(string word, string hint) =>
        hint.StartsWith(word.TrimEnd('*'), StringComparison.OrdinalIgnoreCase);
}
