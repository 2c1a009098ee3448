using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using BenchmarkDotNet.Validators;
using Perfolizer.Horology;
using Perfolizer.Mathematics.OutlierDetection;

namespace NcloudServer.Benchmarks;

/// <summary>Measures the parts of the core that run for every number or every request.</summary>
internal static class MicroBenchmarks
{
    /// <param name="artifactsPath">The folder for the log and for every single measurement; it is made if need be.</param>
    /// <exception cref="InvalidOperationException">A benchmark failed, or the build is not optimized.</exception>
    public static IReadOnlyList<MicroResult> Run(string artifactsPath)
    {
        var errors = new ErrorLogger();
        Summary[] summaries = BenchmarkRunner.Run([typeof(RequestBenchmarks), typeof(ResponseBenchmarks)], Config(artifactsPath, errors));
        MicroResult[] results = [.. summaries.SelectMany(summary => summary.Reports).Where(report => report.Success).Select(Result)];
        int expected = summaries.Sum(summary => summary.BenchmarksCases.Length);
        return results.Length == expected && expected > 0 && !summaries.Any(summary => summary.HasCriticalValidationErrors)
            ? results
            : throw new InvalidOperationException(
                $"Not every benchmark could be run; the log is below {artifactsPath}.{Environment.NewLine}{errors.Errors}");
    }

    private static ManualConfig Config(string artifactsPath, ErrorLogger errors)
    {
        Job job = Job.Default
            // Needs no second build, and so works wherever this program does.
            .WithToolchain(new InProcessNoEmitToolchain(TimeSpan.FromMinutes(1), logOutput: false))
            // So many because the compiler needs seconds until it has the last version of the readers.
            .WithWarmupCount(20)
            .WithIterationCount(11)
            .WithIterationTime(TimeInterval.FromMilliseconds(200))
            // The empty call takes some nanoseconds, the quickest benchmark some thousands.
            .WithEvaluateOverhead(false)
            // The most is among the results: it has to be the most that was seen.
            .WithOutlierMode(OutlierMode.DontRemove);
        return ManualConfig.CreateEmpty().AddJob(job).AddLogger(errors).AddExporter(JsonExporter.Full)
            .AddValidator(JitOptimizationsValidator.FailOnError).WithArtifactsPath(artifactsPath);
    }

    private static MicroResult Result(BenchmarkReport report)
    {
        Statistics statistics = report.ResultStatistics!;
        return new MicroResult(
            report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
            statistics.Median,
            statistics.Min,
            statistics.Max,
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }
}
