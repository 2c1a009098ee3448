namespace NcloudServer.Operations;

/// <summary>What an operation does with its numbers.</summary>
internal enum OperationMode
{
    /// <summary>Sends the action, and is content with the service's answer.</summary>
    Change,

    /// <summary>Sends the action, and awaits the state that it leads to.</summary>
    ChangeAndWait,

    /// <summary>Reads the servers.</summary>
    Read,

    /// <summary>Awaits a state that others bring the servers to.</summary>
    Wait,
}
