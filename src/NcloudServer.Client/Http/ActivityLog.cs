using System;
using System.Collections.Concurrent;

namespace NcloudServer.Http;

/// <summary>Collects messages from any thread; they are drained on the pipeline thread, the only one that may write.</summary>
internal sealed class ActivityLog
{
    private readonly ConcurrentQueue<(ActivityKind Kind, string Text)> _entries = new();

    /// <summary>Called after each entry, on the thread that made it.</summary>
    public event Action? Changed;

    public void Verbose(string text) => Add(ActivityKind.Verbose, text);

    public void Debug(string text) => Add(ActivityKind.Debug, text);

    public bool TryTake(out (ActivityKind Kind, string Text) entry) => _entries.TryDequeue(out entry);

    private void Add(ActivityKind kind, string text)
    {
        _entries.Enqueue((kind, text));
        Changed?.Invoke();
    }
}
