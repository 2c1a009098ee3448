using NcloudServer.Http;
using NcloudServer.Simulator;
using NcloudServer.Wire;

namespace NcloudServer.Benchmarks;

/// <summary>Bytes to read again and again: the simulated service's own, not some that suit the reader.</summary>
internal static class ServiceResponse
{
    /// <param name="simulator">The service.</param>
    /// <param name="format">json or xml.</param>
    /// <param name="servers">How many servers are in it.</param>
    /// <exception cref="InvalidOperationException">The service gave something else: it would be read in no time.</exception>
    public static async Task<RawResponse> ReadAsync(SimulatorHost simulator, string format, int servers)
    {
        using HttpTransport transport = HttpTransport.Over(new SocketsHttpHandler { UseProxy = false });
        QueryBuilder query = new QueryBuilder().Add("responseFormatType", format).Add("pageNo", 1).Add("pageSize", servers);
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(simulator.EndpointUrl, $"/vserver/v2/getServerInstanceList{query}"));
        RequestSigner.Sign(request, new AccessKey(simulator.AccessKey, simulator.SecretKey), DateTimeOffset.UtcNow);
        RawResponse response = await transport.SendAsync(request, TimeSpan.FromSeconds(60), CancellationToken.None);
        int count = ResponseReader.Read(response, DateTimeOffset.UtcNow).Servers.Items!.Count;
        return count == servers && response.Body[0] == (format == "json" ? '{' : '<')
            ? response
            : throw new InvalidOperationException(
                $"The service gave {count} servers as {response.ContentType} in place of {servers} as {format}.");
    }
}
