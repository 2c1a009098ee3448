using System.Collections.Generic;
using System.Linq;

namespace NcloudServer.Api;

internal static class Halves
{
    /// <summary>The first half of a list, which has the odd one, and the second.</summary>
    public static (IReadOnlyList<T> First, IReadOnlyList<T> Second) Of<T>(IReadOnlyList<T> items)
    {
        int half = (items.Count + 1) / 2;
        return (items.Take(half).ToArray(), items.Skip(half).ToArray());
    }
}
