using System.Management.Automation;

namespace NcloudServer.Demo;

/// <summary>One line that shows how far a command has come: drawn over itself in a console, written when it changes elsewhere.</summary>
internal sealed class ProgressLine
{
    private const int BarWidth = 20;

    private string _shown = string.Empty;

    public void Show(ProgressRecord record)
    {
        if (record.RecordType == ProgressRecordType.Completed)
        {
            Clear();
            _shown = string.Empty;
            return;
        }

        string text = TextOf(record);
        if (!Console.IsOutputRedirected)
        {
            Clear();
            _shown = text.Length < ConsoleSize.Width ? text : text[..(ConsoleSize.Width - 1)];
            Console.Write(_shown);
        }
        else if (text != _shown)
        {
            _shown = text;
            Console.WriteLine(text);
        }
    }

    /// <summary>Makes room for other text.</summary>
    public void Clear()
    {
        if (_shown.Length > 0 && !Console.IsOutputRedirected)
        {
            Console.Write($"\r{new string(' ', _shown.Length)}\r");
            _shown = string.Empty;
        }
    }

    private static string TextOf(ProgressRecord record)
    {
        int filled = BarWidth * Math.Clamp(record.PercentComplete, 0, 100) / 100;
        return $"{record.Activity} [{new string('#', filled)}{new string('.', BarWidth - filled)}] {record.StatusDescription}";
    }
}
