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
    public static readonly View Failed = new("FSTOP", "NULL");
    public static readonly View Unknown = new("LATER", "NULL");
    public static readonly View Creating = new("CREAT", "NULL");

    /// <summary>What a server shows for good whose action has failed. An interrupt that fails is one of a restart.</summary>
    public static View FailedTo(string action) => new(
        action switch
        {
            "stopServerInstances" => "SD_FL",
            "startServerInstances" => "ST_FL",
            "rebootServerInstances" or "interruptServerInstance" => "RS_FL",
            _ => throw Unsaid(action),
        },
        "NULL");

    /// <summary>What a server shows while the action is under way.</summary>
    public static View During(string action) => action switch
    {
        "stopServerInstances" => ShuttingDown,
        "startServerInstances" => Booting,
        "rebootServerInstances" => Rebooting,
        "interruptServerInstance" => Running,
        _ => throw Unsaid(action),
    };

    /// <summary>The action has failed, and nothing goes on any more.</summary>
    public bool HasFailed => Status is "SD_FL" or "ST_FL" or "RS_FL" && Operation == "NULL";

    public bool IsMissing => Status.Length == 0;

    public bool IsBeingCreated => Status is "INIT" or "CREAT";

    /// <summary>No operation runs, in a status that the tables of the actions name.</summary>
    public bool IsAtRest => (Status is "RUN" or "NSTOP") && Operation == "NULL";

    public bool IsUnknown => !IsMissing && !IsBeingCreated && Status is not ("RUN" or "NSTOP");

    public string Name => (Status, Operation) switch
    {
        ("INIT", _) => "init",
        ("CREAT", _) => "creating",
        (_, "START") => "booting",
        (_, "SHTDN") => "shutting down",
        (_, "RESTA") => "rebooting",
        (_, "SETUP") => "setting up",
        (_, "CHNG") => "changingSpec",
        (_, "LATER") => "moving",
        ("NSTOP", _) => "stopped",
        ("FSTOP", _) => "repairing",
        ("LATER", _) => "hibernating",
        ("SD_FL" or "ST_FL" or "RS_FL", _) => "failed",
        _ => "running",
    };

    public override string ToString() => IsMissing ? "missing" : $"{Status}/{Operation}";

    private static ArgumentOutOfRangeException Unsaid(string action) =>
        new(nameof(action), action, "Say what a server shows while this action is under way, and when it has failed.");
}
