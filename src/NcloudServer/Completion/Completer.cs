using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace NcloudServer.Completion;

/// <summary>The base of all completers, which fail silently. Values come from memory or the user's file, never from the network.</summary>
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
            return Values(commandName, fakeBoundParameters)
                .Where(value => value.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase) || IsMeant(word, value.Hint))
                .Select(value => new CompletionResult(Quoted(value.Text), value.Text, CompletionResultType.ParameterValue, value.Hint))
                .ToArray();
        }
        catch (NcpException)
        {
            return [];
        }
    }

    /// <summary>The values to offer, each with its tooltip.</summary>
    private protected abstract IEnumerable<(string Text, string Hint)> Values();

    /// <summary>The values to offer, where they depend on the command, or on the parameters that are given already.</summary>
    private protected virtual IEnumerable<(string Text, string Hint)> Values(string command, IDictionary given) => Values();

    /// <summary>Whether a word means the value although the value does not start with it.</summary>
    private protected virtual bool IsMeant(string word, string hint) => false;

    private static string Quoted(string text) =>
        text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/') ? text : "'" + text.Replace("'", "''") + "'";
}
