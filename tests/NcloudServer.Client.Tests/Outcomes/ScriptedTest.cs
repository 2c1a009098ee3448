using System.Globalization;
using NcloudServer.Operations;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Outcomes;

/// <summary>Gives numbers in as a cmdlet does, has a scripted service answer, and takes out what becomes of them.</summary>
public abstract class ScriptedTest
{
    // An operation that asks for the time so often goes round in a circle. The exception shows it the way out.
    private const int MostGlances = 2_000_000;

    private int _glances;

    private protected IReadOnlyList<Asked> Requests { get; private set; } = [];

    private protected IEnumerable<Asked> Changes => Requests.Where(request => !request.IsLookUp);

    /// <summary>The most requests that were under way at once.</summary>
    private protected int MostAtOnce { get; private set; }

    private protected string Host { get; set; } = AnsweringHandler.Address;

    private protected int Retries { get; set; } = 3;

    /// <summary>How many requests may be under way at once.</summary>
    private protected int Throttle { get; set; } = 4;

    /// <summary>By how much the computer's clock is wrong at a time.</summary>
    private protected Func<double, TimeSpan> ClockError { get; set; } = _ => TimeSpan.Zero;

    /// <summary>What the monotonic clock says at a time: it goes on while the computer sleeps.</summary>
    private protected Func<double, TimeSpan> Elapsed { get; set; } = TimeSpan.FromSeconds;

    /// <summary>Fails as a defect of the module would, whenever it asks for the time.</summary>
    private protected Action<int> OnGlance { get; set; } = _ => { };

    private protected static BatchOptions Stop { get; } = new() { Action = ServerAction.Stop };

    private protected static BatchOptions Start { get; } = new() { Action = ServerAction.Start };

    private protected static BatchOptions Restart { get; } = new() { Action = ServerAction.Restart };

    private protected static BatchOptions Read { get; } = new();

    /// <summary>The same by name: a theory takes no internal types.</summary>
    private protected static BatchOptions Options(string action) => action switch
    {
        "Stop" => Stop,
        "Start" => Start,
        "Restart" => Restart,
        _ => Read,
    };

    /// <summary>What a server shows while the action is under way.</summary>
    private protected static Seen OnItsWay(string action) => action switch
    {
        "Stop" => Seen.ShuttingDown,
        "Restart" => Seen.Rebooting,
        _ => Seen.Booting,
    };

    /// <summary>The same, until the action's state is reached.</summary>
    private protected static BatchOptions Awaiting(BatchOptions options, double limit = 900, double polling = 5) => options with
    {
        Target = options.Action?.Target ?? TargetState.Running,
        WaitTimeout = TimeSpan.FromSeconds(limit),
        PollingInterval = TimeSpan.FromSeconds(polling),
    };

    /// <summary>Some numbers.</summary>
    private protected static Given[] Numbers(int count, int first = 1) =>
        [.. Enumerable.Range(first, count).Select(number => (Given)number.ToString(CultureInfo.InvariantCulture))];

    private protected Ending Run(BatchOptions options, string number, Func<Asked, Answer> answer) => Run(options, [number], answer)[number];

    /// <summary>Carries an operation out.</summary>
    /// <returns>What became of each number; each has come out once.</returns>
    private protected IReadOnlyDictionary<string, Ending> Run(BatchOptions options, IReadOnlyList<Given> numbers, Func<Asked, Answer> answer)
    {
        List<Ending> endings = [];
        using var service = new ScriptedService(answer);
        _glances = 0;
        service.Clock.Drive(() => Drive(service, options, numbers, endings));
        (Requests, MostAtOnce) = (service.Requests, service.MostAtOnce);
        Assert.InRange(MostAtOnce, 0, Throttle);
        Promises.AreKept(options, Requests, endings);
        return endings.ToDictionary(ending => ending.Outcome.ServerInstanceNo);
    }

    /// <summary>The requests of a kind about a number.</summary>
    private protected IReadOnlyList<Asked> About(string number, bool isLookUp) =>
        [.. Requests.Where(request => request.IsLookUp == isLookUp && request.IsAbout(number))];

    private void Drive(ScriptedService service, BatchOptions options, IReadOnlyList<Given> numbers, List<Ending> endings)
    {
        using var client = new ClientUnderTest(
            Host, Retries, Throttle, handler: service, random: () => 0.5,
            clock: () => ScriptedService.At(service.Clock.Now) + ClockError(service.Clock.Now),
            elapsed: () => Glance(service),
            waiting: (pause, token) => service.Clock.PauseAsync(pause.TotalSeconds, token),
            queue: service.Clock.Queue);
        using var operation = new BatchOperation(client.Client, options, CancellationToken.None);
        foreach (Given given in numbers)
        {
            if (service.Clock.Now < given.Time)
            {
                operation.Flush();
                Task coming = service.Clock.PauseAsync(given.Time - service.Clock.Now);
                Drain(() => coming.IsCompleted);
            }

            operation.Add(given.Number, given.Region);
            Drain(() => !operation.IsBacklogged);
        }

        operation.Flush();
        Drain(() => operation.IsEmpty);

        void Drain(Func<bool> isEnough)
        {
            while (!isEnough())
            {
                operation.ResetChanged();
                service.Clock.Settle();
                while (operation.TryTake() is { } outcome)
                {
                    endings.Add(new Ending(outcome, service.Clock.Now));
                }

                Assert.True(isEnough() || service.Clock.Advance(), "There are numbers that never come out.");
            }
        }
    }

    private TimeSpan Glance(ScriptedService service)
    {
        int glances = Interlocked.Increment(ref _glances);
        OnGlance(glances);
        return glances < MostGlances
            ? Elapsed(service.Clock.Now)
            : throw new InvalidOperationException("The operation goes round in a circle.");
    }
}
