namespace NcloudServer.Tests.Laws;

/// <summary>What an interrupt does to its server.</summary>
public enum InterruptEffect
{
    Nothing,
    Stops,
    Reboots,
}
