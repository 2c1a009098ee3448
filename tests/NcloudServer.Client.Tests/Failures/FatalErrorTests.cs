using System;
using System.Linq;
using Xunit;

namespace NcloudServer.Tests.Failures;

/// <summary>A pipeline ends with the error after which no further request can succeed, and with no other.</summary>
public sealed class FatalErrorTests
{
    private static readonly NcpErrorId[] s_fatal =
    [
        NcpErrorId.NcpCredentialNotFound, NcpErrorId.NcpCredentialIncomplete, NcpErrorId.NcpAuthenticationFailed,
        NcpErrorId.NcpProfileNotFound, NcpErrorId.NcpPermissionDenied, NcpErrorId.NcpInsecureEndpoint,
    ];

    [Fact]
    public void Only_errors_of_the_key_the_profile_the_rights_and_the_endpoint_end_a_pipeline() => Assert.Equal(
        s_fatal, Enum.GetValues<NcpErrorId>().Where(id => new NcpConfigurationException(id, "what", "advice").IsFatal));
}
