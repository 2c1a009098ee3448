using NcloudServer.Api;

namespace NcloudServer.Tests.Api;

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
        s_fatal, Enum.GetValues<NcpErrorId>().Where(id => Error(id).IsFatal));

    [Fact]
    public void The_first_fatal_error_is_the_one_that_everything_after_it_ends_with()
    {
        using var gate = new RequestGate(1, new ClientOptions());
        NcpConfigurationException first = Error(NcpErrorId.NcpPermissionDenied);

        gate.OnFailure(Error(NcpErrorId.NcpRequestRefused));
        Assert.Null(gate.Fatal);

        gate.OnFailure(first);
        gate.OnFailure(Error(NcpErrorId.NcpAuthenticationFailed));
        Assert.Same(first, gate.Fatal);
    }

    private static NcpConfigurationException Error(NcpErrorId id) => new(id, "what", "advice");
}
