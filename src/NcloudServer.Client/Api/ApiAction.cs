namespace NcloudServer.Api;

/// <summary>How an action on servers is called in the API, where a request takes a list of numbers or a single one.</summary>
internal sealed record ApiAction(string Name, bool TakesMany)
{
    /// <summary>The format to ask for: json, or xml where a page of the action allows nothing else. A response of either is read.</summary>
    public string Format { get; init; } = "json";
}
