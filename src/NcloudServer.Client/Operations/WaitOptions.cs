namespace NcloudServer.Operations;

/// <summary>How long to wait for a server, and how often to look.</summary>
internal sealed record WaitOptions(TimeSpan Timeout, TimeSpan PollingInterval);
