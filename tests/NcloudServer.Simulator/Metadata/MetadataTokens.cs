using System.Collections.Concurrent;
using System.Globalization;

namespace NcloudServer.Simulator;

/// <summary>The tokens of metadata version 2.</summary>
internal sealed class MetadataTokens(SimulatorSettings settings, SimulatorClock clock)
{
    public const string Header = "X-NCP-METADATA-TOKEN";
    public const string LifetimeHeader = "X-NCP-METADATA-TOKEN-TTL-SECONDS";

    private readonly ConcurrentDictionary<string, (DateTimeOffset End, int Generation)> tokens = new(StringComparer.Ordinal);

    /// <summary>A new token; null where the lifetime is missing or wrong.</summary>
    public string? Create(string? lifetime)
    {
        if (!int.TryParse(lifetime, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) || seconds == 0)
        {
            return null;
        }

        string token = Convert.ToBase64String(Guid.NewGuid().ToByteArray());
        tokens[token] = (clock.Now.AddSeconds(Math.Min(seconds, settings.Role.TokenSeconds)), settings.Role.TokenGeneration);
        return token;
    }

    public bool IsValid(string? token) =>
        token is not null && tokens.TryGetValue(token, out var known)
        && clock.Now < known.End && known.Generation == settings.Role.TokenGeneration;
}
