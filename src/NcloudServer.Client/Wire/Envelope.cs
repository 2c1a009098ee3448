namespace NcloudServer.Wire;

/// <summary>The outermost object of a reply: one property, named after the action, or an error.</summary>
internal sealed class Envelope
{
    public ResponseBody? GetRegionListResponse { get; set; }

    public ResponseBody? GetServerInstanceListResponse { get; set; }

    public ResponseBody? StartServerInstancesResponse { get; set; }

    public ResponseBody? StopServerInstancesResponse { get; set; }

    public ResponseBody? RebootServerInstancesResponse { get; set; }

    public ResponseBody? InterruptServerInstanceResponse { get; set; }

    /// <summary>The service's own error.</summary>
    public ErrorBody? ResponseError { get; set; }

    /// <summary>The gateway's error.</summary>
    public ErrorBody? Error { get; set; }

    public ResponseBody? Body => StopServerInstancesResponse ?? GetServerInstanceListResponse ?? StartServerInstancesResponse
        ?? RebootServerInstancesResponse ?? InterruptServerInstanceResponse ?? GetRegionListResponse;
}
