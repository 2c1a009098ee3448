using System.Collections.ObjectModel;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

namespace NcloudServer.EngineTests.Harness;

/// <summary>Keeps what is shown, and what is asked; gives the answers that were laid ready, and repeats the last one.</summary>
public sealed class Console : PSHostUserInterface
{
    private readonly object _gate = new();
    private readonly StringBuilder _text = new();
    private readonly List<ProgressRecord> _progress = [];
    private readonly List<string> _questions = [];
    private readonly Queue<string> _answers = new();

    /// <summary>Everything that was shown as text, line by line.</summary>
    public IReadOnlyList<string> Lines => Text.Split('\n').Select(line => line.TrimEnd()).ToList();

    public string Text
    {
        get
        {
            lock (_gate)
            {
                return _text.ToString().ReplaceLineEndings("\n");
            }
        }
    }

    /// <summary>The messages of all prompts.</summary>
    public IReadOnlyList<string> Questions
    {
        get
        {
            lock (_gate)
            {
                return [.. _questions];
            }
        }
    }

    public IReadOnlyList<ProgressRecord> Progress
    {
        get
        {
            lock (_gate)
            {
                return [.. _progress];
            }
        }
    }

    public ConsoleSize Size { get; } = new();

    public override PSHostRawUserInterface RawUI => Size;

    /// <summary>Called while a question stands there, before it is answered: a person needs a moment to read it.</summary>
    public Action? OnQuestion { get; set; }

    /// <summary>How often a prompt was answered with Suspend.</summary>
    public int Suspensions { get; private set; }

    /// <summary>Labels of the choices to make, in order: Yes, No, Yes to All, No to All, Suspend, Halt Command.</summary>
    public void Answer(params string[] answers)
    {
        lock (_gate)
        {
            _answers.Clear();
            foreach (string answer in answers)
            {
                _answers.Enqueue(answer);
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _text.Clear();
            _progress.Clear();
            _questions.Clear();
            _answers.Clear();
            Suspensions = 0;
            OnQuestion = null;
        }
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        OnQuestion?.Invoke();
        lock (_gate)
        {
            _questions.Add(message);
            if (_answers.Count == 0)
            {
                throw new InvalidOperationException($"Nobody was expected to be asked: {message}");
            }

            string answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
            return choices.Select((choice, index) => (Label: choice.Label.Replace("&", string.Empty, StringComparison.Ordinal), index))
                .Single(choice => choice.Label == answer).index;
        }
    }

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) => throw NobodyTypes();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName) => throw NobodyTypes();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw NobodyTypes();

    public override string ReadLine() => throw NobodyTypes();

    public override SecureString ReadLineAsSecureString() => throw NobodyTypes();

    public override void Write(string value) => Show(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Show(value);

    public override void WriteLine(string value) => Show(value + "\n");

    public override void WriteDebugLine(string message) => Show($"DEBUG: {message}\n");

    public override void WriteErrorLine(string value) => Show(value + "\n");

    public override void WriteVerboseLine(string message) => Show($"VERBOSE: {message}\n");

    public override void WriteWarningLine(string message) => Show($"WARNING: {message}\n");

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (_gate)
        {
            _progress.Add(record);
        }
    }

    internal void Suspend() => Suspensions++;

    private static InvalidOperationException NobodyTypes() => new("Nobody is there to type.");

    private void Show(string text)
    {
        lock (_gate)
        {
            _text.Append(GetOutputString(text, SupportsVirtualTerminal));
        }
    }
}
