using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Api;
using NcloudServer.Operations;

namespace NcloudServer.Pipeline;

/// <summary>Which servers a user wants: what the service can select goes into the request, the rest is looked through here.</summary>
internal sealed class ServerSelection
{
    private readonly WildcardPattern[]? _names;
    private readonly WildcardPattern? _status;
    private readonly ServerFilter _filter;

    /// <param name="names">Names, with wildcards; null for any.</param>
    /// <param name="status">Status name or code, with wildcards; null for any.</param>
    /// <param name="filter">What the service selects by, the status aside.</param>
    public ServerSelection(string[]? names, string? status, ServerFilter filter)
    {
        _names = names?.Select(Pattern).ToArray();
        _status = status is null ? null : Pattern(status);
        _filter = filter with { StatusCode = CodeOf(status) };
    }

    /// <summary>Private or public addresses; null for any.</summary>
    public IReadOnlyList<string>? IpAddresses { get; init; }

    /// <summary>Reads the servers of a region that the service selects.</summary>
    public Task<IReadOnlyList<ServerInstance>> ReadAsync(NcloudClient client, string? regionCode, CancellationToken cancellationToken)
    {
        ServerFilter filter = _filter with { RegionCode = regionCode };
        return IpAddresses is null
            ? new ServerListing(client, filter).ReadAsync(cancellationToken)
            : new AddressSearch(client, filter, IpAddresses).ReadAsync(cancellationToken);
    }

    public bool Includes(ServerInstance server) =>
        (_filter.FabricClusterPoolNo ?? server.FabricClusterPoolNo) == server.FabricClusterPoolNo
        && (_filter.FabricClusterNo ?? server.FabricClusterNo) == server.FabricClusterNo
        && (_names is null || _names.Any(name => name.IsMatch(server.ServerName)))
        && (_status is null || _status.IsMatch(server.ServerInstanceStatusName)
            || _status.IsMatch(server.ServerInstanceStatus?.Code ?? string.Empty));

    // In every culture: a Turkish RUNNING is a running too.
    internal static WildcardPattern Pattern(string text) =>
        WildcardPattern.Get(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);

    // Where the code is certain, the service sends fewer servers; where it is not, all of them are looked through.
    private static string? CodeOf(string? status) => status?.ToUpperInvariant() switch
    {
        "RUNNING" or "SHUTTING DOWN" => "RUN",
        "STOPPED" => "NSTOP",
        "INIT" or "CREAT" or "RUN" or "NSTOP" => status.ToUpperInvariant(),
        _ => null,
    };
}
