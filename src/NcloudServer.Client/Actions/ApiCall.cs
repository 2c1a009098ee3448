using System.Collections;

namespace NcloudServer.Actions;

/// <summary>A call of any action of the platform.</summary>
internal sealed record ApiCall
{
    /// <summary>The service that the module's own cmdlets call.</summary>
    public const string ServerService = "vserver";

    private const string Region = "regionCode";
    private const string Format = "responseFormatType";

    // The names that the module itself gives a meaning to: in any case, so that no call goes to a region that was not meant.
    private static readonly string[] s_ownNames = [Region, Format, "pageNo", "pageSize"];

    private ApiCall(string action, string path, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        Action = action;
        Path = path;
        Parameters = parameters;
    }

    /// <summary>The action's name.</summary>
    public string Action { get; }

    /// <summary>The path behind the gateway's root.</summary>
    public string Path { get; }

    /// <summary>The service in the path; null where the path has another shape.</summary>
    public string? Service { get; private init; }

    /// <summary>The method of a request to a REST service; null for an action.</summary>
    public HttpMethod? Method { get; private init; }

    /// <summary>The body of such a request; null for none.</summary>
    public JsonBody? Body { get; private init; }

    /// <summary>The parameters by the names that the request carries, without a region and a format that were not given.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; private init; }

    /// <summary>All single values that are sent, by their names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values => Body is null ? Parameters : [.. Parameters, .. Body.Values];

    /// <summary>Whether something is changed: by all methods but GET, and by all actions whose names do not begin with <c>get</c>.</summary>
    public bool IsChange => Method is null ? !IsReading(Action) : Method != HttpMethod.Get;

    /// <summary>Whether the call takes the region that is used where none is given.</summary>
    public bool TakesDefaultRegion => Service is not null && Action != "getRegionList" && Find(Region) is null;

    /// <summary>A call of an action by its name.</summary>
    /// <param name="service">The part of the path before <c>v2</c>.</param>
    /// <param name="action">The action. One that the module knows may be written in any case.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="regionCode">The region that was given beside the parameters; null for none.</param>
    /// <param name="unwrap">Takes a value out of what its host language has put around it.</param>
    /// <exception cref="NcpParameterException">A parameter can't be sent.</exception>
    public static ApiCall Of(
        string service, string action, IDictionary parameters, string? regionCode, Func<object, object?> unwrap)
    {
        string name = KnownActions.Spell(service, action);
        return new ApiCall(name, $"/{service}/v2/{name}", Write(parameters, regionCode, unwrap)) { Service = service };
    }

    /// <summary>A call by its whole path, whose last part is taken for the action.</summary>
    /// <inheritdoc cref="Of"/>
    public static ApiCall At(string path, IDictionary parameters, string? regionCode, Func<object, object?> unwrap) =>
        new(path.Substring(path.LastIndexOf('/') + 1), path, Write(parameters, regionCode, unwrap));

    /// <summary>A request to a REST service.</summary>
    /// <param name="method">The method's name, in any case.</param>
    /// <param name="path">The path behind the root of the service's host.</param>
    /// <param name="parameters">The query.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="regionCode">The region that was given beside the parameters; null for none.</param>
    /// <param name="unwrap">Takes a value out of what its host language has put around it.</param>
    /// <exception cref="NcpParameterException">A parameter can't be sent, or the method has no body.</exception>
    public static ApiCall Rest(
        string method, string path, IDictionary parameters, JsonBody? body, string? regionCode, Func<object, object?> unwrap)
    {
        string name = method.ToUpperInvariant();
        var call = new ApiCall($"{name} {path}", path, Write(parameters, regionCode, unwrap)) { Method = new HttpMethod(name), Body = body };
        return call.IsChange || body is null
            ? call
            : throw new NcpParameterException("Body", "A GET request has no body.", "Give what is asked for in -Parameter.");
    }

    /// <summary>Whether an action only reads.</summary>
    public static bool IsReading(string action) =>
        action.Length > 3 && action.StartsWith("get", StringComparison.Ordinal) && char.IsUpper(action[3]);

    /// <summary>The value of a parameter; null where it is not given.</summary>
    public string? Find(string name) =>
        Parameters.Where(parameter => parameter.Key == name).Select(parameter => parameter.Value).FirstOrDefault();

    /// <summary>The same call in a region.</summary>
    public ApiCall InRegion(string? regionCode) =>
        string.IsNullOrEmpty(regionCode) ? this : this with { Parameters = [new(Region, regionCode!), .. Parameters] };

    /// <summary>The names and texts of a request for one page.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ForPage(int? pageNo, int? pageSize)
    {
        var all = new List<KeyValuePair<string, string>>(Parameters);
        if (Method is null && Find(Format) is null)
        {
            all.Insert(0, new(Format, "json"));
        }

        if (pageNo is { } page && pageSize is { } size)
        {
            all.RemoveAll(parameter => parameter.Key == "pageSize");
            all.Add(new("pageNo", ParameterText.Of(page)!));
            all.Add(new("pageSize", ParameterText.Of(size)!));
        }

        return all;
    }

    private static List<KeyValuePair<string, string>> Write(IDictionary parameters, string? regionCode, Func<object, object?> unwrap)
    {
        List<KeyValuePair<string, string>> written = ParameterWriter.Write(parameters, unwrap)
            .Select(parameter => new KeyValuePair<string, string>(
                s_ownNames.FirstOrDefault(own => own.Equals(parameter.Key, StringComparison.OrdinalIgnoreCase)) ?? parameter.Key,
                parameter.Value))
            .ToList();
        bool HasParts(string name) => written.Any(parameter => parameter.Key.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase));
        if (s_ownNames.FirstOrDefault(HasParts) is { } several)
        {
            throw new NcpParameterException(several, $"The parameter {several} has more than one value.", "Make a call for each value.");
        }

        if (written.GroupBy(parameter => parameter.Key, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new NcpParameterException(twice.Key, $"The parameter {twice.Key} is given twice.", "Give it once.");
        }

        int position = written.FindIndex(parameter => parameter.Key == Region);
        string inside = position < 0 ? string.Empty : written[position].Value.Trim();
        if (position >= 0)
        {
            written[position] = new(Region, inside);
        }

        if (inside.Length == 0)
        {
            // Sent as it is, a blank one, as from an empty cell of a table, would select the service's first region.
            written.RemoveAll(parameter => parameter.Key == Region);
            written.InsertRange(0, regionCode is null ? [] : [new(Region, regionCode)]);
        }
        else if (regionCode is not null && inside != regionCode)
        {
            throw new NcpParameterException(
                Region, $"Two regions are given: {regionCode} in -RegionCode, {inside} in -Parameter.", "Give one of them.");
        }

        return written;
    }
}
