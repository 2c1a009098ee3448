using System;
using System.Collections.Generic;
using System.Linq;
using NcloudServer.Simulator;

namespace NcloudServer.Benchmarks.Figures;

/// <summary>What somebody notices who works in one PowerShell for long.</summary>
internal static class SessionFigures
{
    // Nothing of what these measure is over by itself while they measure it.
    private const int Minute = 60;

    public static Figure BesideTheLimit(Stage stage)
    {
        const double Limit = 3 * Stage.LatencyMs;
        const int WarmUp = 20;
        stage.Reset(Stage.LatencyMs);
        double[] times = Growth(stage, 1000, WarmUp + Pairing.Rounds).Skip(WarmUp).Select(line => line[0]).ToArray();
        return Pairing.Ratio(
            "1,000 servers, 50 ms latency, in a warm process",
            "the limit: 10 calls, 4 at a time, 50 ms each",
            1.15,
            (times, Enumerable.Repeat(Limit, times.Length).ToArray()));
    }

    public static Figure Collection(Stage stage)
    {
        stage.Reset();
        string command = $"& '{Shell.Script("Measure-Collection.ps1")}' '{stage.Module}' '{stage.Empty}' {Pairing.Rounds}";
        double[][] lines = Stage.Read(stage.Shell.Run("collection", command).Output);
        return stage.Simulator.Log.Requests.Count == 0
            ? new Figure(
                "one of 100,000 numbers taken in, nothing sent", "a cmdlet that does nothing with it", "µs more", 4,
                lines.Select(line => line[0] - line[1]).ToArray())
            {
                Detail = FormattableString.Invariant(
                    $"{Figure.MedianOf(lines.Select(line => line[0])):0.0} / {Figure.MedianOf(lines.Select(line => line[1])):0.0} µs"),
            }
            : throw new InvalidOperationException("Requests were sent, and were measured too.");
    }

    public static Figure Memory(Stage stage)
    {
        double[] megabytes = Enumerable.Range(0, Pairing.Rounds).Select(_ =>
        {
            stage.Reset();
            return Growth(stage, Stage.Servers, 1)[0][1];
        }).ToArray();
        return new Figure("100,000 servers stopped: peak working set above the module's first call", "–", "MB", 60, megabytes);
    }

    public static Figure Waiting(Stage stage)
    {
        double[] polls = Enumerable.Range(0, Pairing.Rounds).Select(_ => PollsAnInterval(stage)).ToArray();
        return new Figure(
            "`-Wait` on 1,000 servers: requests for their state an interval", "–", "requests", 10, polls)
        {
            Judged = Judged.ByWorst,
        };
    }

    public static Figure Stopping(Stage stage)
    {
        const int Times = 10;
        const string Stop = "1000001..1001000 | Stop-NcpServerInstance";
        IEnumerable<double> times =
        [
            .. StopTimes(stage, Stop, Times, FaultRules.Hang(HangPoint.BeforeHeaders)),
            .. StopTimes(stage, Stop, Times, FaultRules.Slow(1, 1000)),
            .. StopTimes(stage, Stop, Times, FaultRules.Throttled(Minute)),
            .. StopTimes(stage, Stop + " -Wait", Times),
            .. StopTimes(stage, "1000001..1000010 | Invoke-NcpServerInterrupt -Force", Times, FaultRules.Hang(HangPoint.InBody)),
        ];
        return new Figure(
            "Ctrl+C to prompt, 50 times: before a reply, inside one, between two tries, waiting", "–", "ms", 250, times.ToArray())
        {
            Judged = Judged.ByWorst,
        };
    }

    /// <summary>Stops servers in one process, again and again.</summary>
    /// <returns>For each time the milliseconds, and the MB by which the working set had ever been above what the first call left.</returns>
    internal static double[][] Growth(Stage stage, int count, int repeat) => Stage.Read(
        stage.Shell.Run("growth", $"& '{Shell.Script("Measure-Growth.ps1")}' '{stage.Module}' {count} {repeat}").Output);

    private static double PollsAnInterval(Stage stage)
    {
        stage.Reset();
        stage.Shell.Run(
            "wait", $"Import-Module '{stage.Module}'; 1000001..1001000 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 | Out-Null");
        List<LoggedRequest> polls = stage.Simulator.Log.Requests.Where(request => request.Action == "getServerInstanceList").ToList();
        int intervals = polls.SelectMany(request => request.Numbers).GroupBy(number => number).Max(times => times.Count());
        return (double)polls.Count / intervals;
    }

    private static IEnumerable<double> StopTimes(Stage stage, string command, int times, params FaultRule[] faults)
    {
        stage.Reset(faults: faults);
        stage.Simulator.Times = new SimulatorTimes { ShutdownSeconds = Minute };
        string script = $"& '{Shell.Script("Measure-Stop.ps1")}' '{stage.Module}' '{command}' {times}";
        return Stage.Read(stage.Shell.Run("stop", script).Output).Select(line => line[0]);
    }
}
