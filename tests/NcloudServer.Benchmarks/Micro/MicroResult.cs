namespace NcloudServer.Benchmarks;

/// <summary>What one call costs.</summary>
internal sealed record MicroResult(
    string Name, double MedianNanoseconds, double LeastNanoseconds, double MostNanoseconds, long AllocatedBytes);
