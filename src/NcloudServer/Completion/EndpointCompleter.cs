using System.Collections;
using NcloudServer.Addresses;

namespace NcloudServer.Completion;

/// <summary>
/// Offers the gateways of the three sites, also by the site's name, and where any service can be called, the hosts of those that have
/// their own.
/// </summary>
/// <remarks>
/// Source of the hosts: api.ncloud-docs.com, pages <c>pub-billing-v2-overview</c>, <c>management-subaccount</c>,
/// <c>compute-cloudfunctions</c>, <c>pub-cloud-functions-v3-overview</c> and <c>analytics-cloudloganalytics</c>; NAVER's Terraform
/// provider (API Gateway).
/// </remarks>
public sealed class EndpointCompleter : Completer
{
    private static readonly (string Text, string Hint)[] s_services =
    [
        ("https://billingapi.apigw.ntruss.com", "The billing service's host"),
        ("https://subaccount.apigw.ntruss.com", "The subaccount service's host"),
        ("https://apigateway.apigw.ntruss.com", "The apigateway service's host"),
        ("https://cloudfunctions.apigw.ntruss.com", "The cloudfunctions service's host, version 2"),
        ("https://kr-cloudfunctions.apigw.ntruss.com", "The cloudfunctions service's host in Korea, version 3"),
        ("https://cloudloganalytics.apigw.ntruss.com", "The cloudloganalytics service's host"),
    ];

    private protected override IEnumerable<(string Text, string Hint)> Values() =>
    [
        (Endpoint.Public, "The public site's gateway"),
        (Endpoint.Gov, "The government site's gateway"),
        (Endpoint.Fin, "The financial site's gateway"),
    ];

    private protected override IEnumerable<(string Text, string Hint)> Values(string command, IDictionary given) =>
        command == "Invoke-NcpApi" ? [.. Values(), .. s_services] : Values();

    // The second word of a hint is the name of its site or service.
    private protected override bool IsMeant(string word, string hint) =>
        hint.Split(' ')[1].StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
