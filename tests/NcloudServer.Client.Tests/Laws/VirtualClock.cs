using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace NcloudServer.Tests.Laws;

/// <summary>
/// Time that passes only when everybody waits. One thread, the driver's, moves it on: it completes one pause after the other, and what
/// follows a pause runs on that thread. So pauses that overlap take the longest of them, not their sum, and a run does the same each time.
/// </summary>
internal sealed class VirtualClock
{
    private const int MostSteps = 20_000;
    private const double Leap = 6.5;
    private const int LooksBeforeLeap = 20;
    private const int MostReadings = 100_000;

    private static readonly TimeSpan s_longestWork = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_longestStart = TimeSpan.FromMilliseconds(10);

    private static readonly AsyncLocal<VirtualClock?> s_current = new(change =>
    {
        change.PreviousValue?.Leave();
        change.CurrentValue?.Enter();
    });

    private readonly SortedDictionary<(double End, int Order), TaskCompletionSource<bool>> _pauses = [];
    private int _hop;
    private int _hopped;
    private bool _isPatient = true;
    private double _now;
    private int _order;
    private int _steps;
    private int _entries;
    private int _threads;
    private int _readings;

    public double Now
    {
        get
        {
            lock (_pauses)
            {
                return _now;
            }
        }
    }

    /// <summary>Whether anything waits for time to pass.</summary>
    public bool HasPauses
    {
        get
        {
            lock (_pauses)
            {
                return _pauses.Count > 0;
            }
        }
    }

    /// <summary>The time as the client reads it.</summary>
    /// <exception cref="InvalidOperationException">It does so again and again in the same moment: the client goes round in circles.</exception>
    public double Read() => Interlocked.Increment(ref _readings) < MostReadings ? Now : throw Circle();

    /// <summary>Ends when the time has come, or with the token.</summary>
    public Task PauseAsync(double seconds, CancellationToken cancellationToken = default)
    {
        // No asynchronous continuation: what waits for it goes on where the driver ends it.
        var end = new TaskCompletionSource<bool>();
        lock (_pauses)
        {
            (double, int) key = (_now + Math.Max(seconds, 0), _order++);
            _pauses.Add(key, end);
            if (cancellationToken.CanBeCanceled)
            {
                cancellationToken.Register(() => Cancel(key, end));
            }
        }

        return end.Task;
    }

    /// <summary>Makes the calling thread the driver for as long as the body runs.</summary>
    /// <exception cref="InvalidOperationException">It is one of the thread pool's: what those start is not queued in turn.</exception>
    public void Drive(Action body)
    {
        if (Thread.CurrentThread.IsThreadPoolThread)
        {
            throw new InvalidOperationException("The driver needs a thread of its own.");
        }

        s_current.Value = this;
        try
        {
            body();
        }
        finally
        {
            s_current.Value = null;
        }
    }

    /// <summary>Returns when everything that was started waits for time to pass.</summary>
    /// <param name="hasBegun">Whether everything has begun that is known to have been started.</param>
    /// <remarks>
    /// Threads that work for this run are counted as they take its context up and lay it down. What is queued to the thread pool is ahead
    /// of the item that is queued here, since the pool begins its items in turn. A thread that loses its core in the moment between the
    /// two comes late; that happens on any computer, and no law forbids it.
    /// </remarks>
    public void Settle(Func<bool> hasBegun)
    {
        Stopwatch? stillness = null;
        while (HasMoved() || (_isPatient && !hasBegun()))
        {
            // What fails without a request never begins; that is learned once.
            stillness = HasMoved() ? null : stillness ?? Stopwatch.StartNew();
            _isPatient &= stillness is null || stillness.Elapsed < s_longestStart;
        }

        // Where time is to make a leap, a thread that is late would miss all of it.
        for (int looks = 0; looks < LooksBeforeLeap && IsLeapNext(); looks++)
        {
            Thread.Sleep(1);
            looks = HasMoved() ? 0 : looks;
        }
    }

    private bool IsLeapNext()
    {
        lock (_pauses)
        {
            return _pauses.Count > 0 && _pauses.Keys.First().End - _now > Leap;
        }
    }

    /// <summary>Lets time pass until the next pause ends.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InvalidOperationException">There have been so many that the run has no end.</exception>
    public bool Advance()
    {
        TaskCompletionSource<bool> next;
        lock (_pauses)
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
            next = _pauses[first];
            _pauses.Remove(first);
            _now = first.End;
            Volatile.Write(ref _readings, 0);
        }

        next.TrySetResult(true);
        return true;
    }

    private static InvalidOperationException Circle() => new($"The time was asked for {MostReadings} times in the same moment.");

    private void Cancel((double End, int Order) key, TaskCompletionSource<bool> end)
    {
        lock (_pauses)
        {
            _pauses.Remove(key);
        }

        end.TrySetCanceled();
    }

    private bool HasMoved()
    {
        int entries = Volatile.Read(ref _entries);
        int hop = ++_hop;
        ThreadPool.UnsafeQueueUserWorkItem(_ => Volatile.Write(ref _hopped, hop), null);
        Await(() => Volatile.Read(ref _hopped) == hop);
        Await(() => Volatile.Read(ref _threads) == 1);
        return entries != Volatile.Read(ref _entries);
    }

    // The others have work to do: a wait that sleeps would take far longer than that.
    private static void Await(Func<bool> condition)
    {
        Stopwatch? watch = null;
        for (int turn = 0; !condition(); turn++)
        {
            Thread.Yield();
            watch ??= turn > 1000 ? Stopwatch.StartNew() : null;
            if (watch?.Elapsed > s_longestWork)
            {
                throw new InvalidOperationException("The client works and works.");
            }
        }
    }

    private void Enter()
    {
        Interlocked.Increment(ref _threads);
        Interlocked.Increment(ref _entries);
    }

    private void Leave() => Interlocked.Decrement(ref _threads);
}
