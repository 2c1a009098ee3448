namespace NcloudServer.Tests.Laws;

internal enum ServerState
{
    Running,
    Stopping,
    Stopped,
    Booting,
    Restarting,
    Busy,
    Creating,
    Missing,
}

/// <summary>A server of the model: what it is doing, until when, and what it is after that.</summary>
internal sealed class ModelServer
{
    private const double Duration = 5;
    private const double BusyUntil = 3;

    private readonly System.Collections.Generic.Dictionary<string, int> _done = [];
    private ServerState _now;
    private ServerState _then;
    private double _change;
    private double _booted = -10_000;

    public ModelServer(ServerKind kind)
    {
        Kind = kind;
        (_now, _then, _change) = kind switch
        {
            ServerKind.Stopped => (ServerState.Stopped, ServerState.Stopped, 0),
            ServerKind.Stopping => (ServerState.Stopping, ServerState.Stopped, Duration),
            ServerKind.Busy => (ServerState.Busy, ServerState.Running, BusyUntil),
            ServerKind.StuckBusy => (ServerState.Busy, ServerState.Busy, 0),
            ServerKind.Creating => (ServerState.Creating, ServerState.Creating, 0),
            _ => (ServerState.Running, ServerState.Running, 0d),
        };
    }

    public ServerKind Kind { get; }

    public int Done(string action) => _done.TryGetValue(action, out int count) ? count : 0;

    public ServerState At(double seconds)
    {
        if (seconds >= _change)
        {
            _booted = _now is ServerState.Booting or ServerState.Restarting && _then == ServerState.Running ? _change : _booted;
            _now = _then;
        }

        return _now;
    }

    /// <summary>When it last booted.</summary>
    public double Booted(double seconds)
    {
        _ = At(seconds);
        return _booted;
    }

    public void Do(string action, double seconds)
    {
        _done[action] = Done(action) + 1;
        ServerState now = At(seconds);
        (_now, _then) = (action, now) switch
        {
            ("stopServerInstances", ServerState.Running) =>
                (ServerState.Stopping, Kind == ServerKind.GoneOnceStopped ? ServerState.Missing : ServerState.Stopped),
            ("startServerInstances", ServerState.Stopped) => (ServerState.Booting, ServerState.Running),
            ("rebootServerInstances", ServerState.Running) => (ServerState.Restarting, ServerState.Running),
            _ => (_now, _then),
        };
        _change = _now == now ? _change : seconds + Duration;
    }
}
