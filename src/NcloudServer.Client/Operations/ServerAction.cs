using System;

namespace NcloudServer.Operations;

/// <summary>What a server's state says about an action on it.</summary>
internal enum Standing
{
    /// <summary>The action can be carried out.</summary>
    Ready,

    /// <summary>The server is where the action would bring it, or on its way there.</summary>
    Arrived,

    /// <summary>Another operation runs; it passes.</summary>
    Busy,

    /// <summary>The state rules the action out and does not pass by itself.</summary>
    RuledOut,
}

/// <summary>An action that changes servers: how it is called, and how its effect is seen.</summary>
/// <remarks>Source of the states: api.ncloud-docs.com, pages of the actions; NAVER's Terraform provider. Codes that are in no list are left to the service.</remarks>
internal sealed class ServerAction
{
    private readonly Func<string, string, string, Standing> _judge;

    private ServerAction(string name, string progress, bool takesList, bool isVisible, Func<string, string, string, Standing> judge)
    {
        Name = name;
        Progress = progress;
        TakesList = takesList;
        IsVisible = isVisible;
        _judge = judge;
    }

    public static ServerAction Stop { get; } = new("stopServerInstances", "Stopping", takesList: true, isVisible: true, JudgeStop);

    public static ServerAction Interrupt { get; } =
        new("interruptServerInstance", "Interrupting", takesList: false, isVisible: false, JudgeInterrupt);

    /// <summary>The action's name in the API.</summary>
    public string Name { get; }

    /// <summary>What is being done, as the first word of a sentence.</summary>
    public string Progress { get; }

    /// <summary>Whether a call takes many numbers.</summary>
    public bool TakesList { get; }

    /// <summary>Whether the effect can be seen in the server's state. If not, the action is never sent again once it may have been carried out.</summary>
    public bool IsVisible { get; }

    public Standing Judge(ServerInstance server) => _judge(
        server.ServerInstanceStatus?.Code ?? string.Empty,
        server.ServerInstanceOperation is { Code: not "NULL" } operation ? operation.Code : string.Empty,
        server.ServerInstanceStatusName);

    private static Standing JudgeStop(string status, string operation, string statusName) => (status, operation) switch
    {
        (_, "TERMT") => Standing.RuledOut,
        (_, "SHTDN") => Standing.Arrived,
        // A later code for a shutdown still has this name.
        _ when statusName.EndsWith("shutting down", StringComparison.Ordinal) => Standing.Arrived,
        (_, "START") => Standing.Busy,
        ("NSTOP", _) => Standing.Arrived,
        ("INIT" or "CREAT" or "FSTOP", _) => Standing.RuledOut,
        (_, "") => Standing.Ready,
        _ => Standing.Busy,
    };

    private static Standing JudgeInterrupt(string status, string operation, string statusName) => (status, operation) switch
    {
        (_, "TERMT") => Standing.RuledOut,
        ("INIT" or "CREAT" or "FSTOP", _) => Standing.RuledOut,
        (_, not "") => Standing.Busy,
        ("NSTOP", _) => Standing.RuledOut,
        _ => Standing.Ready,
    };
}
