namespace NcloudServer.EngineTests.Harness;

/// <summary>The cmdlets that take server numbers, as they run without a question: what holds for one holds for all.</summary>
/// <remarks>A test compares them with the module.</remarks>
internal static class NumberCommands
{
    /// <summary>Those that change servers, each with its action and the status that a server has to have for it.</summary>
    public static TheoryData<string, string, string> Actions => new()
    {
        { "Stop-NcpServerInstance", "stopServerInstances", "RUN" },
        { "Start-NcpServerInstance", "startServerInstances", "NSTOP" },
        { "Restart-NcpServerInstance", "rebootServerInstances", "RUN" },
        { "Invoke-NcpServerInterrupt -Force", "interruptServerInstance", "RUN" },
    };

    public static IReadOnlyList<string> Changing { get; } = [.. ((IEnumerable<object[]>)Actions).Select(row => (string)row[0])];

    public static IReadOnlyList<string> Commands { get; } = [.. Changing, "Get-NcpServerInstance", "Wait-NcpServerInstance -Status running"];

    public static IReadOnlyList<string> Cmdlets { get; } = [.. Commands.Select(command => command.Split(' ')[0])];

    /// <summary>Each command, with the parameters that it needs.</summary>
    public static TheoryData<string> All => [.. Commands];

    /// <summary>The name of each cmdlet.</summary>
    public static TheoryData<string> Names => [.. Cmdlets];
}
