using System;
using System.IO;
using System.Linq;

namespace NcloudServer.Benchmarks.Figures;

/// <summary>What somebody waits for who starts PowerShell for one command, as a scheduled task does.</summary>
internal static class ProcessFigures
{
    private const string ImportName = "import in a fresh process";
    private const string ThousandName = "1,000 servers, 50 ms latency, whole process";

    public static Figure Import(Stage stage) => Import(stage, ImportName, "importing an empty binary module", stage.Empty);

    public static Figure ImportBesideViews(Stage stage) =>
        Import(stage, ImportName, "importing an empty binary module that has the same types and views", stage.EmptyWithViews);

    public static Figure OneServer(Stage stage) => Contest(
        stage,
        "whole process: start, import, stop one server",
        "a hand-written, signed `Invoke-RestMethod` script",
        0.75,
        () => Ours(stage, 1),
        () => Theirs(stage, 1, batchSize: 1));

    public static Figure OneByOne(Stage stage) => Contest(
        stage,
        ThousandName,
        "the same script, one call a server",
        0.01,
        () => Ours(stage, 1000, Stage.LatencyMs),
        () => Theirs(stage, 1000, batchSize: 1, Stage.LatencyMs));

    public static Figure InHundreds(Stage stage) => Contest(
        stage,
        ThousandName,
        "the same script, hundreds in one call, one after the other",
        0.45,
        () => Ours(stage, 1000, Stage.LatencyMs),
        () => Theirs(stage, 1000, batchSize: 100, Stage.LatencyMs));

    private static Figure Contest(Stage stage, string name, string beside, double bar, Func<double> ours, Func<double> theirs)
    {
        Ours(stage, 1);
        Theirs(stage, 1, batchSize: 1);
        return Pairing.Ratio(name, beside, bar, Pairing.Measure(ours, theirs));
    }

    private static double Ours(Stage stage, int count, int latencyMs = 0) => Stop(
        stage, "module", $"Import-Module '{stage.Module}'; {Numbers(count)} | Stop-NcpServerInstance | Out-Null", count, latencyMs);

    private static double Theirs(Stage stage, int count, int batchSize, int latencyMs = 0) => Stop(
        stage, "script", $"& '{Shell.Script("handwritten.ps1")}' ({Numbers(count)}) {batchSize} | Out-Null", count, latencyMs);

    private static string Numbers(int count) =>
        count == 1 ? $"{Stage.FirstNumber}" : $"{Stage.FirstNumber}..{Stage.FirstNumber + count - 1}";

    private static double Stop(Stage stage, string contestant, string command, int count, int latencyMs)
    {
        stage.Reset(latencyMs);
        double milliseconds = stage.Shell.Run(contestant, command).Milliseconds;
        int stopped = stage.Simulator.Log.Requests.Sum(request => request.NumbersChanged.Count);
        return stopped == count
            ? milliseconds
            : throw new InvalidOperationException($"The {contestant} stopped {stopped} servers when it should have stopped {count}.");
    }

    private static Figure Import(Stage stage, string name, string beside, string empty)
    {
        double Time(string contestant, string module) => Stage.Read(stage.Shell.Run(
            contestant,
            $"$watch = [Diagnostics.Stopwatch]::StartNew(); Import-Module '{module}'; "
                + "$watch.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)").Output)[0][0];

        Func<double> ours = () => Time("import", stage.Module);
        Func<double> theirs = () => Time("import-" + Path.GetFileName(empty), empty);
        ours();
        theirs();
        return Pairing.Ratio(name, beside, 1.4, Pairing.Measure(ours, theirs));
    }
}
