namespace NcloudServer.EngineTests.Harness;

/// <summary>A script that is under way.</summary>
public sealed class RunningScript : IDisposable
{
    // Far more than any script takes: one that hangs is to fail its own test, and not to hold up all the others.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly PowerShell _shell;
    private readonly PSDataCollection<PSObject> _output = [];
    private readonly IAsyncResult _invocation;

    internal RunningScript(PowerShell shell)
    {
        _shell = shell;
        _invocation = shell.BeginInvoke<PSObject, PSObject>(null, _output);
    }

    /// <summary>What has come out so far.</summary>
    public int OutputCount => _output.Count;

    public bool IsCompleted => _invocation.IsCompleted;

    /// <summary>As Ctrl+C does: returns when the pipeline has stopped.</summary>
    public Result Stop()
    {
        _shell.Stop();
        return Collect(null);
    }

    /// <exception cref="TimeoutException">The script hung, and was stopped.</exception>
    public async Task<Result> EndAsync()
    {
        try
        {
            await Task.Factory.FromAsync(_invocation, static _ => { }).WaitAsync(s_patience);
        }
        catch (TimeoutException)
        {
            _shell.Stop();
            throw;
        }

        try
        {
            _shell.EndInvoke(_invocation);
            return Collect(null);
        }
        catch (RuntimeException failure)
        {
            return Collect(failure.ErrorRecord);
        }
    }

    public void Dispose()
    {
        _shell.Dispose();
        _output.Dispose();
    }

    private Result Collect(ErrorRecord? thrown) => new()
    {
        Output = [.. _output],
        Errors = [.. _shell.Streams.Error],
        Warnings = _shell.Streams.Warning.Select(record => record.Message).ToList(),
        Verbose = _shell.Streams.Verbose.Select(record => record.Message).ToList(),
        Debug = _shell.Streams.Debug.Select(record => record.Message).ToList(),
        Progress = [.. _shell.Streams.Progress],
        Thrown = thrown,
    };
}
