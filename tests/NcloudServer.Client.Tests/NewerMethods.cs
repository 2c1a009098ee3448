namespace NcloudServer.Tests;

/// <summary>What the tests use of newer frameworks, so that they read the same in both.</summary>
internal static class NewerMethods
{
    public static bool Contains(this string text, string part, StringComparison comparison) => text.IndexOf(part, comparison) >= 0;

    public static bool Contains(this string text, char part) => text.IndexOf(part) >= 0;

    public static string Replace(this string text, string old, string value, StringComparison comparison)
        => comparison == StringComparison.Ordinal ? text.Replace(old, value) : throw new NotSupportedException();

    public static IOrderedEnumerable<T> Order<T>(this IEnumerable<T> items, IComparer<T>? comparer = null)
        => items.OrderBy(item => item, comparer);

    public static TValue? GetValueOrDefault<TKey, TValue>(this Dictionary<TKey, TValue> items, TKey key)
        => items.TryGetValue(key, out TValue? value) ? value : default;
}
