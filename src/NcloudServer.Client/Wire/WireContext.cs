using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace NcloudServer.Wire;

/// <summary>How replies become objects: compiled ahead, tolerant in every scalar.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(EnvelopeConverter),
        typeof(TextConverter),
        typeof(Int32Converter),
        typeof(CountConverter),
        typeof(Int64Converter),
        typeof(BooleanConverter),
        typeof(DateConverter),
        typeof(CodeNameConverter),
        typeof(TextListConverter),
        typeof(PartitionListConverter),
        typeof(ValueListConverter),
        typeof(ValueConverter),
        typeof(ServerListConverter),
        typeof(RegionListConverter),
    ])]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(ResponseBody))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(ServerInstance))]
[JsonSerializable(typeof(Region))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(IReadOnlyList<object?>))]
internal sealed partial class WireContext : JsonSerializerContext;
