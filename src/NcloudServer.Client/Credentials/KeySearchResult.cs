using NcloudServer.Http;

namespace NcloudServer.Credentials;

/// <summary>
/// What a source has: a key, something that can't be used, or certainly nothing. Only in the last case the next source is asked: a
/// key that it has may belong to another account.
/// </summary>
internal sealed class KeySearchResult
{
    private KeySearchResult(AccessKey? key, NcpConfigurationException? failure, string absence)
    {
        Key = key;
        Failure = failure;
        Absence = absence;
    }

    public AccessKey? Key { get; }

    /// <summary>Why what is there can't be used.</summary>
    public NcpConfigurationException? Failure { get; }

    /// <summary>How it is known that there is nothing, in a few words.</summary>
    public string Absence { get; }

    public static KeySearchResult Found(AccessKey key) => new(key, failure: null, string.Empty);

    public static KeySearchResult Unusable(NcpConfigurationException failure) => new(key: null, failure, string.Empty);

    public static KeySearchResult Absent(string how) => new(key: null, failure: null, how);

    /// <summary>The result of a reading that throws where what is there can't be used, and gives null where nothing is.</summary>
    public static KeySearchResult Of(Func<AccessKey?> read, Func<string> absence)
    {
        try
        {
            return read() is { } key ? Found(key) : Absent(absence());
        }
        catch (NcpConfigurationException e)
        {
            return Unusable(e);
        }
    }
}
