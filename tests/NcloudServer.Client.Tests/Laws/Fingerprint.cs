namespace NcloudServer.Tests.Laws;

/// <summary>
/// A run until now in one number: what was answered and when, and what the service is like. Runs that agree in that go on alike.
/// </summary>
internal sealed class Fingerprint
{
    private const ulong Prime = 1099511628211;

    private ulong _value = 14695981039346656037;

    public void Add(Uri uri, double time, double duration, ModelResponse response) => _value = Hash(
        _value, FormattableString.Invariant($"{time} {uri.Query} {uri.AbsolutePath} {duration} {response.Status} {response.RetryAfter} {response.Body} {response.Exception?.Message}"));

    /// <summary>Together with what the service is like now.</summary>
    public ulong With(ModelFleet fleet, Troubles troubles)
    {
        ulong value = Hash(_value, troubles.ToString());
        foreach (var server in fleet.Servers)
        {
            value = Hash(value, server.ToString());
        }

        return value;
    }

    private static ulong Hash(ulong value, string text)
    {
        foreach (char c in text)
        {
            value = (value ^ c) * Prime;
        }

        return value;
    }
}
