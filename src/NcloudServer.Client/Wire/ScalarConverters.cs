using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NcloudServer.Wire;

/// <summary>
/// Reads a scalar whatever token it came as: numbers come as texts, texts as numbers, absent values as <c>""</c>, <c>" "</c> or null.
/// What can't be read as its type is the type's default: one odd field must not cost the server it belongs to.
/// </summary>
internal abstract class ScalarConverter<T> : JsonConverter<T>
{
    public override bool HandleNull => true;

    public sealed override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FromText(JsonText.Read(ref reader));

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Requests travel in the query; nothing is written as JSON.");

    protected abstract T? FromText(string text);
}

internal sealed class TextConverter : ScalarConverter<string>
{
    protected override string FromText(string text) => text;
}

internal sealed class Int32Converter : ScalarConverter<int>
{
    protected override int FromText(string text) =>
        int.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out int value) ? value : 0;
}

/// <summary>Reads a number whose absence says something else than 0.</summary>
internal sealed class CountConverter : ScalarConverter<int?>
{
    protected override int? FromText(string text) =>
        int.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out int value) ? value : null;
}

internal sealed class Int64Converter : ScalarConverter<long>
{
    protected override long FromText(string text) =>
        long.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out long value) ? value : 0;
}

internal sealed class BooleanConverter : ScalarConverter<bool>
{
    protected override bool FromText(string text) =>
        text.Equals("true", StringComparison.OrdinalIgnoreCase) || text is "1" or "Y" or "y";
}

/// <summary>Dates end in <c>+0900</c>, without the colon that the serializer's own reading asks for.</summary>
internal sealed class DateConverter : ScalarConverter<DateTimeOffset?>
{
    protected override DateTimeOffset? FromText(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset value)
            ? value
            : null;
}
