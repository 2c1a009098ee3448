using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace NcloudServer.Demo;

/// <summary>Writes to the console, and answers each question with its first choice.</summary>
/// <remarks>Everything goes to the standard output, so that a file that it is sent to has it in its order.</remarks>
internal sealed class ConsoleInterface : PSHostUserInterface
{
    private readonly bool _hasColors = !Console.IsOutputRedirected && !IsSet("NO_COLOR");
    private readonly ProgressLine _progress = new();

    public override PSHostRawUserInterface RawUI { get; } = new ConsoleSize();

    /// <summary>The consoles of older versions of Windows show escape sequences as they are.</summary>
    public override bool SupportsVirtualTerminal => _hasColors && (!OperatingSystem.IsWindows() || IsSet("WT_SESSION"));

    public void WriteLine(ConsoleColor color, string value) => Write(color, value + Environment.NewLine);

    public override void Write(string value)
    {
        _progress.Clear();
        Console.Write(GetOutputString(value, SupportsVirtualTerminal));
    }

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(foregroundColor, value);

    public override void WriteErrorLine(string value) => WriteLine(ConsoleColor.Red, value);

    public override void WriteWarningLine(string message) => WriteLine(ConsoleColor.Yellow, $"WARNING: {message}");

    public override void WriteVerboseLine(string message) => WriteLine(ConsoleColor.Yellow, $"VERBOSE: {message}");

    public override void WriteDebugLine(string message) => WriteLine(ConsoleColor.Yellow, $"DEBUG: {message}");

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        WriteLine($"{Environment.NewLine}{caption}{Environment.NewLine}{message}");
        Write(string.Join("  ", choices.Select(choice => $"[{KeyOf(choice)}] {choice.Label.Replace("&", string.Empty)}")) + ": ");
        WriteLine(ConsoleColor.Cyan, KeyOf(choices[0]));
        return 0;
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw new NotSupportedException();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new NotSupportedException();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw new NotSupportedException();

    public override string ReadLine() => throw new NotSupportedException();

    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    private static string KeyOf(ChoiceDescription choice)
    {
        int mark = choice.Label.IndexOf('&');
        return choice.Label.Substring(mark + 1, 1);
    }

    private void Write(ConsoleColor color, string value)
    {
        if (_hasColors)
        {
            Console.ForegroundColor = color;
        }

        Write(value);
        if (_hasColors)
        {
            Console.ResetColor();
        }
    }
}
