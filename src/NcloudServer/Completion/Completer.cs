using System.Collections;
using System.Management.Automation.Language;

namespace NcloudServer.Completion;

/// <summary>The base of all completers, which fail silently. Values come from memory or the user's file, never from the network.</summary>
public abstract class Completer : IArgumentCompleter
{
    private const string NothingKnown = "Nothing that fits is known in this session";

    private protected Completer()
    {
    }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        CompletionResult[] offered = Offered(commandName, word, fakeBoundParameters);
        // Where a completer has nothing, the engine offers the files of the current folder: then what is typed stays as it is.
        return offered.Length > 0 ? offered : [Result(word.Length == 0 ? " " : Quoted(word), word.Length == 0 ? " " : word, NothingKnown)];
    }

    /// <summary>The values to offer, each with its tooltip.</summary>
    private protected abstract IEnumerable<(string Text, string Hint)> Values();

    /// <summary>The values to offer, where they depend on the command, or on the parameters that are given already.</summary>
    private protected virtual IEnumerable<(string Text, string Hint)> Values(string command, IDictionary given) => Values();

    /// <summary>Whether a word means the value although the value does not start with it.</summary>
    private protected virtual bool IsMeant(string word, string hint) => false;

    private CompletionResult[] Offered(string command, string word, IDictionary given)
    {
        try
        {
            return Values(command, given)
                .Where(value => value.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase) || IsMeant(word, value.Hint))
                .Select(value => Result(Quoted(value.Text), value.Text, value.Hint))
                .ToArray();
        }
        catch (NcpException)
        {
            return [];
        }
    }

    private static CompletionResult Result(string text, string shown, string hint) =>
        new(text, shown, CompletionResultType.ParameterValue, hint);

    private static string Quoted(string text) =>
        text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/') ? text : "'" + text.Replace("'", "''") + "'";
}
