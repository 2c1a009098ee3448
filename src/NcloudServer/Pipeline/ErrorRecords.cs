using NcloudServer.Binding;

namespace NcloudServer.Pipeline;

/// <summary>Makes every error record of the module: the failure's id, its category, the number, and what to do next.</summary>
internal static class ErrorRecords
{
    // As long as a number may be.
    private const int LongestTarget = 100;

    // Before 7.5, PowerShell shows the text of an error alone.
    private static readonly bool s_isActionShown = typeof(PSObject).Assembly.GetName().Version >= new Version(7, 5);

    /// <summary>The record of a failure. The subject is what the text begins with, where that says more than the target.</summary>
    public static ErrorRecord From(NcpException failure, object? target, string? subject = null) =>
        Record(failure, target, new ErrorDetails(
            (subject ?? PowerShellValue.BaseOf(target) as string) is { Length: > 0 } name ? $"{Shown(name)}: {Text(failure)}" : Text(failure))
        {
            RecommendedAction = failure.RecommendedAction,
        });

    // For a number that a failure of the whole command has kept from being acted on: the error that ends the command tells the cause and the
    // advice; whoever looks at this record alone finds the cause in its exception.
    public static ErrorRecord Brief(NcpException failure, object target) =>
        Record(failure, target, new ErrorDetails($"{target}: Not done."));

    /// <summary>The target of an error about a number. Whoever pipes it to a command again reaches the same server: its region comes along.</summary>
    public static object Target(string number, string? regionCode)
    {
        if (regionCode is null)
            return number;

        var target = new PSObject(number);
        target.Properties.Add(new PSNoteProperty("RegionCode", regionCode));
        return target;
    }

    private static ErrorRecord Record(NcpException failure, object? target, ErrorDetails details)
    {
        // The engine keeps a record out of $Error whose exception is that of the record before it.
        var record = new ErrorRecord(failure.Copy(), failure.Id.ToString(), Category(failure.Id), target) { ErrorDetails = details };
        record.CategoryInfo.TargetType = PowerShellValue.BaseOf(target)?.GetType().Name;
        return record;
    }

    private static string Text(NcpException failure) =>
        s_isActionShown ? failure.Message : $"{failure.Message} {failure.RecommendedAction}";

    // Whatever was piped in by mistake must not fill the screen, or steer it.
    private static string Shown(string target)
    {
        string line = new(target.Take(LongestTarget).Select(c => char.IsControl(c) ? ' ' : c).ToArray());
        return target.Length <= LongestTarget ? line : line + "…";
    }

    private static ErrorCategory Category(NcpErrorId id) => id switch
    {
        NcpErrorId.NcpCredentialNotFound or NcpErrorId.NcpCredentialIncomplete or NcpErrorId.NcpAuthenticationFailed =>
            ErrorCategory.AuthenticationError,
        NcpErrorId.NcpProfileNotFound or NcpErrorId.NcpServerInstanceNotFound => ErrorCategory.ObjectNotFound,
        NcpErrorId.NcpPermissionDenied => ErrorCategory.PermissionDenied,
        NcpErrorId.NcpInsecureEndpoint => ErrorCategory.SecurityError,
        NcpErrorId.NcpInvalidServerInstanceNo or NcpErrorId.NcpInvalidParameter => ErrorCategory.InvalidArgument,
        NcpErrorId.NcpServerInstanceBusy => ErrorCategory.ResourceBusy,
        NcpErrorId.NcpServerInstanceStateInvalid or NcpErrorId.NcpRequestRefused => ErrorCategory.InvalidOperation,
        NcpErrorId.NcpQuotaExceeded => ErrorCategory.QuotaExceeded,
        NcpErrorId.NcpRateLimited => ErrorCategory.LimitsExceeded,
        NcpErrorId.NcpConnectionFailed => ErrorCategory.ConnectionError,
        NcpErrorId.NcpRequestTimeout or NcpErrorId.NcpWaitTimeout => ErrorCategory.OperationTimeout,
        NcpErrorId.NcpInvalidResponse or NcpErrorId.NcpServerInstanceFailed => ErrorCategory.InvalidResult,
        _ => ErrorCategory.ResourceUnavailable,
    };
}
