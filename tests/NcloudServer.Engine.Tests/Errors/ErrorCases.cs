using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Errors;

/// <summary>Every error id of the module.</summary>
internal static class ErrorCases
{
    private static readonly string[] s_changing = [ErrorCase.Stop, ErrorCase.Interrupt];

    public static IReadOnlyList<ErrorCase> All { get; } =
    [
        new("NcpCredentialNotFound", ErrorCategory.AuthenticationError)
        {
            IsFatal = true, WithoutDefaults = true, Parameters = "-EndpointUrl $url",
        },
        new("NcpCredentialIncomplete", ErrorCategory.AuthenticationError)
        {
            IsFatal = true, Parameters = "-Credential ([pscredential]::new('key', [securestring]::new()))",
        },
        new("NcpAuthenticationFailed", ErrorCategory.AuthenticationError)
        {
            IsFatal = true, Arrange = service => service.Faults.Add(FaultRules.GatewayError(401, "200", "Authentication Failed")),
        },
        new("NcpProfileNotFound", ErrorCategory.ObjectNotFound)
        {
            IsFatal = true, WithoutDefaults = true, Parameters = "-EndpointUrl $url -ProfileName nobodys",
        },
        new("NcpPermissionDenied", ErrorCategory.PermissionDenied)
        {
            IsFatal = true, Arrange = service => service.Faults.Add(FaultRules.GatewayError(401, "210", "Permission Denied")),
        },
        new("NcpInsecureEndpoint", ErrorCategory.SecurityError) { IsFatal = true, Parameters = "-EndpointUrl http://ncloud.example" },
        new("NcpInvalidServerInstanceNo", ErrorCategory.InvalidArgument) { Number = "abc" },
        new("NcpServerInstanceNotFound", ErrorCategory.ObjectNotFound) { Number = "1999999" },
        new("NcpServerInstanceBusy", ErrorCategory.ResourceBusy)
        {
            Cmdlets = s_changing,
            Arrange = service => service.Fleet.Set(new ServerSettings { Number = "1000001", Operation = "CHNG" }),
        },
        new("NcpServerInstanceStateInvalid", ErrorCategory.InvalidOperation)
        {
            Cmdlets = s_changing,
            Arrange = service => service.Fleet.Set(new ServerSettings { Number = "1000001", Operation = "TERMT" }),
        },
        new("NcpRequestRefused", ErrorCategory.InvalidOperation)
        {
            Arrange = service => service.Faults.Add(
                FaultRules.ServiceError(400, "10712", "Not found product.") with { Number = "1000001" }),
        },
        new("NcpQuotaExceeded", ErrorCategory.QuotaExceeded)
        {
            Arrange = service => service.Faults.Add(FaultRules.GatewayError(429, "400", "Quota Exceeded")),
        },
        new("NcpRateLimited", ErrorCategory.LimitsExceeded) { Arrange = service => service.Faults.Add(FaultRules.Throttled()) },
        // After a change, these three leave its outcome unknown.
        new("NcpServiceUnavailable", ErrorCategory.ResourceUnavailable)
        {
            Cmdlets = [ErrorCase.Get],
            Arrange = service => service.Faults.Add(FaultRules.GatewayError(503, "500", "Endpoint Error")),
        },
        new("NcpRequestTimeout", ErrorCategory.OperationTimeout)
        {
            Cmdlets = [ErrorCase.Get],
            Arrange = service => service.Faults.Add(FaultRules.Hang(HangPoint.BeforeHeaders)),
            Parameters = "-MaximumRetryCount 0 -TimeoutSec 1",
        },
        new("NcpInvalidResponse", ErrorCategory.InvalidResult)
        {
            Cmdlets = [ErrorCase.Get],
            Arrange = service => service.Faults.Add(FaultRules.Answer(200, "<html>It works!</html>")),
        },
        new("NcpConnectionFailed", ErrorCategory.ConnectionError) { Parameters = "-EndpointUrl http://127.0.0.1:1 -MaximumRetryCount 0" },
        new("NcpWaitTimeout", ErrorCategory.OperationTimeout)
        {
            Cmdlets = [ErrorCase.Stop],
            Arrange = service => service.Times.ShutdownSeconds = 600,
            Parameters = "-Wait -WaitTimeoutSec 1 -PollingIntervalSec 1",
        },
        new("NcpServerInstanceFailed", ErrorCategory.InvalidResult)
        {
            Cmdlets = [ErrorCase.Stop],
            Arrange = service => (service.Policies.ActionEnd, service.Times.ShutdownSeconds) = (ActionEnd.Failed, 0),
            Parameters = "-Wait -WaitTimeoutSec 20 -PollingIntervalSec 1",
        },
        new("NcpOutcomeUnknown", ErrorCategory.ResourceUnavailable)
        {
            Cmdlets = s_changing,
            Arrange = service => service.Faults.Add(
                new FaultRule { TruncateTo = 20, Times = 1 }, FaultRules.GatewayError(503, "500", "Endpoint Error")),
        },
    ];
}
