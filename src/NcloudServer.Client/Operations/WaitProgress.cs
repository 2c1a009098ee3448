namespace NcloudServer.Operations;

/// <summary>What most of the servers that are awaited do: how many, and what, in words.</summary>
internal sealed record WaitProgress(int Count, string State);
