namespace NcloudServer.Tests.Laws;

/// <summary>What has gone wrong at the service and goes on doing so.</summary>
internal sealed class Troubles
{
    /// <summary>For how many seconds the computer sleeps.</summary>
    public const int SleepTime = 25;

    /// <summary>How old a state is that is not new, in seconds.</summary>
    public const double Age = 6;

    private const int Requests = 2;
    private const double BusyTime = 8;

    private static readonly TimeSpan s_step = TimeSpan.FromHours(1);

    private readonly Dictionary<string, int> _notFound = [];
    private int _unreachable;
    private bool _forbidsLookUps;
    private bool _takesOne;
    private bool _lags;
    private double _sleep;

    /// <summary>By how much the client's clock has been set forward.</summary>
    public TimeSpan Step { get; private set; }

    /// <summary>For how long the client's computer has slept.</summary>
    public double Slept { get; private set; }

    /// <summary>The most servers that a list holds.</summary>
    public int LongestList { get; private set; } = int.MaxValue;

    /// <summary>How old what a look-up shows is.</summary>
    public double AgeOf(SeenRequest request, Fault fault) => fault == Fault.Stale || (_lags && request.IsLookUp) ? Age : 0;

    /// <summary>How long the client's pause takes beyond what it should.</summary>
    public double TakeSleep()
    {
        double sleep = _sleep;
        _sleep = 0;
        Slept += sleep;
        return sleep;
    }

    /// <summary>What a trouble of before makes of a request; null where none is about it.</summary>
    public Fault? Of(SeenRequest request)
    {
        if (_unreachable > 0)
        {
            _unreachable--;
            return Fault.ConnectionRefused;
        }

        if (_notFound.TryGetValue(request.Region, out int left) && left > 0)
        {
            _notFound[request.Region] = left - 1;
            return Fault.NotFound;
        }

        return _forbidsLookUps && request.IsLookUp ? Fault.Forbidden
            : _takesOne && request.Numbers.Count > 1 ? Fault.TooLarge
            : null;
    }

    /// <summary>A request has a fault, which may go on.</summary>
    /// <returns>What it makes of the request itself.</returns>
    public Fault Begin(Fault fault, SeenRequest request, ModelFleet fleet)
    {
        ModelServer? First() => request.Numbers.Count > 0 ? fleet.Server(request.Region, request.Numbers[0]) : null;
        switch (fault)
        {
            case Fault.RefusesOne or Fault.OneIsUnreadable when First() is { } server:
                server.Kind = fault == Fault.RefusesOne ? ServerKind.RefusedWithoutReason : ServerKind.Unreadable;
                break;
            case Fault.OneIsBusy:
                First()?.Hide(request.Time + BusyTime);
                break;
            case Fault.CapsLists:
                LongestList = 1;
                break;
            case Fault.Lags:
                _lags = true;
                break;
            case Fault.TakesOne:
                _takesOne = true;
                break;
            case Fault.ForbidsLookUps:
                _forbidsLookUps = true;
                break;
            case Fault.NotFoundForAWhile:
                _notFound[request.Region] = Requests + 1;
                break;
            case Fault.RefusesConnections:
                _unreachable = Requests + 1;
                break;
            default:
                return fault;
        }

        return Of(request) ?? Fault.None;
    }

    public void Begin(Happening happening, double time, ModelFleet fleet)
    {
        switch (happening.Kind)
        {
            case HappeningKind.Nothing:
                break;
            case HappeningKind.Sleep:
                _sleep = SleepTime;
                break;
            case HappeningKind.ClockForward:
                Step += s_step;
                break;
            case HappeningKind.ClockBack:
                Step -= s_step;
                break;
            default:
                fleet.Server(happening.Region, happening.Number).Suffer(happening.Kind, time);
                break;
        }
    }

    /// <summary>All that they are.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{_unreachable} {_forbidsLookUps} {_takesOne} {_lags} {_sleep} {Step} {LongestList} {string.Join(" ", _notFound)}");
}
