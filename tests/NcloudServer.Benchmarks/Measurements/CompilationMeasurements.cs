namespace NcloudServer.Benchmarks.Measurements;

/// <summary>
/// How many methods are compiled at run time: what a fresh process waits for, counted and not timed, so that it hardly depends on the
/// machine. It does depend on the PowerShell: one that is not compiled ahead itself counts its own methods too.
/// </summary>
internal static class CompilationMeasurements
{
    private const double MostAtImport = 60;
    private const double MostAtFirstStop = 420;

    // Methods, and milliseconds of compiling, before and after each step; then the step's milliseconds.
    private static readonly string s_script = """
        function Get-Compiled {
            [Runtime.JitInfo]::GetCompiledMethodCount($false)
            [Runtime.JitInfo]::GetCompilationTime($false).TotalMilliseconds
        }
        $null = Get-Compiled
        $before = Get-Compiled
        Import-Module '{module}'
        $imported = Get-Compiled
        $watch = [Diagnostics.Stopwatch]::StartNew()
        {number} | Stop-NcpServerInstance | Out-Null
        $time = $watch.Elapsed.TotalMilliseconds
        $stopped = Get-Compiled
        $all = ($imported[0] - $before[0]), ($stopped[0] - $imported[0]), ($stopped[1] - $imported[1]), $time
        ($all | ForEach-Object { $_.ToString([cultureinfo]::InvariantCulture) }) -join ' '
        """;

    public static IEnumerable<Measurement> Compiled(BenchmarkEnvironment environment)
    {
        string script = s_script.Replace("{module}", environment.Module).Replace("{number}", $"{BenchmarkEnvironment.FirstNumber}");
        double[][] rounds = Enumerable.Range(0, Pairing.Rounds + 1).Select(_ => Round(environment, script)).Skip(1).ToArray();
        yield return new Measurement("methods compiled at run time: import", "–", "methods", MostAtImport, Column(0));
        yield return new Measurement("methods compiled at run time: first stop of one server", "–", "methods", MostAtFirstStop, Column(1))
        {
            Detail = FormattableString.Invariant(
                $"{Measurement.MedianOf(Column(2)):0} of {Measurement.MedianOf(Column(3)):0} ms are compilation"),
        };

        double[] Column(int index) => rounds.Select(round => round[index]).ToArray();
    }

    private static double[] Round(BenchmarkEnvironment environment, string script)
    {
        environment.Reset();
        return BenchmarkEnvironment.Read(environment.Shell.Run("compiled", script).Output)[0];
    }
}
