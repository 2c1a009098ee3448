namespace NcloudServer.Simulator;

/// <summary>
/// The place of one server in the fleet: how it stands, and what is due to happen to it. Not thread safe; the fleet's lock guards it.
/// </summary>
internal sealed class ServerCell(SimulatedServer server)
{
    private readonly Queue<Due> pending = new();
    private DateTimeOffset hiddenBusyEnd;
    private (SimulatedServer Server, int Lists)? before;

    /// <summary>As it stood when somebody last looked: a change that takes no time still shows its beginning.</summary>
    public SimulatedServer Current { get; private set; } = server;

    /// <summary>As it stands now: what has become due is carried out when somebody looks, so no timer is needed.</summary>
    public SimulatedServer At(DateTimeOffset now)
    {
        while (pending.TryPeek(out Due? due) && due.When <= now)
        {
            pending.Dequeue();
            Current = Current with
            {
                Status = due.Status,
                Operation = ServerOperation.None,
                Uptime = due.Boots ? BootAt(due.When) : Current.Uptime,
            };
        }

        if (Current.IsHiddenBusy && hiddenBusyEnd <= now)
        {
            Current = Current with { IsHiddenBusy = false };
        }

        return Current;
    }

    // Times are told in whole seconds, and no server boots twice within one.
    private DateTimeOffset BootAt(DateTimeOffset time) => time > Current.Uptime.AddSeconds(1) ? time : Current.Uptime.AddSeconds(1);

    public void Begin(string operation, DateTimeOffset end, string endStatus, bool boots)
    {
        Current = Current with { Operation = operation };
        pending.Clear();
        pending.Enqueue(new Due(end, endStatus, boots));
    }

    /// <summary>What the server is at, or its creation, ends after this time; half of that goes by in each status of a creation.</summary>
    public void EndAfter(double seconds, DateTimeOffset now, string? endStatus)
    {
        (string status, string operation) = (Current.Status, Current.Operation);
        if (status == ServerStatus.Init && operation == ServerOperation.None && endStatus is null)
        {
            pending.Enqueue(new Due(now.AddSeconds(seconds / 2), ServerStatus.Creating, Boots: false));
        }

        string end = endStatus ?? ServerStatus.After(status, operation);
        pending.Enqueue(new Due(now.AddSeconds(seconds), end, end == ServerStatus.Run && ServerStatus.Boots(status, operation)));
    }

    /// <summary>So many lists go on to show the server as it stands now.</summary>
    public void LagBehind(int lists) => before = lists > 0 ? (Current, lists) : null;

    /// <summary>The server as the next list shows it.</summary>
    public SimulatedServer Listed()
    {
        SimulatedServer shown = before?.Server ?? Current;
        before = before is { Lists: > 1 } lagging ? (lagging.Server, lagging.Lists - 1) : null;
        return shown;
    }

    public void HideBusyUntil(DateTimeOffset end)
    {
        Current = Current with { IsHiddenBusy = true };
        hiddenBusyEnd = end;
    }

    /// <summary>What takes effect at once.</summary>
    public void Change(Func<SimulatedServer, SimulatedServer> change) => Current = change(Current);

    public void Interrupt() => Current = Current with { InterruptCount = Current.InterruptCount + 1 };

    private sealed record Due(DateTimeOffset When, string Status, bool Boots);
}
