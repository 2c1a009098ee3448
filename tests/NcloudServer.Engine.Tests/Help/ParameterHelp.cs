namespace NcloudServer.EngineTests.Help;

/// <summary>What Get-Help says of a parameter.</summary>
public sealed record ParameterHelp(
    string Text, string Type, string Required, string Default, string Position, string Pipeline, string Aliases, string Globbing);
