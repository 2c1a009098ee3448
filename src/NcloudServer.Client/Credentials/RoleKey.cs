using System;
using System.Text.Json.Serialization;
using NcloudServer.Wire;

namespace NcloudServer.Credentials;

/// <summary>The key of the server's role, as the metadata address sends it.</summary>
internal sealed class RoleKey
{
    /// <summary>Success, or why there is no key; then <see cref="Message"/> tells more.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string Code { get; set; } = string.Empty;

    [JsonConverter(typeof(TextConverter))]
    public string Message { get; set; } = string.Empty;

    public string? AccessKeyId { get; set; }

    public string? SecretAccessKey { get; set; }

    /// <summary>Null where it is missing, or no date: the key is good all the same, until the service rejects it.</summary>
    [JsonConverter(typeof(DateConverter))]
    public DateTimeOffset? Expiration { get; set; }
}

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(RoleKey))]
internal sealed partial class RoleContext : JsonSerializerContext;
