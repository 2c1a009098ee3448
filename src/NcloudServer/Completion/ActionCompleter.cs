using System.Collections;
using NcloudServer.Actions;

namespace NcloudServer.Completion;

/// <summary>Offers the known actions of the service that is given, or else of the Server service.</summary>
public sealed class ActionCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values() => Of(ApiCall.ServerService);

    private protected override IEnumerable<(string Text, string Hint)> Values(string command, IDictionary given) =>
        given["Service"] is string service ? Of(service) : Values();

    private static IEnumerable<(string Text, string Hint)> Of(string service) => KnownActions.Of(service)
        .Select(name => (name, ApiCall.IsReading(name) ? $"{name} of {service}, which reads" : $"{name} of {service}, which changes"));
}
