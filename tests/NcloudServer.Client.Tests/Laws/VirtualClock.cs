namespace NcloudServer.Tests.Laws;

/// <summary>
/// Time that passes only when everybody waits. One thread, the driver's, moves it on: it completes one pause after the other, and what
/// follows a pause runs on that thread. So pauses that overlap take the longest of them, not their sum, and a run does the same each time.
/// </summary>
internal sealed class VirtualClock
{
    private const int MostSteps = 20_000;
    private const int MostReadings = 100_000;

    private readonly SortedDictionary<(double End, int Order), TaskCompletionSource<bool>> _pauses = [];
    private readonly Queue<Action> _work = new();
    private int _order;
    private int _steps;
    private int _readings;
    private Thread? _driver;

    public double Now { get; private set; }

    /// <summary>The time as the client reads it.</summary>
    /// <exception cref="InvalidOperationException">It does so again and again in the same moment: the client goes round in circles.</exception>
    public double Read() => ++_readings < MostReadings ? Now : throw Circle();

    /// <summary>Ends when the time has come, or with the token.</summary>
    public Task PauseAsync(double seconds, CancellationToken cancellationToken = default)
    {
        CheckThread();
        // No asynchronous continuation: what waits for it goes on where the driver ends it.
        var end = new TaskCompletionSource<bool>();
        (double, int) key = (Now + Math.Max(seconds, 0), _order++);
        _pauses.Add(key, end);
        if (cancellationToken.CanBeCanceled)
        {
            cancellationToken.Register(() => Cancel(key, end));
        }

        return end.Task;
    }

    /// <summary>Has the driver do this when it has done all that it was given before.</summary>
    public void Queue(Action work)
    {
        CheckThread();
        _work.Enqueue(work);
    }

    /// <summary>Makes the calling thread the driver for as long as the body runs.</summary>
    public void Drive(Action body)
    {
        // What waits for a task goes on where the task ends, only where no such context is.
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        _driver = Thread.CurrentThread;
        try
        {
            body();
        }
        finally
        {
            _driver = null;
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>Returns when everything that was started waits for time to pass.</summary>
    public void Settle()
    {
        while (_work.Count > 0)
        {
            _work.Dequeue()();
        }
    }

    /// <summary>Lets time pass until the next pause ends.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InvalidOperationException">There have been so many that the run has no end.</exception>
    public bool Advance()
    {
        if (_pauses.Count == 0)
        {
            return false;
        }

        if (++_steps > MostSteps)
        {
            throw new InvalidOperationException($"After {MostSteps} pauses there is still no end.");
        }

        (double End, int Order) first = _pauses.Keys.First();
        TaskCompletionSource<bool> next = _pauses[first];
        _pauses.Remove(first);
        Now = first.End;
        _readings = 0;
        next.TrySetResult(true);
        return true;
    }

    private static InvalidOperationException Circle() => new($"The time was asked for {MostReadings} times in the same moment.");

    private void Cancel((double End, int Order) key, TaskCompletionSource<bool> end)
    {
        _pauses.Remove(key);
        end.TrySetCanceled();
    }

    // What runs anywhere else, time does not wait for.
    private void CheckThread()
    {
        if (_driver is not null && Thread.CurrentThread != _driver)
        {
            throw new InvalidOperationException("The client works on a thread that is not the driver's.");
        }
    }
}
