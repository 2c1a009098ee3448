using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using NcloudServer.Api;
using NcloudServer.Completion;
using NcloudServer.Operations;
using NcloudServer.Pipeline;

namespace NcloudServer.Commands;

/// <summary>Gets servers by number, or all that match.</summary>
/// <remarks>Source: api.ncloud-docs.com, action <c>getServerInstanceList</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "NcpServerInstance", DefaultParameterSetName = MatchingSet,
    HelpUri = "https://api.ncloud-docs.com/docs/en/compute-vserver-server-getserverinstancelist")]
[OutputType(typeof(ServerInstance))]
public sealed class GetNcpServerInstanceCommand : NcpCommandBase
{
    private const string MatchingSet = "Matching";
    private const string NumberSet = "Number";

    private NumberInput? _receiver;

    /// <summary>The numbers of the servers: digits alone. One that does not exist is an error.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = NumberSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ServerInstanceNo(TakesRegions = true)]
    [ArgumentCompleter(typeof(ServerInstanceNoCompleter))]
    public string?[]? ServerInstanceNo { get; set; }

    /// <summary>The names of the servers; wildcards are taken, upper and lower case are the same. A name that no server has gives nothing.</summary>
    [Parameter(ParameterSetName = MatchingSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ServerNameCompleter))]
    public string[]? ServerName { get; set; }

    /// <summary>The servers' status: a name such as <c>running</c> or <c>shutting down</c>, with wildcards, or a code such as <c>NSTOP</c>.</summary>
    [Parameter(ParameterSetName = MatchingSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string? Status { get; set; }

    /// <summary>The number of the VPC that the servers are in.</summary>
    [Parameter(ParameterSetName = MatchingSet)]
    [ValidateNotNullOrEmpty]
    public string? VpcNo { get; set; }

    /// <summary>Asks every region, several at once; a region that fails is an error, and the others go on.</summary>
    [Parameter(ParameterSetName = MatchingSet)]
    public SwitchParameter AllRegions { get; set; }

    /// <summary>The region of the servers. Default: NCLOUD_REGION, else the service's first region.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Region")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? RegionCode { get; set; }

    private protected override int RequestsInFlight => 4;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == NumberSet && !ServerInstanceNoAttribute.StandsForRegion(ServerInstanceNo))
        {
            _receiver ??= new NumberInput(this, "Reading server instances", () => new BatchOptions(), (_, _) => true);
            _receiver.Receive(ServerInstanceNo, RegionOrDefault(RegionCode));
        }
        else
        {
            WriteMatching();
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => _receiver?.End();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _receiver?.Dispose();
        }
    }

    private void WriteMatching()
    {
        var selection = new ServerSelection(ServerName, Status, VpcNo);
        try
        {
            NcloudClient client = Connect();
            IEnumerable<string?> regions = AllRegions
                ? Await(client.GetRegionsAsync).Select(region => (string?)region.RegionCode)
                : [RegionOrDefault(RegionCode)];
            WriteLists(client, regions, selection);
        }
        catch (NcpException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, target: null));
        }
    }

    /// <summary>Reads several regions at once, and writes each region's servers when its whole list has been read.</summary>
    private void WriteLists(NcloudClient client, IEnumerable<string?> regions, ServerSelection selection)
    {
        Dictionary<Task<IReadOnlyList<ServerInstance>>, string?> underWay = regions.ToDictionary(
            region => Task.Run(() => new ServerListing(client, selection.FilterFor(region)).ReadAsync(StopToken)));
        while (underWay.Count > 0)
        {
            Task<IReadOnlyList<ServerInstance>> list = Await(_ => Task.WhenAny(underWay.Keys));
            string? region = underWay[list];
            underWay.Remove(list);
            if (list.Exception?.InnerException is NcpException { IsFatal: false } failure)
            {
                WriteError(ErrorRecords.From(failure, region));
                continue;
            }

            foreach (ServerInstance server in list.GetAwaiter().GetResult().Where(selection.Includes))
            {
                WriteServer(server);
            }
        }
    }
}
