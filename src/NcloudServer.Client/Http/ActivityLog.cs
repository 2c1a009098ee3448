using System.Collections.Concurrent;

namespace NcloudServer.Http;

/// <summary>Collects messages from any thread; they are drained on the pipeline thread, the only one that may write.</summary>
internal sealed class ActivityLog
{
    private readonly ConcurrentQueue<Entry> _entries = new();

    /// <summary>Called after each entry, on the thread that made it.</summary>
    public event Action? Changed;

    public void Verbose(string text) => Add(ActivityKind.Verbose, text);

    public void Debug(string text) => Add(ActivityKind.Debug, text);

    public bool TryTake(out (ActivityKind Kind, string Text) entry)
    {
        bool isTaken = _entries.TryDequeue(out Entry? next);
        entry = isTaken ? (next!.Kind, next.Text) : default;
        return isTaken;
    }

    private void Add(ActivityKind kind, string text)
    {
        _entries.Enqueue(new Entry(kind, text));
        Changed?.Invoke();
    }

    private sealed record Entry(ActivityKind Kind, string Text);
}
