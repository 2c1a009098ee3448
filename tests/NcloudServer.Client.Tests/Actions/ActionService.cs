using System.Collections;
using System.Globalization;
using System.Net;
using System.Text;
using NcloudServer.Actions;
using NcloudServer.Api;
using NcloudServer.Http;
using NcloudServer.Tests.Http;
using NcloudServer.Tests.Operations;

namespace NcloudServer.Tests.Actions;

/// <summary>A service that gives every action the same answer, and keeps what it received.</summary>
internal sealed class ActionService : HttpMessageHandler
{
    /// <summary>The body of a success.</summary>
    public const string Done = """{"aResponse":{"requestId":"1","returnCode":"0","returnMessage":"success"}}""";

    public Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; } = _ => Response("500");

    public List<SentRequest> Requests { get; } = [];

    /// <param name="what">A status and a body, or that the connection is cut.</param>
    public static HttpResponseMessage Response(string what)
    {
        if (what == "cut")
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut");
        }

        string[] parts = what.Split(' ', 2);
        var response = new HttpResponseMessage((HttpStatusCode)int.Parse(parts[0], CultureInfo.InvariantCulture))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(parts.Length > 1 ? parts[1] : string.Empty)),
        };
        response.Headers.Location = parts[0] == "302" ? new Uri("https://login.invalid/page?from=SECRETKEY") : null;
        return response;
    }

    public ClientUnderTest Client() => new("https://service.invalid", retries: 2, handler: this);

    public Task<ListPage<object>> InvokeAsync(string action, IDictionary? parameters = null, string service = "vserver") =>
        InvokeAsync(ApiCall.Of(service, action, parameters ?? new Hashtable(), "KR", value => value));

    public async Task<ListPage<object>> InvokeAsync(ApiCall call)
    {
        using ClientUnderTest client = Client();
        return await new ActionInvocation(client.Client, call).InvokeAsync(CancellationToken.None);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        string signature = RequestSigner.Signature(
            request.Method.Method,
            request.RequestUri!.PathAndQuery,
            request.Headers.GetValues("x-ncp-apigw-timestamp").Single(),
            new AccessKey(ClientUnderTest.AccessKeyId, ClientUnderTest.SecretKey));
        Requests.Add(new SentRequest(
            request.Method.Method, request.RequestUri.PathAndQuery, body, request.Content?.Headers.ContentType?.ToString(),
            request.Headers.GetValues("x-ncp-apigw-signature-v2").Single() == signature));
        return Answer(request);
    }
}
