using System.Linq;
using System.Management.Automation;
using NcloudServer.Api;

namespace NcloudServer.Pipeline;

/// <summary>Which servers a user wants: what the service can select goes into the request, the rest is looked through here.</summary>
internal sealed class ServerSelection
{
    private readonly WildcardPattern[]? _names;
    private readonly WildcardPattern? _status;
    private readonly ServerFilter _filter;

    public ServerSelection(string[]? names, string? status, string? vpcNo)
    {
        _names = names?.Select(Pattern).ToArray();
        _status = status is null ? null : Pattern(status);
        _filter = new ServerFilter(RegionCode: null)
        {
            VpcNo = vpcNo,
            StatusCode = CodeOf(status),
        };
    }

    public ServerFilter FilterFor(string? regionCode) => _filter with { RegionCode = regionCode };

    public bool Includes(ServerInstance server) =>
        (_names is null || _names.Any(name => name.IsMatch(server.ServerName)))
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
