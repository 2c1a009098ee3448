using System;
using System.Collections.Generic;
using NcloudServer.Http;

namespace NcloudServer.Completion;

/// <summary>Offers the gateways of the three sites, also by the site's name.</summary>
public sealed class EndpointCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values() =>
    [
        (Endpoint.Public, "The public site's gateway"),
        (Endpoint.Gov, "The government site's gateway"),
        (Endpoint.Fin, "The financial site's gateway"),
    ];

    // The second word of a hint is the name of its site.
    private protected override bool IsMeant(string word, string hint) =>
        hint.Split(' ')[1].StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
