using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NcloudServer.Benchmarks.Figures;
using NcloudServer.Simulator;

namespace NcloudServer.Benchmarks;

internal static class Program
{
    private const int BarMissed = 1;
    private const int BadUse = 2;

    private static readonly (string Name, Func<Stage, IEnumerable<Figure>> Measure)[] s_figures =
    [
        ("import", stage => [ProcessFigures.Import(stage), ProcessFigures.ImportBesideViews(stage)]),
        ("one", stage => [ProcessFigures.OneServer(stage)]),
        ("singles", stage => [ProcessFigures.OneByOne(stage)]),
        ("hundreds", stage => [ProcessFigures.InHundreds(stage)]),
        ("warm", stage => [SessionFigures.BesideTheLimit(stage)]),
        ("collection", stage => [SessionFigures.Collection(stage)]),
        ("reading", ReadingFigures.Reading),
        ("memory", stage => [SessionFigures.Memory(stage)]),
        ("wait", stage => [SessionFigures.Waiting(stage)]),
        ("stop", stage => [SessionFigures.Stopping(stage)]),
    ];

    /// <summary>
    /// Arguments: the program of PowerShell, the folder for the results, then "check" to fail at a missed bar, and names of figures to
    /// measure those alone.
    /// </summary>
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [string powerShell, string output, .. string[] rest])
        {
            await Console.Error.WriteLineAsync("Arguments: POWERSHELL OUTPUT [check] [FIGURE ...]");
            return BadUse;
        }

        string folder = Directory.CreateTempSubdirectory("ncloudserver-").FullName;
        try
        {
            await using SimulatorHost simulator = await SimulatorHost.StartAsync(Stage.Options);
            var stage = new Stage(simulator, powerShell, folder);
            string[] names = rest.Where(name => name != "check").ToArray();
            List<Figure> figures = Measure(stage, names);
            if (names.Length == 0)
            {
                Console.WriteLine("How cost grows, and the parts of the core …");
                var report = new Report(
                    Report.MachineWith(stage.PowerShellVersion), figures, Growth.Measure(stage).ToArray(), MicroBenchmarks.Run(folder));
                Console.WriteLine();
                Console.WriteLine(report.Save(Directory.CreateDirectory(output).FullName));
            }

            return rest.Contains("check") && figures.Exists(figure => !figure.IsMet) ? BarMissed : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<Figure> Measure(Stage stage, string[] names)
    {
        List<Figure> figures = [];
        foreach ((string name, Func<Stage, IEnumerable<Figure>> measure) in s_figures)
        {
            if (names.Length == 0 || names.Contains(name))
            {
                foreach (Figure figure in measure(stage))
                {
                    figures.Add(figure);
                    Console.WriteLine(figure);
                }
            }
        }

        return figures;
    }
}
