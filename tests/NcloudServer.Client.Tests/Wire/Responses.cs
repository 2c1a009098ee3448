using System.Net;
using System.Text;
using NcloudServer.Http;
using NcloudServer.Wire;

namespace NcloudServer.Tests.Wire;

/// <summary>Responses for the reader, and what it makes of them.</summary>
internal static class Responses
{
    public static readonly DateTimeOffset Now = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static RawResponse Of(int status, string body, params (string Name, string Value)[] headers) =>
        Of(status, Encoding.UTF8.GetBytes(body), headers);

    public static RawResponse Of(int status, byte[] body, params (string Name, string Value)[] headers)
    {
        using var message = new HttpResponseMessage((HttpStatusCode)status);
        foreach ((string name, string value) in headers)
        {
            Assert.True(message.Headers.TryAddWithoutValidation(name, value));
        }

        // In the middle of a larger array: a reader that looks beyond its segment finds rubbish there.
        byte[] larger = [.. "}<!"u8, .. body, .. "]}<x>"u8];
        return new RawResponse((HttpStatusCode)status, message.Headers, "test/type", new ArraySegment<byte>(larger, 3, body.Length));
    }

    public static ResponseBody Read(string body) => ResponseReader.Read(Of(200, body), Now);

    /// <summary>Reads a response of any status, as the client does.</summary>
    public static ResponseBody Read(RawResponse response) =>
        response.IsSuccess ? ResponseReader.Read(response, Now) : throw ResponseReader.ReadFailure(response, ResponseForm.Envelope, Now);

    /// <summary>What the service or its gateway said no with.</summary>
    public static NcpServiceException Refusal(RawResponse response) => Assert.Throws<NcpServiceException>(() => Read(response));

    public static NcpServiceException Refusal(int status, string body, params (string Name, string Value)[] headers) =>
        Refusal(Of(status, body, headers));

    /// <summary>What is no response of the service at all.</summary>
    public static NcpResponseException Foreign(RawResponse response)
    {
        NcpResponseException exception = Assert.Throws<NcpResponseException>(() => Read(response));
        Assert.Equal(NcpErrorId.NcpInvalidResponse, exception.Id);
        return exception;
    }

    public static NcpResponseException Foreign(int status, string body, params (string Name, string Value)[] headers) =>
        Foreign(Of(status, body, headers));

    /// <summary>The only server of a list whose JSON has these fields beside its number.</summary>
    public static ServerInstance ServerFromJson(string fields) => Assert.Single(Read(
        """{"getServerInstanceListResponse":{"returnCode":"0","totalRows":"""
        + $$$"""1,"serverInstanceList":[{{{{fields}}}{{{(fields.Length == 0 ? "" : ",")}}}"serverInstanceNo":"7"}]}}""")
        .Servers.Items!);

    /// <summary>The only server of a list whose XML has these elements beside its number.</summary>
    public static ServerInstance ServerFromXml(string elements) => Assert.Single(Read(
        "<getServerInstanceListResponse><returnCode>0</returnCode><totalRows>1</totalRows><serverInstanceList><serverInstance>"
        + elements
        + "<serverInstanceNo>7</serverInstanceNo></serverInstance></serverInstanceList></getServerInstanceListResponse>")
        .Servers.Items!);

    public static IReadOnlyList<Region> Regions(string body) =>
        ResponseCheck.Whole(Read(body), "regionList", ModelFields.Region, "region", region => region.RegionCode);

    public static string GatewayJson(string code, string message = "text", string details = "") =>
        $$$"""{"error":{"errorCode":"{{{code}}}","message":"{{{message}}}","details":"{{{details}}}"}}""";

    public static string GatewayXml(string code, string message = "text", string details = "") =>
        $"<error><errorCode>{code}</errorCode><message>{message}</message><details>{details}</details></error>";

    public static string ServiceJson(string code, string message = "text") =>
        $$$"""{"responseError":{"returnCode":"{{{code}}}","returnMessage":"{{{message}}}"}}""";

    public static string ServiceXml(string code, string message = "text") =>
        $"<responseError><returnCode>{code}</returnCode><returnMessage>{message}</returnMessage></responseError>";
}
