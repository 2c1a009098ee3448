using System.Text;

namespace NcloudServer.Wire;

/// <summary>What a response has to look like.</summary>
internal enum ResponseForm
{
    /// <summary>It has the envelope of the actions, as <c>getRegionListResponse</c>.</summary>
    Envelope,

    /// <summary>It has the envelope, or is what would be in it.</summary>
    EnvelopeOrNot,

    /// <summary>A REST service's: any JSON, or nothing at all.</summary>
    Rest,
}

/// <summary>
/// A response, read by the names of its properties, so that a new action needs no change here. What it does not have is null: that is
/// neither an empty list nor a total of 0.
/// </summary>
internal sealed class ResponseBody : IDisposable
{
    // After the action's name, as in stopServerInstancesResponse.
    private const string EnvelopeSuffix = "Response";

    private readonly JsonDocument _document;
    private ListField<ServerInstance>? _servers;

    /// <exception cref="JsonException">It has something else in an envelope.</exception>
    public ResponseBody(JsonDocument document, ResponseForm form)
    {
        _document = document;
        bool isStrict = form == ResponseForm.Envelope;
        Fields = isStrict ? default : Root;
        if (Root.ValueKind != JsonValueKind.Object)
            return;

        ErrorBody? gateways = null, services = null;
        foreach (JsonProperty property in Root.EnumerateObject())
        {
            bool isGateways = property.NameEquals("error"), isServices = property.NameEquals("responseError");
            bool isBody = property.Name.EndsWith(EnvelopeSuffix, StringComparison.Ordinal);
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    gateways = isGateways ? ErrorBody.Of(property.Value, isEnveloped: true) : gateways;
                    services = isServices ? ErrorBody.Of(property.Value) : services;
                    (HasEnvelope, Fields) = isBody ? (true, property.Value) : (HasEnvelope, Fields);
                    break;
                case JsonValueKind.Null:
                    Fields = isBody && !HasEnvelope ? default : Fields;
                    break;
                case var _ when isStrict && (isGateways || isServices || isBody):
                    throw new JsonException("The response has an envelope that is not an object.");
            }
        }

        Error = gateways ?? services ?? (HasEnvelope && ReturnCode is not ("" or "0") ? ErrorBody.Of(Fields) : null);
    }

    public bool HasEnvelope { get; }

    /// <summary>The gateway's error or the service's own; null for a success.</summary>
    public ErrorBody? Error { get; }

    public JsonElement Root => _document.RootElement;

    /// <summary>Everything inside the envelope; where there may be none, and is none, the whole response.</summary>
    public JsonElement Fields { get; }

    public string RequestId => ResponseValue.Text(Fields, "requestId"u8);

    public string ReturnCode => ResponseValue.Text(Fields, "returnCode"u8);

    /// <summary>How many matches there are in all, not on this page alone; null where the response does not say.</summary>
    public int? TotalRows => ResponseValue.Count(ResponseValue.Text(Fields, "totalRows"u8));

    public ListField<ServerInstance> Servers => _servers ??= new(Fields, "serverInstanceList", ModelFields.Server);

    public void Dispose() => _document.Dispose();
}

/// <summary>A list that a response is about. Whether its absence means that there is nothing depends on the rest of the response.</summary>
internal sealed class ListField<T>
    where T : class, new()
{
    public ListField(JsonElement fields, string name, ItemFields<T> item)
    {
        JsonElement list = ResponseValue.Member(fields, Encoding.UTF8.GetBytes(name));
        // An absent list can come as null or as an empty text.
        bool isAbsent = list.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            || (list.ValueKind == JsonValueKind.String && list.ValueEquals(string.Empty));
        IsSomethingElse = !isAbsent && !ResponseValue.IsListOfObjects(list);
        Items = isAbsent || IsSomethingElse ? null : ResponseValue.List(list, item.Read);
    }

    /// <summary>Null where the list is absent, or something else stands in its place.</summary>
    public IReadOnlyList<T>? Items { get; }

    public bool IsSomethingElse { get; }
}
