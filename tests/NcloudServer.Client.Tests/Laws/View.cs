namespace NcloudServer.Tests.Laws;

/// <summary>What the service shows of a server, in its own codes.</summary>
internal readonly record struct View(string Status, string Operation)
{
    public static readonly View Missing = new(string.Empty, string.Empty);
    public static readonly View Running = new("RUN", "NULL");
    public static readonly View Stopped = new("NSTOP", "NULL");
    public static readonly View ShuttingDown = new("RUN", "SHTDN");
    public static readonly View Booting = new("NSTOP", "START");
    public static readonly View Rebooting = new("RUN", "RESTA");
    public static readonly View Init = new("INIT", "NULL");
    public static readonly View Creating = new("CREAT", "NULL");

    public bool IsMissing => Status.Length == 0;

    public bool IsBeingCreated => Status is "INIT" or "CREAT";

    public bool IsAtRest => Operation == "NULL" && !IsBeingCreated;

    public string Name => (Status, Operation) switch
    {
        ("INIT", _) => "init",
        ("CREAT", _) => "creating",
        (_, "START") => "booting",
        (_, "SHTDN") => "shutting down",
        (_, "RESTA") => "rebooting",
        (_, "SETUP") => "setting up",
        (_, "CHNG") => "changingSpec",
        ("NSTOP", _) => "stopped",
        _ => "running",
    };

    public override string ToString() => IsMissing ? "missing" : $"{Status}/{Operation}";
}
