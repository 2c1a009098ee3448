namespace NcloudServer.Completion;

/// <summary>Offers the public addresses of the servers that this PowerShell session has fetched.</summary>
public sealed class IpAddressCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values() => SeenObjects.By(server => server.PublicIp);
}
