using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace NcloudServer.Completion;

/// <summary>Offers values from memory or from the user's own file: never from the network, and never an error.</summary>
public abstract class Completer : IArgumentCompleter
{
    private protected Completer()
    {
    }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        try
        {
            return Values()
                .Where(value => value.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase) || IsMeant(word, value.Hint))
                .Select(value => new CompletionResult(Quoted(value.Text), value.Text, CompletionResultType.ParameterValue, value.Hint))
                .ToArray();
        }
        catch (NcpException)
        {
            return [];
        }
    }

    /// <summary>What there is to offer, each with the tooltip that goes with it.</summary>
    private protected abstract IEnumerable<(string Text, string Hint)> Values();

    /// <summary>Whether a word that does not begin the value asks for it all the same.</summary>
    private protected virtual bool IsMeant(string word, string hint) => false;

    private static string Quoted(string text) =>
        text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/') ? text : "'" + text.Replace("'", "''") + "'";
}
