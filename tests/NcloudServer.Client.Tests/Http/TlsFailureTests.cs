using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NcloudServer.Failures;
using NcloudServer.Http;
using NcloudServer.Operations;

namespace NcloudServer.Tests.Http;

/// <summary>Failures of the handshake: nothing of the request was sent.</summary>
public sealed class TlsFailureTests
{
    /// <summary>What a server does with the first message of the handshake before it hangs up.</summary>
    public static TheoryData<string> CutHandshakes => ["before", "after", "in the middle", "reset"];

    [Theory]
    [MemberData(nameof(CutHandshakes))]
    public async Task A_connection_that_is_cut_during_the_handshake_may_be_tried_again(string where)
    {
        await using RawServer server = CuttingHandshakes(where);
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, Secure(server)));

        Assert.Equal((NcpErrorId.NcpConnectionFailed, FailureKind.Transient), (exception.Id, exception.Kind));
        Assert.Contains("TLS handshake", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_whose_handshake_is_cut_is_repeated()
    {
        await using RawServer server = CuttingHandshakes("after");
        using var client = new ClientUnderTest(Secure(server), retries: 2);

        await Assert.ThrowsAsync<NcpConnectionException>(
            () => client.Client.ChangeAsync(ServerAction.Stop.Api, "KR", ["1"], until: null, CancellationToken.None));

        Assert.Equal(2, client.Delays.Count);
        Assert.Equal(3, server.ConnectionCount);
    }

    [Fact]
    public async Task A_handshake_that_the_other_side_refuses_is_not_tried_again()
    {
        // A fatal alert: handshake_failure.
        await using var server = new RawServer(async connection =>
        {
            await connection.SendAsync([0x15, 3, 3, 0, 2, 2, 40]);
            await connection.StaySilentAsync();
        });
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, Secure(server)));

        Assert.Equal(FailureKind.NotExecuted, exception.Kind);
    }

    [Fact]
    public async Task A_port_that_speaks_no_tls_is_a_failure_that_names_tls()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.SendAsync(RawResponses.Response(400, "The plain HTTP request was sent to a port of another kind"));
            await connection.StaySilentAsync();
        });

        NcpConnectionException exception = await ConnectionFailureTests.AssertFailsAsync(
            Secure(server), FailureKind.NotExecuted, "No secure connection");

        Assert.Contains("TLS", exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_a_failure_that_names_the_certificate()
    {
        using X509Certificate2 certificate = SelfSigned();
        await using var server = new RawServer(
            async connection =>
            {
                await connection.ReceiveAsync();
                await connection.SendAsync(RawResponses.Response(200, "secret page"));
            },
            certificate);

        NcpConnectionException exception = await ConnectionFailureTests.AssertFailsAsync(
            server.Address, FailureKind.NotExecuted, "certificate");

        Assert.Contains("certificate", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static string Secure(RawServer server) => server.Address.Replace("http:", "https:", StringComparison.Ordinal);

    private static RawServer CuttingHandshakes(string where) => new(async connection =>
    {
        if (where != "before")
        {
            await connection.ReceiveSomeAsync();
        }

        if (where == "in the middle")
        {
            // The head of a handshake message whose rest never comes.
            await connection.SendAsync([0x16, 3, 3, 0, 80, 2, 0]);
        }
        else if (where == "reset")
        {
            connection.Reset();
        }
    });

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        // Windows serves TLS only with a key that went through a file format once.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), password: null);
    }
}
