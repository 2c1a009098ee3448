namespace NcloudServer.Simulator;

/// <summary>Every request to the API and to the metadata address, in the order of arrival.</summary>
public sealed class RequestLog
{
    private readonly object gate = new();
    private readonly Dictionary<long, LoggedRequest> entries = [];
    private readonly SimulatorClock clock;
    private readonly int capacity;
    private long first = 1;
    private long last;
    private int inFlight;
    private int highestInFlight;
    private int received;
    private int completed;

    internal RequestLog(SimulatorClock clock, int capacity)
    {
        this.clock = clock;
        this.capacity = capacity;
    }

    /// <summary>A copy: it does not change while somebody looks at it.</summary>
    public IReadOnlyList<LoggedRequest> Requests
    {
        get
        {
            lock (gate)
            {
                var copy = new List<LoggedRequest>(entries.Count);
                for (long sequence = first; sequence <= last; sequence++)
                {
                    copy.Add(entries[sequence]);
                }

                return copy;
            }
        }
    }

    public int InFlight
    {
        get
        {
            lock (gate)
            {
                return inFlight;
            }
        }
    }

    /// <summary>The most requests that were in flight at once since the log was cleared.</summary>
    public int HighestInFlight
    {
        get
        {
            lock (gate)
            {
                return highestInFlight;
            }
        }
    }

    /// <summary>How many requests have come since the log was cleared.</summary>
    internal int ReceivedCount
    {
        get
        {
            lock (gate)
            {
                return received;
            }
        }
    }

    /// <summary>How many requests have ended since the log was cleared.</summary>
    internal int CompletedCount
    {
        get
        {
            lock (gate)
            {
                return completed;
            }
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            entries.Clear();
            received = 0;
            completed = 0;
            first = last + 1;
            highestInFlight = inFlight;
        }
    }

    internal Visit Begin(LoggedRequest request)
    {
        lock (gate)
        {
            last++;
            entries[last] = request with { Sequence = last, Received = clock.Now };
            if (entries.Count > capacity)
            {
                entries.Remove(first++);
            }

            received++;
            inFlight++;
            highestInFlight = Math.Max(highestInFlight, inFlight);
            return new Visit(this, last);
        }
    }

    internal void Change(long sequence, Func<LoggedRequest, LoggedRequest> change)
    {
        lock (gate)
        {
            if (entries.TryGetValue(sequence, out LoggedRequest? entry))
            {
                entries[sequence] = change(entry);
            }
        }
    }

    /// <summary>The last change of an entry, and the end of its time in flight, in one step.</summary>
    internal void Complete(long sequence, Func<LoggedRequest, LoggedRequest> change)
    {
        lock (gate)
        {
            inFlight--;
            completed++;
            Change(sequence, entry => change(entry) with { Completed = clock.Now });
        }
    }
}
