namespace NcloudServer.Tests.Outcomes;

/// <summary>What the service shows of a server.</summary>
internal sealed record Seen(string Status, string Operation = "NULL", DateTimeOffset? Uptime = null)
{
    public static readonly Seen Running = new("RUN");
    public static readonly Seen Stopped = new("NSTOP");
    public static readonly Seen ShuttingDown = new("RUN", "SHTDN");
    public static readonly Seen Booting = new("NSTOP", "START");
    public static readonly Seen Rebooting = new("RUN", "RESTA");
}
