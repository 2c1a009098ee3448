using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace NcloudServer.Tests.Http;

/// <summary>Answers requests at once and without a network, and keeps what was asked for.</summary>
/// <param name="answer">Answers a request by its path and query, and by its place from 1.</param>
internal sealed class AnsweringHandler(Func<string, int, HttpResponseMessage> answer) : HttpMessageHandler
{
    public const string Address = "https://service.invalid";

    private readonly ConcurrentQueue<string> _requests = new();

    /// <summary>The paths with their queries, in the order in which they came.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>A response, in JSON unless its body is none.</summary>
    public static HttpResponseMessage Response(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    /// <summary>A list of servers as the action's response.</summary>
    public static HttpResponseMessage Servers(string action, params string[] servers)
    {
        string list = string.Join(",", servers);
        return Response(
            200, $$$"""{"{{{action}}}Response":{"returnCode":"0","totalRows":{{{servers.Length}}},"serverInstanceList":[{{{list}}}]}}""");
    }

    /// <summary>A server of such a list.</summary>
    public static string Server(string number, string status, string operation = "NULL", DateTimeOffset? uptime = null) =>
        $$"""{"serverInstanceNo":"{{number}}","serverInstanceStatus":{{Code(status)}}"""
        + $$""","serverInstanceOperation":{{Code(operation)}},"uptime":"{{uptime:yyyy-MM-ddTHH:mm:sszzz}}"}""";

    /// <summary>The service's own refusal.</summary>
    public static HttpResponseMessage Refusal(int status, string code) =>
        Response(status, $$$"""{"responseError":{"returnCode":"{{{code}}}","returnMessage":"refused"}}""");

    /// <summary>What the network stack says where nothing listens.</summary>
    public static HttpRequestException NobodyListens() => new(HttpRequestError.ConnectionError, "refused");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string target = request.RequestUri!.PathAndQuery;
        _requests.Enqueue(target);
        return Task.FromResult(answer(target, _requests.Count));
    }

    private static string Code(string code) => $$"""{"code":"{{code}}"}""";
}
