using System.Collections.Generic;

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

/// <summary>What every action answers with. What the reply does not have is null: that is neither an empty list nor a total of 0.</summary>
internal sealed class ResponseBody
{
    public string RequestId { get; set; } = string.Empty;

    public string ReturnCode { get; set; } = string.Empty;

    public string ReturnMessage { get; set; } = string.Empty;

    /// <summary>How many matches there are in all, not on this page alone; null where the reply does not say.</summary>
    public int? TotalRows { get; set; }

    /// <summary>Null where the list is absent, or is no list.</summary>
    public IReadOnlyList<ServerInstance>? ServerInstanceList { get; set; }

    /// <summary>Null where the list is absent, or is no list.</summary>
    public IReadOnlyList<Region>? RegionList { get; set; }
}

/// <summary>Either kind of error. <c>responseCode</c> and <c>responseMessage</c> were seen in place of the documented names.</summary>
internal sealed class ErrorBody
{
    public string ReturnCode { get; set; } = string.Empty;

    public string ReturnMessage { get; set; } = string.Empty;

    public string ResponseCode { get; set; } = string.Empty;

    public string ResponseMessage { get; set; } = string.Empty;

    public string ErrorCode { get; set; } = string.Empty;

    public string Message { get; set; } = string.Empty;

    public string Details { get; set; } = string.Empty;

    public string Code => FirstGiven(ErrorCode, ReturnCode, ResponseCode);

    public string Text
    {
        get
        {
            string text = FirstGiven(Message, ReturnMessage, ResponseMessage);
            return Details.Length == 0 || Details == text ? text : $"{text} {Details}".Trim();
        }
    }

    private static string FirstGiven(string first, string second, string third) =>
        first.Length > 0 ? first : second.Length > 0 ? second : third;
}
