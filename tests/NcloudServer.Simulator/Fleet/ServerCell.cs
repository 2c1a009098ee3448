using System;

namespace NcloudServer.Simulator;

/// <summary>The place of one server in the fleet: how it stands, and what is due to happen to it. Not thread safe; the fleet's lock guards it.</summary>
internal sealed class ServerCell(SimulatedServer server)
{
    private Due? pending;

    /// <summary>As it stood when somebody last looked: a change that takes no time still shows its beginning.</summary>
    public SimulatedServer Current { get; private set; } = server;

    /// <summary>As it stands now: what has become due is carried out when somebody looks, so no timer is needed.</summary>
    public SimulatedServer At(DateTimeOffset now)
    {
        if (pending is { } due && due.When <= now)
        {
            Current = Current with { Status = due.Status, Operation = ServerOperation.None, Uptime = due.Boots ? due.When : Current.Uptime };
            pending = null;
        }

        return Current;
    }

    public void Begin(string operation, DateTimeOffset end, string endStatus, bool boots)
    {
        Current = Current with { Operation = operation };
        pending = new Due(end, endStatus, boots);
    }

    public void Interrupt() => Current = Current with { InterruptCount = Current.InterruptCount + 1 };

    private sealed record Due(DateTimeOffset When, string Status, bool Boots);
}
