namespace NcloudServer.Tests.Laws;

/// <summary>What the client is asked to do with the numbers.</summary>
public enum Command
{
    Stop,
    Start,
    Restart,
    Interrupt,
    Read,
    AwaitStopped,
    AwaitRunning,
}
