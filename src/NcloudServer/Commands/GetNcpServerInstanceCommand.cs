using NcloudServer.Api;
using NcloudServer.Bases;
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

    private ServerLists? _lists;

    /// <summary>The numbers of the servers: digits alone. One that does not exist is an error.</summary>
    [Parameter(ParameterSetName = NumberSet,
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    [ServerInstanceNo(TakesRegions = true), ArgumentCompleter(typeof(Completer))]
    public string?[]? ServerInstanceNo { get; set; }

    /// <inheritdoc cref="ServerInstanceCommandBase.InputObject"/>
    [Parameter(ParameterSetName = NumberSet, ValueFromPipeline = true, DontShow = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    /// <summary>The names of the servers, with wildcards; case does not matter. A name that no server has is not an error.</summary>
    [Parameter(ParameterSetName = MatchingSet), Alias("Name")]
    [ValidateNotNullOrEmpty, SupportsWildcards]
    [ArgumentCompleter(typeof(Completer))]
    public string[]? ServerName { get; set; }

    /// <summary>The servers' status: a name such as <c>shutting down</c>, with wildcards, or a code such as <c>NSTOP</c>.</summary>
    [Parameter(ParameterSetName = MatchingSet)]
    [ValidateNotNullOrEmpty, SupportsWildcards]
    [ArgumentCompleter(typeof(Completer))]
    public string? Status { get; set; }

    /// <summary>The number of the VPC that the servers are in.</summary>
    [Parameter(ParameterSetName = MatchingSet)]
    [ValidateNotNullOrEmpty, ArgumentCompleter(typeof(Completer))]
    public string? VpcNo { get; set; }

    /// <summary>The private or public IP addresses of the servers, in full. An address that no server has is not an error.</summary>
    [Parameter(ParameterSetName = MatchingSet)]
    [ValidateNotNullOrEmpty, IpAddress, ArgumentCompleter(typeof(Completer))]
    public string[]? IpAddress { get; set; }

    /// <summary>The number of the fabric cluster pool that the servers are in.</summary>
    [Parameter(ParameterSetName = MatchingSet)]
    [ValidateNotNullOrEmpty]
    public string? FabricClusterPoolNo { get; set; }

    /// <summary>The number of the fabric cluster that the servers are in.</summary>
    [Parameter(ParameterSetName = MatchingSet)]
    [ValidateNotNullOrEmpty]
    public string? FabricClusterNo { get; set; }

    /// <summary>Reads every region, several at once; a region that fails is an error, and the others go on.</summary>
    [Parameter(ParameterSetName = MatchingSet)]
    public SwitchParameter AllRegions { get; set; }

    private protected override int RequestsInFlight => 4;

    private protected override string Activity => "Reading server instances";

    private protected override BatchOptions BatchOptions() => new();

    private ServerLists Lists => _lists ??= new ServerLists(this, Selection());

    private ServerFilter Filter => new(RegionCode: null)
    {
        VpcNo = VpcNo,
        FabricClusterPoolNo = FabricClusterPoolNo,
        FabricClusterNo = FabricClusterNo,
    };

    private ServerSelection Selection()
    {
        try
        {
            var selection = new ServerSelection(ServerName, Status, Filter) { IpAddresses = IpAddress };
            if (!selection.IsStatusKnown)
            {
                WriteWarning($"No status {Status} is known. Known are, among others, running, stopped and shutting down, and RUN and NSTOP.");
            }

            return selection;
        }
        catch (NcpParameterException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, e.ParameterName));
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == NumberSet && !ServerInstanceNoAttribute.StandsForRegion(ServerInstanceNo))
        {
            Receive(ServerInstanceNo, InputObject);
        }
        else if (AllRegions)
        {
            Lists.WriteAllRegions();
        }
        else
        {
            Lists.WriteRegion(() => Regions.OrOfServer(Regions.WithoutRequest(RegionCode)));
        }
    }
}
