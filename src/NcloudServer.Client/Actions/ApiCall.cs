using System.Collections;

namespace NcloudServer.Actions;

/// <summary>A call of any action: its path behind the gateway's root, and its parameters, without a region and a format that were not given.</summary>
internal sealed record ApiCall(string Action, string Path, IReadOnlyList<KeyValuePair<string, string>> Parameters)
{
    /// <summary>The service that the module's own cmdlets call.</summary>
    public const string ServerService = "vserver";

    public const string Format = "responseFormatType";

    private const string Region = "regionCode";

    // The names that the module itself gives a meaning to: in any case, so that no call goes to a region that was not meant.
    private static readonly string[] s_ownNames = [Region, Format, "pageNo", "pageSize"];

    /// <summary>The service in the path; null where the path has another shape.</summary>
    public string? Service { get; private init; }

    /// <summary>The method of a request to a REST service; null for an action.</summary>
    public HttpMethod? Method { get; private init; }

    public JsonBody? Body { get; private init; }

    /// <summary>All single values that are sent, by their names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values => Body is null ? Parameters : [.. Parameters, .. Body.Values];

    /// <summary>Whether something is changed: by all methods but GET, and by all actions whose names do not begin with <c>get</c>.</summary>
    public bool IsChange => Method is null ? !IsReading(Action) : Method != HttpMethod.Get;

    /// <summary>Whether the call takes the region that is used where none is given.</summary>
    public bool TakesDefaultRegion => Service is not null && Action != "getRegionList" && Find(Region) is null;

    /// <summary>The most items that a page may have; null where that is not given.</summary>
    public int? PageSize => int.TryParse(Find("pageSize"), out int size) && size > 0 ? size : null;

    /// <summary>
    /// A call of an action by its name, which may be written in any case if the module knows it. A region may be given beside the parameters,
    /// else a server among them brings it; their values are taken out of what the host language has put around them.
    /// </summary>
    /// <exception cref="NcpParameterException">A parameter can't be sent.</exception>
    public static ApiCall Of(string service, string action, IDictionary parameters, string? regionCode, Func<object, object?> unwrap)
    {
        string name = KnownActions.Spell(service, action);
        var regions = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var call = new ApiCall(name, $"/{service}/v2/{name}", Write(parameters, regionCode, unwrap, regions)) { Service = service };
        return call.Find(Region) is not null ? call
            : regions.Count < 2 ? call.InRegion(regions.FirstOrDefault())
            : throw new NcpParameterException(
                Region, $"The servers are of several regions: {string.Join(", ", regions)}.", "Make a call for each region.");
    }

    /// <summary>A call by its whole path, whose last part is taken for the action, or a request to a REST service.</summary>
    /// <exception cref="NcpParameterException">A parameter can't be sent, or the method has no body.</exception>
    public static ApiCall At(
        string path, IDictionary parameters, string? regionCode, Func<object, object?> unwrap, string? method = null, JsonBody? body = null)
    {
        HttpMethod? verb = method is null ? null : new HttpMethod(method.ToUpperInvariant());
        string action = verb is null ? path.Substring(path.LastIndexOf('/') + 1) : $"{verb} {path}";
        var call = new ApiCall(action, path, Write(parameters, regionCode, unwrap, [])) { Method = verb, Body = body };
        return call.IsChange || body is null
            ? call
            : throw new NcpParameterException("Body", "A GET request has no body.", "Give what is asked for in -Parameter.");
    }

    public static bool IsReading(string action) =>
        action.Length > 3 && action.StartsWith("get", StringComparison.Ordinal) && char.IsUpper(action[3]);

    /// <summary>The value of a parameter; null where it is not given.</summary>
    public string? Find(string name) => Parameters.FirstOrDefault(parameter => parameter.Key == name).Value;

    public ApiCall InRegion(string? regionCode) =>
        string.IsNullOrEmpty(regionCode) ? this : this with { Parameters = [new(Region, regionCode!), .. Parameters] };

    private static List<KeyValuePair<string, string>> Write(
        IDictionary parameters, string? regionCode, Func<object, object?> unwrap, ICollection<string> regions)
    {
        string OwnName(string name) => s_ownNames.FirstOrDefault(own => own.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;
        List<KeyValuePair<string, string>> written =
            [.. ParameterWriter.Write(parameters, unwrap, regions).Select(given => new KeyValuePair<string, string>(OwnName(given.Key), given.Value))];
        bool HasParts(string name) => written.Any(parameter => parameter.Key.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase));
        if (s_ownNames.FirstOrDefault(HasParts) is { } several)
            throw new NcpParameterException(several, $"The parameter {several} has more than one value.", "Make a call for each value.");

        if (written.GroupBy(parameter => parameter.Key, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new NcpParameterException(twice.Key, $"The parameter {twice.Key} is given twice.", "Give it once.");

        int position = written.FindIndex(parameter => parameter.Key == Region);
        string inside = position < 0 ? string.Empty : written[position].Value.Trim();
        if (inside.Length == 0)
        {
            // Sent as it is, a blank one, as from an empty cell of a table, would select the service's first region.
            written.RemoveAll(parameter => parameter.Key == Region);
            return regionCode is null ? written : [new(Region, regionCode), .. written];
        }

        written[position] = new(Region, inside);
        return regionCode is null || inside == regionCode ? written : throw new NcpParameterException(
            Region, $"Two regions are given: {regionCode} in -RegionCode, {inside} in -Parameter.", "Give one of them.");
    }
}
