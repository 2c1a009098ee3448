using NcloudServer.Actions;

namespace NcloudServer.Completion;

/// <summary>Offers the services behind the gateway.</summary>
public sealed class ServiceCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values() => KnownActions.Services;
}
