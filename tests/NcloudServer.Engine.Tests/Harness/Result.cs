namespace NcloudServer.EngineTests.Harness;

/// <summary>What came out of a script, stream by stream.</summary>
public sealed record Result
{
    public required IReadOnlyList<PSObject> Output { get; init; }

    public required IReadOnlyList<ErrorRecord> Errors { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<string> Verbose { get; init; }

    public required IReadOnlyList<string> Debug { get; init; }

    public required IReadOnlyList<ProgressRecord> Progress { get; init; }

    /// <summary>The error that ended the script; what came before it is kept.</summary>
    public ErrorRecord? Thrown { get; init; }

    /// <summary>The numbers of the servers that came out, in order.</summary>
    public IEnumerable<string?> Numbers => Values("ServerInstanceNo");

    /// <summary>
    /// What each thing that came out is about, in order: the number of a server, or the target of an error where the script has
    /// <c>2>&amp;1</c>.
    /// </summary>
    public IEnumerable<string?> Subjects => Output.Select(item => item.BaseObject is ErrorRecord error
        ? error.TargetObject?.ToString()
        : item.Properties["ServerInstanceNo"]?.Value?.ToString());

    /// <summary>What the errors are about, in order.</summary>
    public IEnumerable<string?> Targets => Errors.Select(error => error.TargetObject?.ToString());

    /// <summary>The first part of each error's FullyQualifiedErrorId, in order.</summary>
    public IEnumerable<string> ErrorIds => Errors.Select(IdOf);

    /// <summary>The first part of an error's FullyQualifiedErrorId: the name that the module gives it.</summary>
    public static string IdOf(ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    /// <summary>A property of everything that came out, as text, in order.</summary>
    public IEnumerable<string?> Values(string property) => Output.Select(item => item.Properties[property]?.Value?.ToString());
}
