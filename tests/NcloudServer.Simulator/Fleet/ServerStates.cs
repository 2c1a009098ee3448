namespace NcloudServer.Simulator;

/// <summary>The status codes, and the name that status and operation make together.</summary>
internal static class ServerStatus
{
    public const string Init = "INIT";
    public const string Creating = "CREAT";
    public const string Run = "RUN";
    public const string Stopped = "NSTOP";
    public const string Failed = "FSTOP";
    public const string Terminated = "TERMT";
    public const string ShutdownFailed = "SD_FL";
    public const string StartFailed = "ST_FL";
    public const string RestartFailed = "RS_FL";

    /// <summary>Never seen: a server that has come here is not there any more.</summary>
    public const string Gone = "GONE";

    public static string NameOf(string status, string operation) => (status, operation) switch
    {
        (_, ServerOperation.Terminate) => "terminating",
        (_, ServerOperation.Change) => "changingSpec",
        (_, ServerOperation.Setup) => "setting up",
        (_, ServerOperation.Shutdown) => "shutting down",
        (_, ServerOperation.Restart) => "rebooting",
        (_, ServerOperation.Start) => "booting",
        (_, ServerOperation.HardShutdown) => "hard shutting down",
        (_, ServerOperation.HardRestart) => "hard rebooting",
        (_, ServerOperation.Copy) => "copying",
        (_, ServerOperation.Create) => "creating",
        (Terminated, _) => "terminating",
        (Init, _) => "init",
        (Creating, _) => "creating",
        (Run, _) => "running",
        (Stopped, _) => "stopped",
        (Failed, _) => "repairing",
        _ => "warning",
    };

    /// <summary>The status in which a server is left once what it does, or its creation, is over.</summary>
    public static string After(string status, string operation) => operation switch
    {
        ServerOperation.Start or ServerOperation.Restart or ServerOperation.HardRestart or ServerOperation.Create => Run,
        ServerOperation.Shutdown or ServerOperation.HardShutdown => Stopped,
        ServerOperation.Terminate => Gone,
        ServerOperation.None when status is Init or Creating => Run,
        _ => status,
    };

    /// <summary>Whether a server comes to that end by booting.</summary>
    public static bool Boots(string status, string operation) =>
        operation is ServerOperation.Start or ServerOperation.Restart or ServerOperation.HardRestart or ServerOperation.Create
        || status is Init or Creating;
}

/// <summary>The operation codes; the one for "none" is the word NULL.</summary>
internal static class ServerOperation
{
    public const string None = "NULL";
    public const string Start = "START";
    public const string Shutdown = "SHTDN";
    public const string Restart = "RESTA";
    public const string Change = "CHNG";
    public const string Setup = "SETUP";
    public const string Terminate = "TERMT";
    public const string HardShutdown = "HSHTD";
    public const string HardRestart = "HREST";
    public const string Copy = "COPY";
    public const string Create = "CREAT";

    /// <summary>A server that moves to another host. No page has a name for it: the status alone makes the name.</summary>
    public const string Migrate = "MIGRA";
}
