namespace NcloudServer.Api;

/// <summary>A list, or one page of it; the total of all pages is null where the service does not say.</summary>
internal record ListPage<T>(IReadOnlyList<T> Items, int? Total)
{
    /// <summary>Whether there are more than these.</summary>
    public bool GoesOn { get; init; } = Total > Items.Count;
}
