namespace NcloudServer.Simulator;

/// <summary>Lets no more than so many requests pass in any one second.</summary>
internal sealed class RateLimit(SimulatorClock clock)
{
    private readonly object gate = new();
    private readonly Queue<DateTimeOffset> passed = new();

    public bool Take(int perSecond)
    {
        if (perSecond <= 0)
        {
            return true;
        }

        lock (gate)
        {
            DateTimeOffset now = clock.Now;
            while (passed.TryPeek(out DateTimeOffset oldest) && now - oldest >= TimeSpan.FromSeconds(1))
            {
                passed.Dequeue();
            }

            if (passed.Count >= perSecond)
            {
                return false;
            }

            passed.Enqueue(now);
            return true;
        }
    }

    public void Reset()
    {
        lock (gate)
        {
            passed.Clear();
        }
    }
}
