using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace NcloudServer.Operations;

/// <summary>
/// Looks at the servers that are waited for until each is where it should be. All that wait in a region share the requests, whatever
/// batch they came in: a hundred to a request, once an interval.
/// </summary>
internal sealed class ArrivalWaiter(
    NcloudClient client, Goal goal, WaitOptions options, Action onChange, CancellationToken cancellationToken)
{
    private const int NumbersPerRequest = 100;

    private readonly Dictionary<Outcome, Waiting> _waiting = [];
    private bool _isLooking;

    /// <summary>How many servers are waited for, what most of them do, and how long the last of them may still take.</summary>
    public (int Count, string Status, TimeSpan TimeLeft) Progress
    {
        get
        {
            lock (_waiting)
            {
                string status = _waiting.Values.GroupBy(waiting => ServerFailures.StatusOf(waiting.LastSeen))
                    .OrderByDescending(group => group.Count()).Select(group => $"{group.Count()} {group.Key}").FirstOrDefault() ?? string.Empty;
                TimeSpan end = _waiting.Count == 0 ? client.Elapsed : _waiting.Values.Max(waiting => waiting.Deadline);
                return (_waiting.Count, status, end - client.Elapsed);
            }
        }
    }

    /// <summary>Settles the item when its server arrives, or when its time is over.</summary>
    public void Join(Outcome item, ServerInstance lastSeen)
    {
        if (IsReached(lastSeen, item))
        {
            item.Succeed(lastSeen);
            return;
        }

        lock (_waiting)
        {
            _waiting[item] = new Waiting(lastSeen, client.Elapsed + options.Timeout);
            if (!_isLooking)
            {
                _isLooking = true;
                _ = Task.Run(LookUntilNobodyWaitsAsync, CancellationToken.None);
            }
        }

        onChange();
    }

    private bool IsReached(ServerInstance server, Outcome item) => goal.IsReached(server, item.HasBooted(server, client.ClockOffset));

    private async Task LookUntilNobodyWaitsAsync()
    {
        try
        {
            while (true)
            {
                await client.Retry.WaitAsync(NextPause(), cancellationToken).ConfigureAwait(false);
                await LookOnceAsync().ConfigureAwait(false);
                onChange();
                lock (_waiting)
                {
                    if (_waiting.Count == 0)
                    {
                        _isLooking = false;
                        return;
                    }
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever cancelled no longer asks for outcomes.
        }
#pragma warning disable CA1031 // Whatever it is, a number without an outcome would make its reader wait for ever.
        catch (Exception e)
#pragma warning restore CA1031
        {
            foreach (Outcome item in Items())
            {
                End(item, () => item.Fail(ServerFailures.Unexpected(item, e)));
            }

            onChange();
        }
    }

    // The last look of whoever runs out of time first comes at the end of that time, not an interval later.
    private TimeSpan NextPause()
    {
        lock (_waiting)
        {
            TimeSpan left = _waiting.Values.Min(waiting => waiting.Deadline) - client.Elapsed;
            TimeSpan pause = left < options.PollingInterval ? left : options.PollingInterval;
            return pause > TimeSpan.Zero ? pause : TimeSpan.Zero;
        }
    }

    private Task LookOnceAsync()
    {
        var collector = new BatchCollector(NumbersPerRequest, client.UrlLengthWithoutNumbers);
        List<IReadOnlyList<Outcome>> requests = [];
        foreach (Outcome item in Items())
        {
            if (collector.Add(item) is { } full)
            {
                requests.Add(full);
            }
        }

        requests.AddRange(collector.TakeRest());
        return Task.WhenAll(requests.Select(LookAsync));
    }

    private async Task LookAsync(IReadOnlyList<Outcome> items)
    {
        // A look that began in time counts, however long its answer took: the last one begins when the time is over.
        TimeSpan began = client.Elapsed;
        Dictionary<string, ServerInstance>? seen = null;
        try
        {
            string[] numbers = items.Select(item => item.ServerInstanceNo).ToArray();
            seen = ServersByNumber.From(await client.FindAsync(items[0].RegionCode, numbers, cancellationToken).ConfigureAwait(false));
        }
        catch (NcpException e) when (!e.IsFatal)
        {
            client.Log.Verbose($"The state of {items.Count} waiting server instances can't be read for now. {e.Message}");
        }
        catch (NcpException e)
        {
            client.Fatal.SetIfFatal(e);
            foreach (Outcome item in items)
            {
                End(item, () => item.Fail(e));
            }

            return;
        }

        foreach (Outcome item in items)
        {
            Judge(item, seen, began);
        }
    }

    private void Judge(Outcome item, Dictionary<string, ServerInstance>? seen, TimeSpan began)
    {
        Waiting waiting;
        lock (_waiting)
        {
            waiting = _waiting[item];
            if (seen is not null && seen.TryGetValue(item.ServerInstanceNo, out ServerInstance? now))
            {
                _waiting[item] = waiting = waiting with { LastSeen = now };
            }
        }

        bool isGone = seen is not null && !seen.ContainsKey(item.ServerInstanceNo);
        if (isGone && goal.IsReachedByGone)
        {
            client.Log.Verbose($"Server instance {item.ServerInstanceNo} is gone, which counts as {goal.Name}.");
            End(item, () => item.Succeed(waiting.LastSeen));
        }
        else if (isGone)
        {
            End(item, () => item.Fail(ServerFailures.NotFound(item)));
        }
        else if (IsReached(waiting.LastSeen, item))
        {
            End(item, () => item.Succeed(waiting.LastSeen));
        }
        else if (began >= waiting.Deadline)
        {
            End(item, () => item.Fail(ServerFailures.TimedOut(item, goal, waiting.LastSeen, options.Timeout)));
        }
    }

    private void End(Outcome item, Action settle)
    {
        lock (_waiting)
        {
            _waiting.Remove(item);
        }

        settle();
    }

    private List<Outcome> Items()
    {
        lock (_waiting)
        {
            return [.. _waiting.Keys];
        }
    }

    private sealed record Waiting(ServerInstance LastSeen, TimeSpan Deadline);
}
