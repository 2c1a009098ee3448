using System.Text;
using NcloudServer.Wire;
using Values = System.Collections.Generic.IReadOnlyCollection<System.Collections.Generic.KeyValuePair<string, string>>;

namespace NcloudServer.Api;

/// <summary>A request before it is signed. One that changes something is never sent again once it may have been carried out.</summary>
internal sealed record ApiRequest(Uri Address, bool IsChange)
{
    /// <summary>The longest address in characters. The API documents none; gateways and proxies commonly take 8 KiB.</summary>
    public const int LongestUrl = 8000;

    public HttpMethod Method { get; private init; } = HttpMethod.Get;
    /// <summary>The body, which the signature does not cover; null for none.</summary>
    public byte[]? Body { get; private init; }
    public string BodyType { get; private init; } = "application/x-www-form-urlencoded";
    /// <summary>The address as -Debug shows it.</summary>
    public string Shown { get; private init; } = Address.ToString();
    /// <summary>The secrets in it, which no text may show.</summary>
    public SecretParameters Secrets { get; private init; } = new([]);
    /// <summary>Whether it is sent again, after a pause, when something else is still busy with what it is about.</summary>
    public bool IsRepeatedWhileBusy { get; private init; }
    /// <summary>The form that its response has to have.</summary>
    public ResponseForm Form { get; init; }

    /// <summary>A request for any action, with its parameters by the names that the request carries.</summary>
    public static ApiRequest For(string address, bool isChange, Values parameters)
    {
        QueryBuilder query = new QueryBuilder().AddGiven(parameters);
        bool isForm = address.Length + query.ToString().Length > LongestUrl;
        QueryBuilder shown = new QueryBuilder().AddGiven(SecretParameters.Shown(parameters));
        return new ApiRequest(new Uri(isForm ? address : address + query), isChange)
        {
            Method = isForm ? HttpMethod.Post : HttpMethod.Get,
            Body = isForm ? Encoding.UTF8.GetBytes(query.ToForm()) : null,
            Shown = isForm ? address : address + shown,
            Secrets = new SecretParameters(parameters),
            IsRepeatedWhileBusy = true,
        };
    }

    /// <summary>A request to a REST service, where all methods but GET change something; the values are those of the body.</summary>
    public static ApiRequest Rest(HttpMethod method, string address, Values parameters, byte[]? body, Values values)
    {
        string shown = body is null ? string.Empty : $"{Environment.NewLine}  body: {SecretParameters.Describe(values)}";
        return new ApiRequest(new Uri(address + new QueryBuilder().AddGiven(parameters)), method != HttpMethod.Get)
        {
            Method = method,
            Body = body,
            BodyType = "application/json",
            Shown = $"{address}{new QueryBuilder().AddGiven(SecretParameters.Shown(parameters))}{shown}",
            Secrets = new SecretParameters([.. parameters, .. values]),
            Form = ResponseForm.Rest,
        };
    }
}
