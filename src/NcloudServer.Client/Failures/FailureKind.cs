namespace NcloudServer.Failures;

/// <summary>How far a failed request got, which decides whether it may be repeated.</summary>
internal enum FailureKind
{
    /// <summary>Not carried out, and a repeat would fail too.</summary>
    NotExecuted,
    /// <summary>Not carried out because of one or more of the servers in it; the others may succeed without them.</summary>
    Rejected,
    /// <summary>Not carried out because another operation is in progress on a server.</summary>
    Busy,
    /// <summary>Not carried out; the same request may be repeated after a pause.</summary>
    Transient,
    /// <summary>Not carried out because it is too long.</summary>
    TooLarge,
    /// <summary>Possibly carried out. Only a request that changes nothing may be repeated.</summary>
    Indeterminate,
}
