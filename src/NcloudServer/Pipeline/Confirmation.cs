using System.Reflection;

namespace NcloudServer.Pipeline;

/// <summary>
/// Asks whether to act on a number. Before a person is asked again, they see what their last answer has led to: whoever has crashed a server
/// must not wonder about it while the next question stands there.
/// </summary>
internal sealed class Confirmation(NumberCommandBase command)
{
    // In milliseconds: how long the next question waits for the outcome of the last one.
    private const int Moment = 3000;

    // In milliseconds. The engine does not tell whether it asked, or answered by itself (Yes to All): nobody reads a question and answers
    // it as fast as that.
    private const int QuickestAnswer = 50;

    private bool _isAnsweredByPerson;

    /// <summary>Asks about a number, once outcomes were written until the last one was there, or the time was over.</summary>
    public bool IsAgreed(string number, string? regionCode, object? source, Action<Func<bool>> showLastOutcome)
    {
        if (_isAnsweredByPerson)
        {
            int begin = Environment.TickCount;
            showLastOutcome(() => unchecked(Environment.TickCount - begin) > Moment);
        }

        int asked = Environment.TickCount;
        bool isAgreed = command.IsAgreed(number, regionCode, source);
        _isAnsweredByPerson = unchecked(Environment.TickCount - asked) >= QuickestAnswer && MayAsk();
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
