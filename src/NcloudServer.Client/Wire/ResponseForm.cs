namespace NcloudServer.Wire;

/// <summary>What a response has to look like.</summary>
internal enum ResponseForm
{
    /// <summary>It has the envelope of the actions, as <c>getRegionListResponse</c>.</summary>
    Envelope,

    /// <summary>It has the envelope, or is what would be in it.</summary>
    EnvelopeOrNot,

    /// <summary>A REST service's: any JSON, or nothing at all.</summary>
    Rest,
}
