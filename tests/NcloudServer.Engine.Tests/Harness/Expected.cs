using System.Globalization;

namespace NcloudServer.EngineTests.Harness;

/// <summary>Short ways to write down what is expected.</summary>
internal static class Expected
{
    /// <summary>Consecutive server numbers.</summary>
    public static IReadOnlyList<string> Numbers(int first, int count) =>
        Enumerable.Range(first, count).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();

    /// <summary>The FullyQualifiedErrorId of an error, as often as it is expected.</summary>
    public static IEnumerable<string> ErrorIds(string id, string command, int count = 1) => Enumerable.Repeat(ErrorId(id, command), count);

    /// <param name="id">The module's name for the error.</param>
    /// <param name="command">The cmdlet without its hyphen.</param>
    public static string ErrorId(string id, string command) => $"{id},NcloudServer.Commands.{command}Command";
}
