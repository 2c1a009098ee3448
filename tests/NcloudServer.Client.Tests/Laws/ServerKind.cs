namespace NcloudServer.Tests.Laws;

/// <summary>What kind of server stands behind a number, and what becomes of it without anybody's doing.</summary>
public enum ServerKind
{
    Running,
    Stopped,

    /// <summary>Somebody else has stopped it just before.</summary>
    Stopping,

    /// <summary>Somebody else has started it just before.</summary>
    Booting,

    /// <summary>Somebody else has restarted it just before.</summary>
    Rebooting,

    /// <summary>Another operation runs for a while.</summary>
    SettingUp,
    Changing,

    /// <summary>Another operation begins after a while.</summary>
    ChangedLater,

    /// <summary>Another operation runs and never ends.</summary>
    StuckBusy,

    /// <summary>It is being created, and runs after that.</summary>
    Creating,
    StuckCreating,

    /// <summary>No operation is named, yet every change is refused as one that passes, and it does after a while.</summary>
    HiddenBusy,
    HiddenStuck,

    /// <summary>An operation runs for a while whose code is in no list.</summary>
    UnknownOperation,

    /// <summary>Its status is in no table of the actions.</summary>
    Failed,
    UnknownStatus,

    GoneOnceStopped,
    RefusedWithoutReason,

    /// <summary>Changes are carried out, but every look-up that names it is refused.</summary>
    Unreadable,

    /// <summary>Every request that names it is refused.</summary>
    Poison,
    Missing,

    /// <summary>Somebody removes it after a while.</summary>
    Vanishing,

    /// <summary>Somebody creates it after a while.</summary>
    CreatedLater,
}
