using System.Globalization;

namespace NcloudServer.Simulator;

/// <summary>The order of a response under the policy for it.</summary>
internal static class ResponseSequence
{
    public static IReadOnlyList<SimulatedServer> Arrange(IReadOnlyList<SimulatedServer> servers, ResponseOrder order, int seed) => order switch
    {
        ResponseOrder.Reversed => servers.Reverse().ToList(),
        // By a hash rather than by a random generator: the pages of one list have to fit together.
        ResponseOrder.Shuffled => servers.OrderBy(server => Scramble(server.Number, seed)).ToList(),
        _ => servers,
    };

    private static ulong Scramble(string number, int seed)
    {
        ulong mixed = (ulong.Parse(number, CultureInfo.InvariantCulture) + (ulong)(uint)seed) * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        return mixed ^ (mixed >> 27);
    }
}
