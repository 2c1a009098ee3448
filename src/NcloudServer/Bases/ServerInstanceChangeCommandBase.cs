using System.Reflection;
using NcloudServer.Binding;
using NcloudServer.Operations;

namespace NcloudServer.Bases;

/// <summary>A cmdlet that changes servers.</summary>
public abstract class ServerInstanceChangeCommandBase : ServerInstanceCommandBase
{
    /// <summary>The most requests in flight at once, 1 to 100. Default: 4.</summary>
    [Parameter, ValidateRange(1, 100)]
    public int ThrottleLimit { get; set; } = 4;

    private protected sealed override int RequestsInFlight => ThrottleLimit;

    private protected sealed override bool IsChange => true;

    private protected abstract ServerAction Action { get; }

    /// <summary>What the user is asked to confirm.</summary>
    private protected abstract string Question { get; }

    internal sealed override string Activity => $"{Action.Progress} server instances";

    internal override bool IsAgreed(string number, string? regionCode, object? source)
    {
        string server = NumberSource.NameOf(number, source) is { } name ? $"{name} ({number})" : number;
        return ShouldProcess(regionCode is null ? server : $"{server} in region {regionCode}", Question);
    }

    // As the engine decides it, before a person has said anything.
    internal sealed override bool MayAsk() => Preference("Confirm", "ConfirmPreference") switch
    {
        null => false,
        SwitchParameter isAsked => isAsked.IsPresent,
        object preference => LanguagePrimitives.ConvertTo<ConfirmImpact>(preference) is var least && least != ConfirmImpact.None
            && least <= GetType().GetCustomAttribute<CmdletAttribute>()!.ConfirmImpact,
    };
}
