using System.Collections.Generic;

namespace NcloudServer.Wire;

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
