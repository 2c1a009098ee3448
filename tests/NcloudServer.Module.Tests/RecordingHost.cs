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
    /// <summary>A console that keeps what it shows, and that nobody types at.</summary>
    public sealed class RecordingHost : PSHost
    {
        private readonly Guid _id = Guid.NewGuid();
        private readonly RecordingUserInterface _ui = new RecordingUserInterface();

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
        public RecordingUserInterface()
        {
            Text = new StringBuilder();
        }

        public StringBuilder Text { get; private set; }

        public override PSHostRawUserInterface RawUI { get { return null; } }

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            throw new NotSupportedException("Nobody is there to answer: " + message);
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
