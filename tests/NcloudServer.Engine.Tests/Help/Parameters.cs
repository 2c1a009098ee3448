using System.Text.RegularExpressions;

namespace NcloudServer.EngineTests.Help;

/// <summary>What the code says of a cmdlet's parameters.</summary>
internal static class Parameters
{
    /// <summary>Without the common ones, which the engine describes, and those for the pipeline alone.</summary>
    public static IEnumerable<ParameterMetadata> Own(CmdletInfo command) => command.Parameters.Values.Where(parameter =>
        !IsHidden(parameter)
        && (parameter.Name is "WhatIf" or "Confirm" || command.ImplementingType.GetProperty(parameter.Name) is not null));

    public static bool IsHidden(ParameterMetadata parameter) =>
        parameter.Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.DontShow);

    /// <summary>Whether a word stands in a text. Not \b: a Korean particle follows its word without a space.</summary>
    public static bool HasWord(string text, string? word) =>
        Regex.IsMatch(text, $"(?<![A-Za-z0-9_]){Regex.Escape(word ?? string.Empty)}(?![A-Za-z0-9_])", RegexOptions.IgnoreCase);
}
