namespace NcloudServer.Tests.Laws;

/// <summary>A server of the model: what it shows at which time, as far as nobody interferes, and what was done to it.</summary>
internal sealed class ModelServer
{
    /// <summary>How long it takes to stop, to boot or to reboot.</summary>
    public const double Duration = 5;

    /// <summary>How long a server refuses every change without saying so.</summary>
    public const double HiddenUntil = 10;

    private const double ForeignOperation = 6;

    private readonly List<(double From, View View)> _life;
    private readonly List<(double Time, string Action)> _done = [];
    private readonly double _pace;
    private double _hiddenUntil;

    /// <param name="kind">What kind of server it is.</param>
    /// <param name="before">What a server shows that nothing has happened to.</param>
    /// <param name="pace">What the durations of operations that are asked for are multiplied by.</param>
    /// <param name="foreignPace">What the times of all else are multiplied by.</param>
    public ModelServer(ServerKind kind, View before, double pace, double foreignPace)
    {
        Kind = kind;
        _pace = pace;
        _hiddenUntil = kind switch
        {
            ServerKind.HiddenBusy => HiddenUntil * foreignPace,
            ServerKind.HiddenStuck => double.PositiveInfinity,
            _ => 0,
        };
        View busy = before with { Operation = "CHNG" };
        (double, View)[] later = kind switch
        {
            ServerKind.Stopping => [(0, View.ShuttingDown), (Duration, View.Stopped)],
            ServerKind.Booting => [(0, View.Booting), (Duration, View.Running)],
            ServerKind.Rebooting => [(0, View.Rebooting), (Duration, View.Running)],
            ServerKind.SettingUp => [(0, before with { Operation = "SETUP" }), (3, before)],
            ServerKind.Changing => [(0, busy), (12, before)],
            ServerKind.ChangedLater => [(2, busy), (10, before)],
            ServerKind.StuckBusy => [(0, busy)],
            ServerKind.Creating => [(0, View.Init), (2, View.Creating), (8, View.Running)],
            ServerKind.StuckCreating => [(0, View.Creating)],
            ServerKind.UnknownOperation => [(0, before with { Operation = "LATER" }), (4, before)],
            ServerKind.Failed => [(0, View.Failed)],
            ServerKind.UnknownStatus => [(0, View.Unknown)],
            ServerKind.Vanishing => [(4, before with { Operation = "TERMT" }), (6, View.Missing)],
            ServerKind.CreatedLater => [(3, View.Init), (5, View.Creating), (8, View.Running)],
            ServerKind.Running => [(0, View.Running)],
            ServerKind.Stopped => [(0, View.Stopped)],
            _ => [],
        };
        View first = kind is ServerKind.Missing or ServerKind.CreatedLater ? View.Missing : before;
        _life = [(double.NegativeInfinity, first), .. later.Select(next => (next.Item1 * foreignPace, next.Item2))];
    }

    public ServerKind Kind { get; set; }

    /// <summary>Whether somebody else came in between.</summary>
    public bool HasSuffered { get; private set; }

    /// <summary>When which action was carried out.</summary>
    public IReadOnlyList<(double Time, string Action)> Done => _done;

    public View At(double time) => _life.Last(entry => entry.From <= time).View;

    /// <summary>All that is and will be of it.</summary>
    public override string ToString() => $"{Kind} {_hiddenUntil} {string.Join(" ", _life)} {_done.Count}";

    /// <summary>What it showed in a time.</summary>
    public IReadOnlyCollection<View> Between(double begin, double end) =>
        [At(begin), .. _life.Where(entry => entry.From > begin && entry.From <= end).Select(entry => entry.View)];

    /// <summary>Whether a change is refused although the server shows no operation.</summary>
    public bool IsHiddenBusy(double time) => time < _hiddenUntil;

    /// <summary>When it last came up; long ago where nobody has seen that.</summary>
    public double LastBoot(double time) => BootTimes().Where(boot => boot <= time).DefaultIfEmpty(-10_000).Last();

    public IEnumerable<double> BootTimes() => Enumerable.Range(1, _life.Count - 1)
        .Where(i => _life[i].View == View.Running && IsComingUp(_life[i - 1].View))
        .Select(i => _life[i].From);

    /// <summary>Carries out an action that the client has sent.</summary>
    public void Do(string action, double time, InterruptEffect interrupt, bool isFailing = false)
    {
        _done.Add((time, action));
        Carry(action, time, interrupt);
        if (isFailing)
        {
            _life[_life.Count - 1] = (_life[_life.Count - 1].From, View.FailedTo(action));
        }
    }

    /// <summary>Somebody else comes in between.</summary>
    public void Suffer(HappeningKind kind, double time)
    {
        HasSuffered = true;
        switch (kind)
        {
            case HappeningKind.Removed:
                Begin(time, View.Missing, View.Missing);
                break;
            case HappeningKind.Changed:
                Disturb(time);
                break;
            default:
                Carry(kind.ActionName(), time, InterruptEffect.Nothing);
                break;
        }
    }

    /// <summary>For some time, it refuses every change without saying so.</summary>
    public void Hide(double until) => _hiddenUntil = until;

    private void Carry(string action, double time, InterruptEffect interrupt)
    {
        bool canRun = At(time) == View.Running || At(time).IsUnknown;
        switch (action, canRun, interrupt)
        {
            case ("stopServerInstances", true, _):
                Begin(time, View.ShuttingDown, Kind == ServerKind.GoneOnceStopped ? View.Missing : View.Stopped);
                break;
            case ("startServerInstances", _, _) when At(time) == View.Stopped || At(time).IsUnknown:
                Begin(time, View.Booting, View.Running);
                break;
            case ("rebootServerInstances", true, _) or ("interruptServerInstance", true, InterruptEffect.Reboots):
                Begin(time, View.Rebooting, View.Running);
                break;
            case ("interruptServerInstance", true, InterruptEffect.Stops):
                // The guest has crashed: nothing shuts it down.
                Begin(time, View.Stopped, View.Stopped);
                break;
            default:
                break;
        }
    }

    /// <summary>Somebody else begins an operation, as soon as no other runs.</summary>
    public void Disturb(double time)
    {
        (double from, View last) = _life[_life.Count - 1];
        if (last.IsAtRest)
        {
            from = from > time ? from : time;
            _life.Add((from, last with { Operation = "CHNG" }));
            _life.Add((from + (ForeignOperation * _pace), last));
        }
    }

    private static bool IsComingUp(View view) => view.Operation is "START" or "RESTA" || view.IsBeingCreated;

    private void Begin(double time, View during, View after)
    {
        _life.RemoveAll(entry => entry.From > time);
        _life.Add((time, during));
        _life.Add((time + (Duration * _pace), after));
    }
}
