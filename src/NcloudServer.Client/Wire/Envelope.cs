using System.Text.Json;

namespace NcloudServer.Wire;

/// <summary>The outermost object of a response, read by the names of its properties, so that a new action needs no change here.</summary>
internal sealed class Envelope : IDisposable
{
    // After the action's name, as in stopServerInstancesResponse.
    private const string BodySuffix = "Response";

    private readonly JsonDocument _document;

    private Envelope(JsonDocument document, bool isStrict)
    {
        _document = document;
        ErrorBody? gateways = null, services = null;
        if (!isStrict && document.RootElement.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty property in document.RootElement.EnumerateObject())
        {
            bool isGateways = property.NameEquals("error");
            if (!isStrict && property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            {
                continue;
            }

            bool isError = isGateways || property.NameEquals("responseError");
            bool isBody = !isError && property.Name.EndsWith(BodySuffix, StringComparison.Ordinal);
            if ((!isError && !isBody) || property.Value.ValueKind == JsonValueKind.Null)
            {
                HasEmptyBody |= isBody;
                continue;
            }

            if (property.Value.ValueKind != JsonValueKind.Object)
            {
                throw new JsonException("The response has an envelope that is not an object.");
            }

            Body = isBody ? new ResponseBody(document, property.Value) : Body;
            gateways = isGateways ? new ErrorBody(property.Value, isEnveloped: true) : gateways;
            services = isError && !isGateways ? new ErrorBody(property.Value) : services;
        }

        Error = gateways ?? services ?? (Body is { ReturnCode: not ("" or "0") } ? new ErrorBody(Body.Fields) : null);
    }

    /// <summary>The body, whatever the action.</summary>
    public ResponseBody? Body { get; }

    /// <summary>The same; without an envelope, the whole response.</summary>
    public ResponseBody BodyOrWhole =>
        Body ?? new ResponseBody(_document, HasEmptyBody ? default : _document.RootElement) { HasEnvelope = HasEmptyBody };

    /// <summary>The error that the whole response is, as other services send it; null where it is none.</summary>
    public ErrorBody? ErrorOfWhole => _document.RootElement.ValueKind == JsonValueKind.Object
        && new ErrorBody(_document.RootElement) is { Text.Length: > 0 } error ? error : null;

    /// <summary>The gateway's error or the service's own.</summary>
    public ErrorBody? Error { get; }

    private bool HasEmptyBody { get; }

    /// <summary>Reads a response of either format, from its first visible character on.</summary>
    /// <param name="body">The response.</param>
    /// <param name="isStrict">Whether it can be nothing but an envelope.</param>
    /// <returns>Null where it is neither.</returns>
    /// <exception cref="JsonException">It is damaged, or has something else in an envelope.</exception>
    /// <exception cref="System.Xml.XmlException">It is damaged.</exception>
    public static Envelope? Read(ArraySegment<byte> body, bool isStrict)
    {
        JsonDocument? document = ResponseDocument.Parse(body);
        try
        {
            return document is null ? null : new Envelope(document, isStrict);
        }
        catch (JsonException)
        {
            document!.Dispose();
            throw;
        }
    }

    public void Dispose() => _document.Dispose();
}
