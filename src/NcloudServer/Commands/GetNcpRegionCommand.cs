using NcloudServer.Completion;
using NcloudServer.Pipeline;

namespace NcloudServer.Commands;

/// <summary>Gets the regions of the platform.</summary>
/// <remarks>Source: api.ncloud-docs.com, action <c>getRegionList</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "NcpRegion",
    HelpUri = "https://api.ncloud-docs.com/docs/en/compute-vserver-server-common-getregionlist")]
[OutputType(typeof(Region))]
public sealed class GetNcpRegionCommand : NcpCommandBase
{
    /// <summary>The code of the region to get, with wildcards. Default: all regions.</summary>
    [Parameter(Position = 0), Alias("Region"), SupportsWildcards, ArgumentCompleter(typeof(Completer))]
    public string? RegionCode { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        WildcardPattern pattern = ServerSelection.Pattern(string.IsNullOrEmpty(RegionCode) ? "*" : RegionCode!);
        try
        {
            foreach (Region region in Await((client, stopToken) => client.GetRegionsAsync(stopToken)))
            {
                SeenObjects.Add(region);
                if (pattern.IsMatch(region.RegionCode))
                    WriteObject(region);
            }
        }
        catch (NcpException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, target: null));
        }
    }
}
