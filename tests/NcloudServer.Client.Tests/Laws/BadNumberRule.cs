namespace NcloudServer.Tests.Laws;

/// <summary>What a service does with a number in a batch that it can't act on; nobody knows which the real one does.</summary>
public enum BadNumberRule
{
    RefuseBatch,
    LeaveOut,
    Accept,
}
