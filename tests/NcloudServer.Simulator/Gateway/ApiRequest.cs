using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NcloudServer.Simulator;

/// <summary>A request as it came over the wire.</summary>
internal sealed class ApiRequest
{
    private ApiRequest(HttpContext context, string target, string form, bool echoes)
    {
        Method = context.Request.Method;
        RawTarget = target;

        PathAndQuery = Origin(target);
        int mark = PathAndQuery.IndexOf('?', StringComparison.Ordinal);
        Path = mark < 0 ? PathAndQuery : PathAndQuery[..mark];
        Parameters = new RequestParameters(mark < 0 ? "" : PathAndQuery[mark..], form);
        Headers = context.Request.Headers;
        UrlLength = target.StartsWith('/') ? "http://".Length + (context.Request.Host.Value?.Length ?? 0) + target.Length : target.Length;
        Action = Method is not ("GET" or "POST")
            ? null
            : ServiceActions.ActionOf(Path) ?? (echoes ? ServiceActions.OtherActionOf(Path) : null);
        IsEcho = Action is not null && ServiceActions.ActionOf(Path) is null;
    }

    public string Method { get; }

    /// <summary>Path and query with every escape as it was sent: the signature covers exactly these characters.</summary>
    public string RawTarget { get; }

    public string PathAndQuery { get; }

    public string Path { get; }

    /// <summary>Null when the path stands for no action.</summary>
    public string? Action { get; }

    /// <summary>Whether the action is not simulated.</summary>
    public bool IsEcho { get; }

    public RequestParameters Parameters { get; }

    public IHeaderDictionary Headers { get; }

    /// <summary>The whole URL, scheme and host included.</summary>
    public int UrlLength { get; }

    /// <summary>XML unless JSON is asked for; anything else is for the service to refuse.</summary>
    public ReplyFormat Format(Policies policies)
    {
        bool isJsonAsked = Parameters.Peek("responseFormatType") == "json";
        return (isJsonAsked ? !policies.XmlEvenIfJsonAsked : policies.JsonEvenIfXmlAsked) ? ReplyFormat.Json : ReplyFormat.Xml;
    }

    public static async Task<ApiRequest> ReadAsync(HttpContext context, bool echoes)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        string form = "";
        if (context.Request.HasFormContentType)
        {
            using var reader = new StreamReader(context.Request.Body);
            form = await reader.ReadToEndAsync();
        }

        return new ApiRequest(context, target, form, echoes);
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
