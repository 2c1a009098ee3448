using NcloudServer.Http;

namespace NcloudServer.Credentials;

/// <summary>
/// What a source has: a key, or certainly nothing. Only in the second case the next source is asked: a key that is there and can't be used
/// is an error, since another source may have that of another account.
/// </summary>
/// <param name="Key">The key; null for nothing.</param>
/// <param name="Absence">How it is known that there is nothing, in a few words.</param>
internal sealed record KeySearchResult(AccessKey? Key, string Absence = "");
