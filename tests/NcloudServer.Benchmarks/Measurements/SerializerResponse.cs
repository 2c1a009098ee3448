using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NcloudServer.Benchmarks.Measurements;

/// <summary>A list of servers as the serializer reads it.</summary>
internal sealed class SerializerResponse
{
    public SerializerList? GetServerInstanceListResponse { get; set; }
}

internal sealed class SerializerList
{
    public int TotalRows { get; set; }

    public IReadOnlyList<ServerInstance>? ServerInstanceList { get; set; }
}

internal sealed class TextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : string.Empty;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => throw new NotSupportedException();
}

internal sealed class DateConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? date
            : null;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) => throw new NotSupportedException();
}

internal sealed class PairConverter : JsonConverter<CodeName>
{
    public override CodeName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (string code, string name) = (string.Empty, string.Empty);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            bool isCode = reader.ValueTextEquals("code"u8);
            reader.Read();
            (code, name) = isCode ? (reader.GetString()!, name) : (code, reader.GetString()!);
        }

        return new CodeName(code, name);
    }

    public override void Write(Utf8JsonWriter writer, CodeName value, JsonSerializerOptions options) => throw new NotSupportedException();
}
