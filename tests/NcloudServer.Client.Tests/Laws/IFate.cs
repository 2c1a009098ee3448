namespace NcloudServer.Tests.Laws;

/// <summary>Decides what happens, and how the service answers.</summary>
internal interface IFate
{
    /// <summary>What happens before the request is carried out.</summary>
    Happening Before(SeenRequest request, ModelFleet fleet);

    /// <summary>What comes of the request.</summary>
    Fault Of(SeenRequest request);

    /// <summary>Whether a response does not name a server, where it leaves out some.</summary>
    /// <param name="index">The place of the server among those that it could name.</param>
    bool LeavesOut(int index);

    /// <summary>The request has been carried out.</summary>
    /// <param name="request">What came of it.</param>
    /// <param name="fingerprint">All that has come until now.</param>
    void After(SeenRequest request, ulong fingerprint);

    /// <summary>Whether all that will follow is known.</summary>
    bool IsKnown { get; }
}
