using NcloudServer.Simulator;

namespace NcloudServer.Benchmarks.Measurements;

/// <summary>What somebody notices who works in one PowerShell for long.</summary>
internal static class SessionMeasurements
{
    // Nothing of what these measure is over by itself while they measure it.
    private const int Minute = 60;

    public static Measurement ComparedWithLimit(BenchmarkEnvironment environment)
    {
        const double Limit = 3 * BenchmarkEnvironment.LatencyMs;
        const int WarmUp = 20;
        environment.Reset(BenchmarkEnvironment.LatencyMs);
        double[] times = Growth(environment, 1000, WarmUp + Pairing.Rounds).Skip(WarmUp).Select(line => line[0]).ToArray();
        return Pairing.Ratio(
            "1,000 servers, 50 ms latency, in a warm process",
            "the limit: 10 calls, 4 at a time, 50 ms each",
            1.15,
            (times, Enumerable.Repeat(Limit, times.Length).ToArray()));
    }

    public static Measurement Collection(BenchmarkEnvironment environment)
    {
        environment.Reset();
        string command = $"& '{Shell.Script("Measure-Collection.ps1")}' '{environment.Module}' '{environment.Empty}' {Pairing.Rounds}";
        double[][] lines = BenchmarkEnvironment.Read(environment.Shell.Run("collection", command).Output);
        double ours = Measurement.MedianOf(lines.Select(line => line[0]));
        double theirs = Measurement.MedianOf(lines.Select(line => line[1]));
        return environment.Simulator.Log.Requests.Count == 0
            ? new Measurement(
                "one of 100,000 numbers read, nothing sent", "a cmdlet that does nothing with it", "µs more", 4,
                lines.Select(line => line[0] - line[1]).ToArray())
            {
                Detail = FormattableString.Invariant($"{ours:0.0} / {theirs:0.0} µs"),
            }
            : throw new InvalidOperationException("Requests were sent, and were measured too.");
    }

    public static Measurement Memory(BenchmarkEnvironment environment)
    {
        double[] megabytes = Enumerable.Range(0, Pairing.Rounds).Select(_ =>
        {
            environment.Reset();
            return Growth(environment, BenchmarkEnvironment.Servers, 1)[0][1];
        }).ToArray();
        return new Measurement("100,000 servers stopped: peak working set above the module's first call", "–", "MB", 60, megabytes);
    }

    public static Measurement Waiting(BenchmarkEnvironment environment)
    {
        double[] polls = Enumerable.Range(0, Pairing.Rounds).Select(_ => PollsAnInterval(environment)).ToArray();
        return new Measurement(
            "`-Wait` on 1,000 servers: requests for their state an interval", "–", "requests", 10, polls)
        {
            IsWorstDecisive = true,
        };
    }

    public static Measurement Stopping(BenchmarkEnvironment environment)
    {
        const int Times = 10;
        const string Stop = "1000001..1001000 | Stop-NcpServerInstance";
        IEnumerable<double> times =
        [
            .. StopTimes(environment, Stop, Times, FaultRules.Hang(HangPoint.BeforeHeaders)),
            .. StopTimes(environment, Stop, Times, new FaultRule { SlowBody = new SlowBody(1, 1000) }),
            .. StopTimes(environment, Stop, Times, FaultRules.Throttled(Minute)),
            .. StopTimes(environment, Stop + " -Wait", Times),
            .. StopTimes(environment, "1000001..1000010 | Invoke-NcpServerInterrupt -Force", Times, FaultRules.Hang(HangPoint.InBody)),
        ];
        return new Measurement(
            "Ctrl+C to prompt, 50 times: before a response, inside one, between two tries, waiting", "–", "ms", 250, times.ToArray())
        {
            IsWorstDecisive = true,
        };
    }

    /// <summary>Stops servers in one process, again and again.</summary>
    /// <returns>For each time the milliseconds, and the MB by which the working set had ever been above what the first call left.</returns>
    internal static double[][] Growth(BenchmarkEnvironment environment, int count, int repeat) => BenchmarkEnvironment.Read(
        environment.Shell.Run("growth", $"& '{Shell.Script("Measure-Growth.ps1")}' '{environment.Module}' {count} {repeat}").Output);

    private static double PollsAnInterval(BenchmarkEnvironment environment)
    {
        environment.Reset();
        environment.Shell.Run(
            "wait",
            $"Import-Module '{environment.Module}'; 1000001..1001000 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 | Out-Null");
        List<LoggedRequest> polls = environment.Simulator.Log.Requests.Where(request => request.Action == "getServerInstanceList").ToList();
        int intervals = polls.SelectMany(request => request.Numbers).GroupBy(number => number).Max(times => times.Count());
        return (double)polls.Count / intervals;
    }

    private static IEnumerable<double> StopTimes(BenchmarkEnvironment environment, string command, int times, params FaultRule[] faults)
    {
        environment.Reset(faults: faults);
        environment.Simulator.Times = new SimulatorTimes { ShutdownSeconds = Minute };
        string script = $"& '{Shell.Script("Measure-Stop.ps1")}' '{environment.Module}' '{command}' {times}";
        return BenchmarkEnvironment.Read(environment.Shell.Run("stop", script).Output).Select(line => line[0]);
    }
}
