namespace NcloudServer.Completion;

/// <summary>Offers the numbers of the VPCs of the servers that this PowerShell session has fetched.</summary>
public sealed class VpcNoCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values() => SeenObjects.By(server => server.VpcNo);
}
