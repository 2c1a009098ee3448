using System;
using System.Collections.Generic;
using System.Text;
using NcloudServer.Wire;

namespace NcloudServer.Api;

/// <summary>A request before it is signed.</summary>
/// <param name="Address">The address with its query.</param>
/// <param name="IsChange">Whether it changes something: then it is never sent again once it may have been carried out.</param>
internal sealed record ApiRequest(Uri Address, bool IsChange)
{
    /// <summary>The longest address in characters. The API documents none; gateways and proxies commonly take 8 KiB.</summary>
    public const int LongestUrl = 8000;

    /// <summary>The body of a form, which the signature does not cover; null for a request whose parameters are all in the query.</summary>
    public byte[]? Form { get; private init; }

    /// <summary>The address as -Debug shows it.</summary>
    public string Shown { get; private init; } = Address.ToString();

    /// <summary>The secrets in it, which no text may show.</summary>
    public SecretParameters Secrets { get; private init; } = new([]);

    /// <summary>Whether it is sent again, after a pause, when something else is still busy with what it is about.</summary>
    public bool IsRepeatedWhileBusy { get; private init; }

    /// <summary>The time for one attempt; null for the client's own.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether the response has to have the envelope of the actions, as <c>getRegionListResponse</c>.</summary>
    public bool IsEnveloped { get; init; } = true;

    /// <summary>A request for any action.</summary>
    /// <param name="address">The address of the action.</param>
    /// <param name="isChange">Whether the action changes something.</param>
    /// <param name="parameters">The parameters by the names that the request carries.</param>
    public static ApiRequest For(string address, bool isChange, IReadOnlyCollection<KeyValuePair<string, string>> parameters)
    {
        QueryBuilder query = new QueryBuilder().AddGiven(parameters);
        bool isForm = address.Length + query.ToString().Length > LongestUrl;
        QueryBuilder shown = new QueryBuilder().AddGiven(SecretParameters.Shown(parameters));
        return new ApiRequest(new Uri(isForm ? address : address + query), isChange)
        {
            Form = isForm ? Encoding.UTF8.GetBytes(query.ToForm()) : null,
            Shown = isForm ? address : address + shown,
            Secrets = new SecretParameters(parameters),
            IsRepeatedWhileBusy = true,
        };
    }
}
