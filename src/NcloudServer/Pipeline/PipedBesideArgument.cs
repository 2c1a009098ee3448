namespace NcloudServer.Pipeline;

/// <summary>Why nothing may be piped to a command whose numbers are given as an argument: one of the two was not meant.</summary>
internal sealed class PipedBesideArgument(string?[]? argument)
{
    private const string Name = "ServerInstanceNo";

    /// <summary>Why what is piped is not acted on.</summary>
    public NcpParameterException Failure => new(
        Name,
        $"It is piped, but -{Name} is given too{(IsEmpty ? ", and is empty" : string.Empty)}. Nothing was sent.",
        $"Leave out -{Name}: a piped server brings its number. To take the number from another property, use a script block, such as "
            + $"-{Name} {{ $_.InstanceNo }}; outside one, $_ is empty.");

    private bool IsEmpty => string.IsNullOrWhiteSpace(string.Concat(argument ?? []));
}
