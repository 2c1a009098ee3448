namespace NcloudServer.EngineTests.Harness;

/// <summary>The cmdlets that take server numbers, as they run without a question: what holds for one holds for all.</summary>
/// <remarks>A test compares them with the module.</remarks>
internal static class NumberCommands
{
    public static IReadOnlyList<string> Changing { get; } =
        ["Stop-NcpServerInstance", "Start-NcpServerInstance", "Restart-NcpServerInstance", "Invoke-NcpServerInterrupt -Force"];

    public static IReadOnlyList<string> Commands { get; } = [.. Changing, "Get-NcpServerInstance", "Wait-NcpServerInstance -Status running"];

    public static IReadOnlyList<string> Cmdlets { get; } = [.. Commands.Select(command => command.Split(' ')[0])];

    /// <summary>Each command, with the parameters that it needs.</summary>
    public static TheoryData<string> All => [.. Commands];

    /// <summary>The name of each cmdlet.</summary>
    public static TheoryData<string> Names => [.. Cmdlets];
}
