using NcloudServer.Tests.Laws;

namespace NcloudServer.Tests.Explorer;

/// <summary>The worlds that are small enough to be seen whole.</summary>
internal static class Worlds
{
    private static readonly (int Servers, int Batch, int Regions, int Throttle)[] s_shapes =
    [
        (1, 1, 1, 1), (2, 2, 1, 1), (2, 1, 1, 1), (2, 1, 1, 2), (3, 2, 1, 1), (3, 2, 1, 2), (2, 2, 2, 1), (2, 2, 2, 2), (3, 3, 1, 1), (3, 3, 1, 2),
    ];

    /// <summary>All worlds of a command, the smallest first.</summary>
    public static IEnumerable<Scenario> Of(Command command) =>
        from shape in s_shapes
        where command.Action() is not { TakesMany: false } || shape.Batch == 1
        from retries in new[] { 0, 1 }
        from isWaiting in Waits(command)
        select new Scenario
        {
            Command = command,
            Input = [.. Enumerable.Range(0, shape.Servers).Select(number => (number, number % shape.Regions))],
            Kinds = [.. Enumerable.Repeat(Generators.Plain(command), shape.Servers)],
            BatchSize = shape.Batch,
            ThrottleLimit = shape.Throttle,
            MaximumRetryCount = retries,
            IsWaiting = isWaiting,
            WaitTimeout = 20,
            // An operation takes two look-ups, and one that may lag some more.
            PollingInterval = 3,
        };

    public static bool IsSmallest(Scenario world) => world.Input.Count == 1 && !world.IsWaiting;

    private static bool[] Waits(Command command) => command.Target() is null ? [false] : command.IsChange() ? [false, true] : [true];
}
