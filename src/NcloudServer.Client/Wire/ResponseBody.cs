using System.Text.Json;

namespace NcloudServer.Wire;

/// <summary>What every action answers with. What the reply does not have is null: that is neither an empty list nor a total of 0.</summary>
/// <param name="document">The whole reply.</param>
/// <param name="fields">What is inside its envelope; where there is none, the reply itself.</param>
internal sealed class ResponseBody(JsonDocument document, JsonElement fields) : IDisposable
{
    private ListField<ServerInstance>? _servers;
    private ListField<Region>? _regions;

    /// <summary>Whether it came in the envelope of the actions.</summary>
    public bool HasEnvelope { get; init; } = true;

    public string RequestId { get; } = ResponseValue.Text(fields, "requestId");

    public string ReturnCode { get; } = ResponseValue.Text(fields, "returnCode");

    public string ReturnMessage { get; } = ResponseValue.Text(fields, "returnMessage");

    /// <summary>How many matches there are in all, not on this page alone; null where the reply does not say.</summary>
    public int? TotalRows { get; } = ResponseValue.Count(ResponseValue.Text(fields, "totalRows"));

    public ListField<ServerInstance> Servers => _servers ??= new("servers", fields, "serverInstanceList", ModelFields.Server);

    public ListField<Region> Regions => _regions ??= new("regions", fields, "regionList", ModelFields.Region);

    /// <summary>The whole reply.</summary>
    public JsonElement Root => document.RootElement;

    /// <summary>Everything inside the envelope.</summary>
    public JsonElement Fields => fields;

    /// <summary>A success that says nothing.</summary>
    public static ResponseBody Nothing() => new(JsonDocument.Parse("null"), default) { HasEnvelope = false };

    public void Dispose() => document.Dispose();
}

/// <summary>A list that a reply is about. Whether its absence means that there is nothing depends on the rest of the reply.</summary>
internal sealed class ListField<T>
    where T : class, new()
{
    public ListField(string what, JsonElement fields, string name, ItemFields<T> item)
    {
        What = what;
        if (fields.ValueKind != JsonValueKind.Object || !fields.TryGetProperty(name, out JsonElement list))
        {
            return;
        }

        // An absent list can come as null or as an empty text.
        bool isAbsent = list.ValueKind == JsonValueKind.Null || (list.ValueKind == JsonValueKind.String && list.ValueEquals(string.Empty));
        IsSomethingElse = !isAbsent && !ResponseValue.IsListOfObjects(list);
        Items = isAbsent || IsSomethingElse ? null : ResponseValue.List(list, item.Read);
    }

    /// <summary>What is in it, for messages.</summary>
    public string What { get; }

    /// <summary>Null where the list is absent, or something else stands in its place.</summary>
    public IReadOnlyList<T>? Items { get; }

    /// <summary>Whether something that is no list of objects stands in its place.</summary>
    public bool IsSomethingElse { get; }
}
