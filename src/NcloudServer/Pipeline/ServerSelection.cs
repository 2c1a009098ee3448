using NcloudServer.Api;
using NcloudServer.Completion;
using NcloudServer.Models;
using NcloudServer.Operations;

namespace NcloudServer.Pipeline;

/// <summary>Which servers a user wants; null is any. What the service can select goes into the request, the rest is looked through here.</summary>
/// <exception cref="NcpParameterException">A number of a VPC, a pool or a cluster is none.</exception>
internal sealed class ServerSelection(
    string[]? names, string? status, string[]? ipAddresses, string? vpcNo, string? poolNo, string? clusterNo)
{
    private readonly WildcardPattern[]? _names = names?.Select(Pattern).ToArray();
    private readonly WildcardPattern? _status = status is null ? null : Pattern(status);
    private readonly ServerFilter _filter = new(RegionCode: null)
    {
        StatusCode = CodeOf(status),
        VpcNo = Number(vpcNo, "VpcNo"),
        FabricClusterPoolNo = Number(poolNo, "FabricClusterPoolNo"),
        FabricClusterNo = Number(clusterNo, "FabricClusterNo"),
    };

    /// <summary>Whether the status is, or may be, one that the documentation knows.</summary>
    public bool IsStatusKnown => _status is null || Completer.KnownStatuses.Any(_status.IsMatch);

    public Task<IReadOnlyList<ServerInstance>> ReadAsync(NcloudClient client, string? regionCode, CancellationToken cancellationToken)
    {
        var listing = new ServerListing(client, _filter with { RegionCode = regionCode });
        return ipAddresses is null ? listing.ReadAsync(cancellationToken) : listing.FindAsync(ipAddresses, cancellationToken);
    }

    /// <summary>Whether a server is selected, whatever the service makes of the filters.</summary>
    public bool Includes(ServerInstance server) =>
        IsWanted(_filter.VpcNo, server.VpcNo)
        && IsWanted(_filter.FabricClusterPoolNo, server.FabricClusterPoolNo)
        && IsWanted(_filter.FabricClusterNo, server.FabricClusterNo)
        && (_names is null || _names.Any(name => name.IsMatch(server.ServerName)))
        && (_status is null || _status.IsMatch(server.ServerInstanceStatusName)
            || _status.IsMatch(server.ServerInstanceStatus?.Code ?? string.Empty));

    // In every culture: a Turkish RUNNING is a running too.
    internal static WildcardPattern Pattern(string text) =>
        WildcardPattern.Get(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);

    private static bool IsWanted(string? number, string actual) =>
        number is null || ServerNumber.Normalized(number) == ServerNumber.Normalized(actual.Trim());

    // What is no number may mean anything to the service, all servers too.
    private static string? Number(string? text, string parameter) => text?.Trim() switch
    {
        null => null,
        { Length: > 0 } number when number.All(c => c is >= '0' and <= '9') => number,
        _ => throw new NcpParameterException(parameter, $"-{parameter} is not a number: it must consist of the digits 0 to 9.", "Check it."),
    };

    // Where the code is certain, the service sends fewer servers; where it is not, all of them are looked through.
    private static string? CodeOf(string? status) => status?.ToUpperInvariant() switch
    {
        "RUNNING" or "SHUTTING DOWN" => "RUN",
        "STOPPED" => "NSTOP",
        "INIT" or "CREAT" or "RUN" or "NSTOP" => status.ToUpperInvariant(),
        _ => null,
    };
}
