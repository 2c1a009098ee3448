using Microsoft.AspNetCore.Http.Features;

namespace NcloudServer.Simulator;

/// <summary>A request as it came over the wire.</summary>
internal sealed class ApiRequest
{
    private ApiRequest(HttpContext context, string target, string body, bool echoes)
    {
        Method = context.Request.Method;
        RawTarget = target;

        PathAndQuery = Origin(target);
        int mark = PathAndQuery.IndexOf('?', StringComparison.Ordinal);
        Path = mark < 0 ? PathAndQuery : PathAndQuery[..mark];
        Body = body;
        Parameters = new RequestParameters(mark < 0 ? "" : PathAndQuery[mark..], context.Request.HasFormContentType ? body : "");
        Headers = context.Request.Headers;
        UrlLength = target.StartsWith('/') ? "http://".Length + (context.Request.Host.Value?.Length ?? 0) + target.Length : target.Length;
        RestAction = RestService.ActionOf(Method, Path);
        string? known = RestAction ?? (Method is "GET" or "POST" ? ServiceActions.ActionOf(Path) : null);
        IsEcho = known is null && echoes && Method is "GET" or "POST" && ServiceActions.OtherActionOf(Path) is not null;
        Action = IsEcho ? ServiceActions.OtherActionOf(Path) : known;
    }

    public string Method { get; }

    /// <summary>Path and query with every escape as it was sent: the signature covers exactly these characters.</summary>
    public string RawTarget { get; }

    public string PathAndQuery { get; }

    public string Path { get; }

    /// <summary>Null when the path stands for no action.</summary>
    public string? Action { get; }

    /// <summary>The action if it is one of the REST service.</summary>
    public string? RestAction { get; }

    public string Body { get; }

    /// <summary>Whether the action is not simulated.</summary>
    public bool IsEcho { get; }

    public RequestParameters Parameters { get; }

    public IHeaderDictionary Headers { get; }

    /// <summary>The whole URL, scheme and host included.</summary>
    public int UrlLength { get; }

    /// <summary>XML unless JSON is asked for; anything else is for the service to refuse.</summary>
    public ResponseFormat Format(Policies policies)
    {
        bool isJsonAsked = Parameters.Peek("responseFormatType") == "json";
        return (isJsonAsked ? !policies.XmlEvenIfJsonAsked : policies.JsonEvenIfXmlAsked) ? ResponseFormat.Json : ResponseFormat.Xml;
    }

    public static async Task<ApiRequest> ReadAsync(HttpContext context, bool echoes)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var reader = new StreamReader(context.Request.Body);
        return new ApiRequest(context, target, await reader.ReadToEndAsync(), echoes);
    }

    /// <summary>
    /// A client that takes the simulator for its proxy sends the whole URL; what it signs is still path and query.
    /// Cut out by hand: a Uri would rewrite some escapes.
    /// </summary>
    private static string Origin(string target)
    {
        int host = target.StartsWith('/') ? -1 : target.IndexOf("://", StringComparison.Ordinal);
        int path = host < 0 ? -1 : target.IndexOf('/', host + "://".Length);
        return path < 0 ? target : target[path..];
    }
}
