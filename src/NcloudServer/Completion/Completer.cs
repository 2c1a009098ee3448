using System.Management.Automation.Language;
using NcloudServer.Actions;
using NcloudServer.Addresses;
using NcloudServer.Profiles;

namespace NcloudServer.Completion;

/// <summary>Completes each parameter that has something to offer, from memory or the user's file, never the network. It fails silently.</summary>
/// <remarks>
/// Source of the hosts: api.ncloud-docs.com, pages <c>pub-billing-v2-overview</c>, <c>management-subaccount</c>,
/// <c>compute-cloudfunctions</c>, <c>pub-cloud-functions-v3-overview</c> and <c>analytics-cloudloganalytics</c>; NAVER's Terraform
/// provider (API Gateway). Of the status names: pages of the actions and <c>common-vapidatatype-fabricclusterserverinstance</c>.
/// </remarks>
public sealed class Completer : IArgumentCompleter
{
    private static readonly (string Text, string Hint)[] s_gateways =
    [
        (Endpoint.Public, "The public site's gateway"),
        (Endpoint.Gov, "The government site's gateway"),
        (Endpoint.Fin, "The financial site's gateway"),
    ];

    private static readonly (string Text, string Hint)[] s_hosts =
    [
        ("https://billingapi.apigw.ntruss.com", "The billing service's host"),
        ("https://subaccount.apigw.ntruss.com", "The subaccount service's host"),
        ("https://apigateway.apigw.ntruss.com", "The apigateway service's host"),
        ("https://cloudfunctions.apigw.ntruss.com", "The cloudfunctions service's host, version 2"),
        ("https://kr-cloudfunctions.apigw.ntruss.com", "The cloudfunctions service's host in Korea, version 3"),
        ("https://cloudloganalytics.apigw.ntruss.com", "The cloudloganalytics service's host"),
    ];

    private static readonly string[] s_statusNames =
    [
        "running", "stopped", "booting", "shutting down", "rebooting", "setting up", "creating", "terminating", "repairing",
        "hard rebooting", "hard shutting down", "changingSpec", "copying", "init", "warning",
    ];

    private static readonly string[] s_statusCodes = ["INIT", "CREAT", "RUN", "NSTOP", "FSTOP", "TERMT", "SD_FL", "RS_FL", "ST_FL"];

    /// <summary>The names and the codes of status that the documentation knows.</summary>
    internal static IEnumerable<string> KnownStatuses => s_statusNames.Concat(s_statusCodes);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        CompletionResult[] offered;
        try
        {
            offered = Values(parameterName, commandName, fakeBoundParameters)
                .Where(value => StartsWith(value.Text, word) || IsMeant(parameterName, word, value.Hint))
                .Select(value => Result(Quoted(value.Text), value.Text, value.Hint))
                .ToArray();
        }
        catch (NcpException)
        {
            offered = [];
        }

        // Where a completer has nothing, the engine offers the files of the current folder: then what is typed stays as it is.
        return offered.Length > 0 ? offered
            : [Result(word.Length == 0 ? " " : Quoted(word), word.Length == 0 ? " " : word, "Nothing that fits is known in this session")];
    }

    /// <summary>The values to offer, each with its tooltip.</summary>
    private static IEnumerable<(string Text, string Hint)> Values(string parameter, string command, IDictionary given) => parameter switch
    {
        "Action" => Actions(given["Service"] as string ?? ApiCall.ServerService),
        "EndpointUrl" => command == "Invoke-NcpApi" ? s_gateways.Concat(s_hosts) : s_gateways,
        "IpAddress" => SeenObjects.By(server => server.PublicIp),
        "ProfileName" => Profiles(ConfigureFile.OfUser()),
        "RegionCode" => SeenObjects.Regions,
        "ServerInstanceNo" => SeenObjects.Servers.Select(server => (server.Number, $"{server.Name}, {server.Status}")),
        "ServerName" => SeenObjects.Servers.Where(server => server.Name.Length > 0).GroupBy(server => server.Name)
            .Select(servers => (servers.Key, string.Join(", ", servers.Select(server => $"{server.Number} {server.Status}")))),
        "Service" => KnownActions.Services,
        "Status" => s_statusNames.Select(name => (name, name)),
        "VpcNo" => SeenObjects.By(server => server.VpcNo),
        _ => [],
    };

    private static IEnumerable<(string Text, string Hint)> Actions(string service) => KnownActions.Of(service)
        .Select(name => (name, $"{name} of {service}, which {(ApiCall.IsReading(name) ? "reads" : "changes")}"));

    private static IEnumerable<(string Text, string Hint)> Profiles(ConfigureFile file) =>
        file.Names.Select(name => (name, $"profile {name} of {file.Path}"));

    /// <summary>Whether a word means a value although the value does not start with it: a server's name, or that of a site or service.</summary>
    private static bool IsMeant(string parameter, string word, string hint) => parameter switch
    {
        "ServerInstanceNo" => StartsWith(hint, word.TrimEnd('*')),
        "EndpointUrl" => StartsWith(hint.Split(' ')[1], word),
        _ => false,
    };

    private static bool StartsWith(string text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static CompletionResult Result(string text, string shown, string hint) =>
        new(text, shown, CompletionResultType.ParameterValue, hint);

    private static string Quoted(string text) =>
        text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/') ? text : "'" + text.Replace("'", "''") + "'";
}
