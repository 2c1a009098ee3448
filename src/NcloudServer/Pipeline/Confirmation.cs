using System.Reflection;

namespace NcloudServer.Pipeline;

/// <summary>Asks whether to act on a number, and tells whether a person has answered.</summary>
internal sealed class Confirmation(NumberCommandBase command)
{
    // In milliseconds. The engine does not tell whether it asked, or answered by itself (Yes to All): nobody reads a question and answers
    // it as fast as that.
    private const int QuickestAnswer = 50;

    /// <summary>Whether it was a person who gave the last answer.</summary>
    public bool IsAnsweredByPerson { get; private set; }

    public bool IsAgreed(string number, string? regionCode, object? source)
    {
        int asked = Environment.TickCount;
        bool isAgreed = command.IsAgreed(number, regionCode, source);
        IsAnsweredByPerson = unchecked(Environment.TickCount - asked) >= QuickestAnswer && MayAsk();
        return isAgreed;
    }

    /// <summary>Whether the engine may ask at all, as it decides that before a person has said anything.</summary>
    private bool MayAsk() => command.Preference("Confirm", "ConfirmPreference") switch
    {
        null => false,
        SwitchParameter isAsked => isAsked.IsPresent,
        object preference => LanguagePrimitives.ConvertTo<ConfirmImpact>(preference) is var least && least != ConfirmImpact.None
            && least <= command.GetType().GetCustomAttribute<CmdletAttribute>()!.ConfirmImpact,
    };
}
