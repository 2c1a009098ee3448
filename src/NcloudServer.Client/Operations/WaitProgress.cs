using System;

namespace NcloudServer.Operations;

/// <summary>The servers that are awaited.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Status">What most of them do, in words.</param>
/// <param name="End">When the time of the last one is over, on the monotonic clock.</param>
internal sealed record WaitProgress(int Count, string Status, TimeSpan End);
