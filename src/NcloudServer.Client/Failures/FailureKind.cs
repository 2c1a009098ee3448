namespace NcloudServer.Failures;

/// <summary>How far a request that failed had come, which decides what may follow it.</summary>
internal enum FailureKind
{
    /// <summary>Not carried out, and asking again changes nothing.</summary>
    NotExecuted,

    /// <summary>Not carried out because of what it asks for: others in the same request may be innocent.</summary>
    Rejected,

    /// <summary>Not carried out because another operation runs on a server; it passes.</summary>
    Busy,

    /// <summary>Not carried out; the same request may be repeated after a pause.</summary>
    Transient,

    /// <summary>Not carried out because it is too long.</summary>
    TooLarge,

    /// <summary>It may have been carried out. Only a reading request may be repeated as it is.</summary>
    Indeterminate,
}
