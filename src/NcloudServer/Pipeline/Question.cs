namespace NcloudServer.Pipeline;

/// <summary>Asks whether to act on a number, and knows whether it is a person who answers.</summary>
/// <param name="isAgreed">Asks, if necessary.</param>
/// <param name="mayAsk">Whether the engine may ask at all.</param>
internal sealed class Question(Func<string, string?, object?, bool> isAgreed, Func<bool> mayAsk)
{
    // In milliseconds. The engine does not tell whether it asked, or answered by itself (Yes to All): nobody reads a question and answers
    // it as fast as that.
    private const int QuickestAnswer = 50;

    /// <summary>Whether the last answer took as long as a person takes.</summary>
    public bool IsAnsweredByPerson { get; private set; }

    public bool Ask(string number, string? regionCode, object? source)
    {
        int begin = Environment.TickCount;
        bool isAgreedTo = isAgreed(number, regionCode, source);
        IsAnsweredByPerson = unchecked(Environment.TickCount - begin) >= QuickestAnswer && mayAsk();
        return isAgreedTo;
    }
}
