using System.Collections.Concurrent;

namespace NcloudServer.Http;

/// <summary>Collects messages from any thread; they are written on the pipeline thread, the only one that may.</summary>
internal sealed class ActivityLog
{
    private readonly ConcurrentQueue<(bool IsDebug, string Text)> _entries = new();

    /// <summary>Called after each entry, on the thread that made it.</summary>
    public event Action? Changed;

    public void Verbose(string text) => Add((false, text));

    public void Debug(string text) => Add((true, text));

    /// <summary>Writes the messages that have come up since the last call.</summary>
    public void WriteTo(Action<string> verbose, Action<string> debug)
    {
        while (_entries.TryDequeue(out (bool IsDebug, string Text) entry))
            (entry.IsDebug ? debug : verbose)(entry.Text);
    }

    private void Add((bool IsDebug, string Text) entry)
    {
        _entries.Enqueue(entry);
        Changed?.Invoke();
    }
}
