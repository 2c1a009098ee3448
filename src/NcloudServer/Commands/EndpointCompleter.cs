using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using NcloudServer.Http;

namespace NcloudServer.Commands;

/// <summary>Offers the gateways of the three sites.</summary>
public sealed class EndpointCompleter : IArgumentCompleter
{
    private static readonly (string Url, string Site)[] s_sites =
    [
        (Endpoint.Public, "public"), (Endpoint.Gov, "government"), (Endpoint.Fin, "financial"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        return s_sites
            .Where(site => site.Url.StartsWith(word, StringComparison.OrdinalIgnoreCase) || site.Site.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(site => new CompletionResult(site.Url, site.Url, CompletionResultType.ParameterValue, $"The {site.Site} site's gateway"));
    }
}
