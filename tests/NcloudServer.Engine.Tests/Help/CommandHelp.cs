namespace NcloudServer.EngineTests.Help;

/// <summary>What Get-Help says of a cmdlet in a language.</summary>
public sealed record CommandHelp
{
    public required string Synopsis { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyDictionary<string, ParameterHelp> Parameters { get; init; }

    /// <summary>The code of the examples.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>The explanations of the examples.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    public required string Inputs { get; init; }

    public required string Outputs { get; init; }

    /// <summary>Text and address of each link.</summary>
    public required IReadOnlyList<string> Links { get; init; }
}
