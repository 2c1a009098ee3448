using System.Globalization;
using System.Net;
using NcloudServer.Failures;

namespace NcloudServer.Credentials;

/// <summary>What came of a request to the metadata address.</summary>
/// <param name="Status">The status; 0 without a response.</param>
/// <param name="Text">The body; empty where it is far too long for an item.</param>
/// <param name="Failure">Why there is no response; null with one.</param>
internal sealed record MetadataAnswer(HttpStatusCode Status, string Text, NcpException? Failure = null)
{
    public bool IsOk => Status == HttpStatusCode.OK;

    /// <summary>Whether nothing is there: no connection could be made, as on any computer that is no server of the platform.</summary>
    public bool IsUnreachable => Failure is NcpConnectionException { Kind: not FailureKind.Indeterminate };

    /// <summary>Whether the next attempt may succeed. What took all of the time has no next one.</summary>
    public bool IsTransient => (int)Status >= 500
        || (Failure is { Kind: FailureKind.Indeterminate, Id: not NcpErrorId.NcpRequestTimeout });

    /// <summary>The status or the failure, in a few words.</summary>
    public string Why => Failure?.Message.TrimEnd('.') ?? $"HTTP {((int)Status).ToString(CultureInfo.InvariantCulture)}";
}
