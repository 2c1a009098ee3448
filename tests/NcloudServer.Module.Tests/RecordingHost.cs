using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

// Compiled by Add-Type, in Windows PowerShell by a compiler of C# 5.
namespace NcloudServer.ModuleTests
{
    /// <summary>A person at the console: notes what is asked, gives the answers that were laid ready, and repeats the last one.</summary>
    public sealed class RecordingHost : PSHost
    {
        private readonly Guid _id = Guid.NewGuid();
        private readonly RecordingUserInterface _ui;

        public RecordingHost(params string[] answers)
        {
            _ui = new RecordingUserInterface(answers);
        }

        public IList<string> Questions { get { return _ui.Questions; } }

        public string Text { get { return _ui.Text.ToString(); } }

        public override CultureInfo CurrentCulture { get { return CultureInfo.InvariantCulture; } }

        public override CultureInfo CurrentUICulture { get { return CultureInfo.InvariantCulture; } }

        public override Guid InstanceId { get { return _id; } }

        public override string Name { get { return "RecordingHost"; } }

        public override PSHostUserInterface UI { get { return _ui; } }

        public override Version Version { get { return new Version(1, 0); } }

        public override void EnterNestedPrompt() { throw new NotSupportedException(); }

        public override void ExitNestedPrompt() { throw new NotSupportedException(); }

        public override void NotifyBeginApplication() { }

        public override void NotifyEndApplication() { }

        public override void SetShouldExit(int exitCode) { }
    }

    internal sealed class RecordingUserInterface : PSHostUserInterface
    {
        private readonly Queue<string> _answers;

        public RecordingUserInterface(string[] answers)
        {
            _answers = new Queue<string>(answers);
            Questions = new List<string>();
            Text = new StringBuilder();
        }

        public List<string> Questions { get; private set; }

        public StringBuilder Text { get; private set; }

        public override PSHostRawUserInterface RawUI { get { return null; } }

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            Questions.Add(message);
            string answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
            for (int i = 0; i < choices.Count; i++)
            {
                if (choices[i].Label.Replace("&", string.Empty) == answer)
                {
                    return i;
                }
            }

            throw new ArgumentException("There is no choice " + answer);
        }

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
        {
            throw new NotSupportedException("Nobody is there to type.");
        }

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
        {
            throw new NotSupportedException("Nobody is there to type.");
        }

        public override PSCredential PromptForCredential(
            string caption, string message, string userName, string targetName, PSCredentialTypes allowedTypes,
            PSCredentialUIOptions options)
        {
            throw new NotSupportedException("Nobody is there to type.");
        }

        public override string ReadLine() { throw new NotSupportedException("Nobody is there to type."); }

        public override SecureString ReadLineAsSecureString() { throw new NotSupportedException("Nobody is there to type."); }

        public override void Write(string value) { Text.Append(value); }

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) { Text.Append(value); }

        public override void WriteLine(string value) { Text.AppendLine(value); }

        public override void WriteDebugLine(string message) { Text.AppendLine(message); }

        public override void WriteErrorLine(string value) { Text.AppendLine(value); }

        public override void WriteProgress(long sourceId, ProgressRecord record) { }

        public override void WriteVerboseLine(string message) { Text.AppendLine(message); }

        public override void WriteWarningLine(string message) { Text.AppendLine(message); }
    }
}
