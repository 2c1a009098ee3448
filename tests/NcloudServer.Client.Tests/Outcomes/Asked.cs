using System.Globalization;

namespace NcloudServer.Tests.Outcomes;

/// <summary>A request that has come to the scripted service.</summary>
/// <param name="Place">Its place among all requests, from 1.</param>
/// <param name="Time">When it came, in seconds.</param>
/// <param name="Address">Its address, as it was sent.</param>
internal sealed record Asked(int Place, double Time, Uri Address)
{
    private readonly Dictionary<string, string> _query = Address.Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The status of its answer; null where nobody listens.</summary>
    public int? Status { get; set; }

    public string Action => Address.Segments[^1];

    /// <summary>Whether it only reads.</summary>
    public bool IsLookUp => Action == "getServerInstanceList";

    public string? Region => _query.GetValueOrDefault("regionCode");

    public int? PageNo => Find("pageNo");

    public int? PageSize => Find("pageSize");

    /// <summary>The numbers that it names, in their order.</summary>
    public IReadOnlyList<string> Numbers => [.. _query.Where(pair => pair.Key.StartsWith("serverInstanceNo", StringComparison.Ordinal))
        .Select(pair => pair.Value)];

    public bool IsAbout(string number) => Numbers.Contains(number);

    public override string ToString() => $"{Time,7:0.00}  {Action} {Region} {string.Join(",", Numbers)}: {Status}";

    private int? Find(string name) => _query.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
