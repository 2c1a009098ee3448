using NcloudServer.Api;
using NcloudServer.Binding;
using NcloudServer.Completion;
using NcloudServer.Operations;
using NcloudServer.Pipeline;

namespace NcloudServer.Commands;

/// <summary>Gets servers by number, or all that match.</summary>
/// <remarks>Source: api.ncloud-docs.com, action <c>getServerInstanceList</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "NcpServerInstance", DefaultParameterSetName = MatchingSet,
    HelpUri = "https://api.ncloud-docs.com/docs/en/compute-vserver-server-getserverinstancelist")]
[OutputType(typeof(ServerInstance))]
public sealed class GetNcpServerInstanceCommand : NumberCommandBase
{
    private const string MatchingSet = "Matching";
    private const string NumberSet = "Number";

    private ServerSelection? _selection;

    /// <summary>The numbers of the servers: digits alone. One that does not exist is an error.</summary>
    [Parameter(ParameterSetName = NumberSet,
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    [ServerInstanceNo(TakesRegions = true), ArgumentCompleter(typeof(Completer))]
    public string?[]? ServerInstanceNo { get; set; }

    /// <summary>The piped object as it is: its properties stand in errors.</summary>
    [Parameter(ParameterSetName = NumberSet, ValueFromPipeline = true, DontShow = true), AllowNull]
    public object? InputObject { get; set; }

    /// <summary>The names of the servers, with wildcards; case does not matter. A name that no server has is not an error.</summary>
    [Parameter(ParameterSetName = MatchingSet), Alias("Name")]
    [ValidateNotNullOrEmpty, SupportsWildcards, ArgumentCompleter(typeof(Completer))]
    public string[]? ServerName { get; set; }

    /// <summary>The servers' status: a name such as <c>shutting down</c>, with wildcards, or a code such as <c>NSTOP</c>.</summary>
    [Parameter(ParameterSetName = MatchingSet)]
    [ValidateNotNullOrEmpty, SupportsWildcards, ArgumentCompleter(typeof(Completer))]
    public string? Status { get; set; }

    /// <summary>The number of the VPC that the servers are in.</summary>
    [Parameter(ParameterSetName = MatchingSet), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(Completer))]
    public string? VpcNo { get; set; }

    /// <summary>The private or public IP addresses of the servers, in full. An address that no server has is not an error.</summary>
    [Parameter(ParameterSetName = MatchingSet)]
    [ValidateNotNullOrEmpty, IpAddress, ArgumentCompleter(typeof(Completer))]
    public string[]? IpAddress { get; set; }

    /// <summary>The number of the fabric cluster pool that the servers are in.</summary>
    [Parameter(ParameterSetName = MatchingSet), ValidateNotNullOrEmpty]
    public string? FabricClusterPoolNo { get; set; }

    /// <summary>The number of the fabric cluster that the servers are in.</summary>
    [Parameter(ParameterSetName = MatchingSet), ValidateNotNullOrEmpty]
    public string? FabricClusterNo { get; set; }

    /// <summary>Reads every region, several at once; a region that fails is an error, and the others go on.</summary>
    [Parameter(ParameterSetName = MatchingSet)]
    public SwitchParameter AllRegions { get; set; }

    internal override string Activity => "Reading server instances";

    internal override BatchOptions BatchOptions() => new();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == NumberSet && !ServerInstanceNoAttribute.StandsForRegion(ServerInstanceNo))
        {
            Receive(ServerInstanceNo, InputObject);
            return;
        }

        try
        {
            _selection ??= Selection();
            NcloudClient client = Connect();
            WriteServers(client, _selection, AllRegions
                ? Await((_, stopToken) => client.GetRegionsAsync(stopToken)).Select(region => (string?)region.RegionCode)
                : [Regions.Choose(NumberSource.RegionOf(RegionCode, InputObject, piped: null))]);
        }
        catch (NcpException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, (e as NcpParameterException)?.ParameterName));
        }
    }

    private ServerSelection Selection()
    {
        var selection = new ServerSelection(ServerName, Status, IpAddress, VpcNo, FabricClusterPoolNo, FabricClusterNo);
        if (!selection.IsStatusKnown)
            WriteWarning($"No status {Status} is known. Known are, among others, running, stopped and shutting down, and RUN and NSTOP.");

        return selection;
    }

    /// <summary>
    /// Reads the regions, several at once, and writes each one's servers when its whole list has been read. A region that fails is an error,
    /// and the others go on, unless it is a failure that no region can escape.
    /// </summary>
    private void WriteServers(NcloudClient client, ServerSelection selection, IEnumerable<string?> regions)
    {
        Dictionary<Task<IReadOnlyList<ServerInstance>>, string?> underWay = regions.ToDictionary(
            region => Task.Run(() => selection.ReadAsync(client, region, StopToken)));
        while (underWay.Count > 0)
        {
            Task<IReadOnlyList<ServerInstance>> list = Await((_, _) => Task.WhenAny(underWay.Keys));
            string? region = underWay[list];
            underWay.Remove(list);
            if (list.Exception?.InnerException is NcpException { IsFatal: false } failure)
            {
                WriteError(ErrorRecords.From(failure, region));
                continue;
            }

            foreach (ServerInstance server in list.GetAwaiter().GetResult().Where(selection.Includes))
                WriteServer(server);
        }
    }
}
