using System.Text;
using BenchmarkDotNet.Loggers;

namespace NcloudServer.Benchmarks;

/// <summary>Keeps what went wrong; the rest is in the log file.</summary>
internal sealed class ErrorLogger : ILogger
{
    private readonly StringBuilder _errors = new();

    public string Id => nameof(ErrorLogger);

    public int Priority => 0;

    public string Errors => _errors.ToString();

    public void Write(LogKind logKind, string text)
    {
        if (logKind == LogKind.Error)
        {
            _errors.Append(text);
        }
    }

    public void WriteLine()
    {
    }

    public void WriteLine(LogKind logKind, string text) => Write(logKind, text + Environment.NewLine);

    public void Flush()
    {
    }
}
