using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NcloudServer.Wire;

/// <summary>Reads the outermost object by the names of its properties, so that a new action needs no change here.</summary>
internal sealed class EnvelopeConverter : JsonConverter<Envelope>
{
    // After the action's name, as in stopServerInstancesResponse.
    private const string BodySuffix = "Response";

    public override Envelope Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The response is not an object.");
        }

        var envelope = new Envelope();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            reader.Read();
            ReadProperty(name, envelope, ref reader, options);
        }

        return envelope;
    }

    public override void Write(Utf8JsonWriter writer, Envelope value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Requests travel in the query; nothing is written as JSON.");

    private static void ReadProperty(string name, Envelope envelope, ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        switch (name)
        {
            case "responseError":
                envelope.ServiceError = Value<ErrorBody>(ref reader, options);
                break;
            case "error":
                envelope.GatewayError = Value<ErrorBody>(ref reader, options);
                break;
            case var _ when name.EndsWith(BodySuffix, StringComparison.Ordinal):
                envelope.Body = Value<ResponseBody>(ref reader, options) ?? envelope.Body;
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static T? Value<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
        where T : class =>
        reader.TokenType == JsonTokenType.Null
            ? null
            : ((JsonConverter<T>)options.GetConverter(typeof(T))).Read(ref reader, typeof(T), options);
}
