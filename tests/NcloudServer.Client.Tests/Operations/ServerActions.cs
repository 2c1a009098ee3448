using System.Reflection;
using NcloudServer.Operations;

namespace NcloudServer.Tests.Operations;

/// <summary>The client's actions, by the names of their properties: a new one is among them, and meets every test that asks for all.</summary>
internal static class ServerActions
{
    private static readonly Dictionary<string, ServerAction> s_all = typeof(ServerAction)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == typeof(ServerAction))
        .ToDictionary(property => property.Name, property => (ServerAction)property.GetValue(null)!);

    public static IReadOnlyDictionary<string, ServerAction> All => s_all;

    public static TheoryData<string> Names => [.. s_all.Keys];

    public static ServerAction? Find(string name) => s_all.TryGetValue(name, out ServerAction? action) ? action : null;
}
