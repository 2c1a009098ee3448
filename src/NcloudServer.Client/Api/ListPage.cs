namespace NcloudServer.Api;

/// <summary>A list, or one page of it.</summary>
/// <param name="Items">The items.</param>
/// <param name="Total">How many there are on all pages; null where the service does not say.</param>
internal record ListPage<T>(IReadOnlyList<T> Items, int? Total)
{
    /// <summary>Whether there are more than these.</summary>
    public bool GoesOn { get; init; } = Total > Items.Count;
}
