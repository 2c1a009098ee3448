using System;
using System.Collections.Generic;
using System.Linq;
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
    /// <summary>What stands for something that is not a list. It is under the reader.</summary>
    private protected virtual IReadOnlyList<T>? NoList(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return [];
    }

    public sealed override IReadOnlyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return NoList(ref reader);
        }

        List<T>? items = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                (items ??= new List<T>(1)).Add(ReadItem(ref reader, options));
            }
        }

        return items is null ? [] : items;
    }

    private protected abstract T ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options);
}

internal sealed class TextListConverter : ListConverter<string>
{
    private protected override string ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options) => JsonText.Read(ref reader);
}

internal sealed class PartitionListConverter : ListConverter<BlockDevicePartition>
{
    private protected override BlockDevicePartition ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        (string mountPoint, string partitionSize) = Pair(ref reader, "mountPoint", "partitionSize") ?? (string.Empty, string.Empty);
        return new BlockDevicePartition { MountPoint = mountPoint, PartitionSize = partitionSize };
    }
}

internal sealed class ValueListConverter : ListConverter<object?>
{
    private protected override object? ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        ValueConverter.ReadValue(ref reader);
}

/// <summary>Reads a list that a reply is about. Whether its absence means that there is nothing depends on the rest of the reply.</summary>
internal abstract class ObjectListConverter<T> : ListConverter<T>
    where T : class
{
    /// <summary>Stands for something that is not a list where one belongs.</summary>
    public static IReadOnlyList<T> NotAList { get; } = new List<T>();

    /// <summary>An absent list can come as null or as an empty text.</summary>
    private protected override IReadOnlyList<T>? NoList(ref Utf8JsonReader reader)
    {
        bool isAbsent = reader.TokenType == JsonTokenType.Null || (reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty);
        reader.Skip();
        return isAbsent ? null : NotAList;
    }

    private protected override T ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        ((JsonConverter<T>)options.GetConverter(typeof(T))).Read(ref reader, typeof(T), options)!;
}

internal sealed class RegionListConverter : ObjectListConverter<Region>;

internal sealed class ServerListConverter : ObjectListConverter<ServerInstance>
{
    private protected override ServerInstance ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        ServerInstance server = base.ReadItem(ref reader, options);
        if (server.AdditionalProperties.Count > 0)
        {
            // The serializer keeps a null of its own for fields that it does not know; everywhere else an absent value is empty.
            foreach (string name in server.AdditionalProperties.Where(field => field.Value is null).Select(field => field.Key).ToArray())
            {
                server.AdditionalProperties[name] = string.Empty;
            }
        }

        return server;
    }
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
