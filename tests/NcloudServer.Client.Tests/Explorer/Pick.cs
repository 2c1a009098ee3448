namespace NcloudServer.Tests.Explorer;

/// <summary>A surprise: at which request, whether it is what comes of it or what happens before, and which of all that can be.</summary>
/// <param name="Request">The request, from 0.</param>
/// <param name="IsAnswer">Whether it is what comes of the request.</param>
/// <param name="Option">Its place among all that can be there; the plain one is 0.</param>
internal readonly record struct Pick(int Request, bool IsAnswer, int Option)
{
    /// <summary>Where it stands in the order of all choices.</summary>
    public int Place => (2 * Request) + (IsAnswer ? 1 : 0);
}
