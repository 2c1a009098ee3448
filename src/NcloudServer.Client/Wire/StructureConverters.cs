using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NcloudServer.Wire;

/// <summary>Reads what is not a scalar; an absent value can come as null or <c>""</c> here too.</summary>
internal abstract class StructureConverter<T> : JsonConverter<T>
{
    public override bool HandleNull => true;

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Requests travel in the query; nothing is written as JSON.");

    /// <summary>Reads the two texts of an object with two known members; null where there is no object.</summary>
    private protected static (string First, string Second)? Pair(ref Utf8JsonReader reader, string first, string second)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            string text = JsonText.Read(ref reader);
            return text.Length == 0 ? null : (text, string.Empty);
        }

        (string First, string Second) pair = (string.Empty, string.Empty);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            bool isFirst = reader.ValueTextEquals(first);
            bool isSecond = !isFirst && reader.ValueTextEquals(second);
            reader.Read();
            string text = JsonText.Read(ref reader);
            pair = isFirst ? (text, pair.Second) : isSecond ? (pair.First, text) : pair;
        }

        return pair;
    }
}

internal sealed class CodeNameConverter : StructureConverter<CodeName?>
{
    public override CodeName? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Pair(ref reader, "code", "codeName") is { First.Length: > 0 } pair ? new CodeName(pair.First, pair.Second) : null;
}

internal abstract class ListConverter<T> : StructureConverter<IReadOnlyList<T>>
{
    public sealed override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return [];
        }

        List<T>? items = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            (items ??= new List<T>(1)).Add(ReadItem(ref reader));
        }

        return items is null ? [] : items;
    }

    private protected abstract T ReadItem(ref Utf8JsonReader reader);
}

internal sealed class TextListConverter : ListConverter<string>
{
    private protected override string ReadItem(ref Utf8JsonReader reader) => JsonText.Read(ref reader);
}

internal sealed class PartitionListConverter : ListConverter<BlockDevicePartition>
{
    private protected override BlockDevicePartition ReadItem(ref Utf8JsonReader reader)
    {
        (string mountPoint, string partitionSize) = Pair(ref reader, "mountPoint", "partitionSize") ?? (string.Empty, string.Empty);
        return new BlockDevicePartition { MountPoint = mountPoint, PartitionSize = partitionSize };
    }
}

internal sealed class ValueListConverter : ListConverter<object?>
{
    private protected override object? ReadItem(ref Utf8JsonReader reader) => ValueConverter.ReadValue(ref reader);
}

/// <summary>
/// Reads a value of unknown shape into dictionaries, lists, texts and booleans. Numbers stay texts and a text that says
/// true or false is a boolean, because XML knows no types and both formats have to give the same.
/// </summary>
internal sealed class ValueConverter : StructureConverter<object?>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    internal static object? ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    string name = reader.GetString()!;
                    reader.Read();
                    members[name] = ReadValue(ref reader);
                }

                return members;
            case JsonTokenType.StartArray:
                var items = new List<object?>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref reader));
                }

                return items;
            default:
                string text = JsonText.Read(ref reader);
                return text switch { "true" => true, "false" => false, _ => text };
        }
    }
}
