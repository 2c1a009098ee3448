using NcloudServer.Binding;
using NcloudServer.Operations;

namespace NcloudServer.Pipeline;

/// <summary>A cmdlet that changes servers.</summary>
public abstract class ServerInstanceChangeCommandBase : ServerInstanceCommandBase
{
    private readonly string _question;

    // The question is what the user is asked to confirm.
    private protected ServerInstanceChangeCommandBase(ServerAction action, string question)
    {
        Action = action;
        _question = question;
    }

    /// <summary>The most requests in flight at once, 1 to 100. Default: 4.</summary>
    [Parameter, ValidateRange(1, 100)]
    public int ThrottleLimit { get; set; } = 4;

    private protected sealed override int RequestsInFlight => ThrottleLimit;
    private protected sealed override bool IsChange => true;
    private protected ServerAction Action { get; }
    internal sealed override string Activity => $"{Action.Progress} server instances";

    internal override bool IsAgreed(string number, string? regionCode, object? source)
    {
        string server = NumberSource.NameOf(number, regionCode, source) is { } name ? $"{name} ({number})" : number;
        return ShouldProcess(regionCode is null ? server : $"{server} in region {regionCode}", _question);
    }
}
