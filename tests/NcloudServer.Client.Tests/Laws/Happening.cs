namespace NcloudServer.Tests.Laws;

/// <summary>What happens between two requests.</summary>
public enum HappeningKind
{
    Nothing,

    /// <summary>The client's next pause takes far longer than it should: the computer sleeps.</summary>
    Sleep,

    /// <summary>The client's clock steps, and its monotonic one does not.</summary>
    ClockForward,
    ClockBack,

    /// <summary>Somebody else does something to a server.</summary>
    Stopped,
    Started,
    Restarted,
    Changed,
    Removed,
}

/// <summary>What happens between two requests, and to which server.</summary>
internal readonly record struct Happening(HappeningKind Kind, string Region = "", string Number = "")
{
    public override string ToString() => Kind switch
    {
        HappeningKind.Sleep => $"the computer sleeps for {Troubles.SleepTime} s",
        HappeningKind.ClockForward => "the clock steps an hour forward",
        HappeningKind.ClockBack => "the clock steps an hour back",
        _ => $"somebody else has {Region}:{Number} {Kind.ToString().ToLowerInvariant()}",
    };
}
