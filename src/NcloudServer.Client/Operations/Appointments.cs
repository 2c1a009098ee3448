using System;
using System.Collections.Generic;
using System.Linq;

namespace NcloudServer.Operations;

/// <summary>
/// The servers that pause, by the time at which they are looked at. Those whose pauses end about the same time share it, and so their
/// requests.
/// </summary>
internal sealed class Appointments
{
    private readonly List<Appointment> _appointments = [];

    /// <summary>The time of the earliest; null where nothing pauses.</summary>
    public TimeSpan? Next => _appointments.Count == 0 ? null : _appointments.Min(appointment => appointment.Time);

    /// <summary>Enters a server.</summary>
    /// <param name="server">The server.</param>
    /// <param name="earliest">The first time that will do.</param>
    /// <param name="wanted">The time, where no other server's lies between the two.</param>
    /// <param name="isPolling">Whether its arrival is polled. Those share no time with the busy, whose pauses are shorter.</param>
    public void Add(PendingServer server, TimeSpan earliest, TimeSpan wanted, bool isPolling)
    {
        Appointment? shared = null;
        foreach (Appointment appointment in _appointments)
        {
            bool fits = appointment.IsPolling == isPolling && appointment.Time >= earliest && appointment.Time <= wanted;
            shared = fits && (shared is null || appointment.Time > shared.Time) ? appointment : shared;
        }

        if (shared is null)
        {
            _appointments.Add(shared = new Appointment(wanted, isPolling));
        }

        shared.Servers.Add(server);
    }

    /// <summary>Hands out the servers whose time has come, and forgets them.</summary>
    public IReadOnlyList<PendingServer> TakeDue(TimeSpan now)
    {
        List<PendingServer> due = _appointments.Where(appointment => appointment.Time <= now).OrderBy(appointment => appointment.Time)
            .SelectMany(appointment => appointment.Servers).ToList();
        _appointments.RemoveAll(appointment => appointment.Time <= now);
        return due;
    }

    private sealed record Appointment(TimeSpan Time, bool IsPolling)
    {
        public List<PendingServer> Servers { get; } = [];
    }
}
