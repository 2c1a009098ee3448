namespace NcloudServer.Simulator;

/// <summary>The service says no: becomes a responseError with HTTP 400.</summary>
internal sealed class ServiceRefusalException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

/// <summary>
/// The refusals. Only the codes for a wrong parameter and for busy servers are known from the real service; the others are
/// made up, and like the real ones their texts do not say which number was the bad one.
/// </summary>
internal static class Refusals
{
    public static ServiceRefusalException Parameter(string message) => new("1100000", message);

    public static ServiceRefusalException Region() => Parameter("regionCode is not valid.");

    public static ServiceRefusalException UnknownNumber() => new("1100003", "The server instance could not be found.");

    public static ServiceRefusalException AlreadyInState() => new("1100004", "The server instance is already in that state.");

    public static ServiceRefusalException WrongState() =>
        new("1100005", "The action is not possible in the current state of the server instance.");

    public static ServiceRefusalException TooManyNumbers() => new("1100006", "Too many server instances in one call.");

    public static ServiceRefusalException InterruptNotSupported() => new("1100007", "The server instance does not support interrupts.");

    public static ServiceRefusalException Protected() => new("1100008", "The server instance is protected from termination.");

    public static ServiceRefusalException Busy() => new("1100031", "The server cannot be controlled by the NCLOD API.");

    public static ServiceRefusalException StorageBusy() => new("1101003", "The storage assigned to the server is in operation.");
}
