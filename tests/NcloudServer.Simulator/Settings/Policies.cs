namespace NcloudServer.Simulator;

/// <summary>
/// One setting for each thing about the real API that nobody knows: a client has to come out right under every combination.
/// </summary>
public sealed record Policies
{
    public RefusalPolicy UnknownNumbers { get; set; }

    public AlreadyInStatePolicy AlreadyInState { get; set; }

    public RefusalPolicy WrongState { get; set; }

    public RefusalPolicy BusyServer { get; set; }

    public ActionEnd ActionEnd { get; set; }

    public InterruptRule InterruptRule { get; set; }

    public ResponseOrder ResponseOrder { get; set; }

    public NameMatch NameMatch { get; set; }

    public bool NameIgnoresCase { get; set; }

    /// <summary>Lists all servers, whatever the filters.</summary>
    public bool IgnoresFilters { get; set; }

    /// <summary>How much of an address the parameter ip has to match.</summary>
    public NameMatch AddressMatch { get; set; } = NameMatch.Whole;

    /// <summary>The most server numbers one call takes; 0 = no limit.</summary>
    public int MaximumNumbers { get; set; }

    /// <summary>What the gateway says of a call with more numbers; 0 leaves that to the service.</summary>
    public int TooManyNumbersStatus { get; set; }

    /// <summary>How many lists show a server as it was before an action on it.</summary>
    public int LaggingLists { get; set; }

    /// <summary>The most servers that a list without pages holds, whatever its totalRows says; 0 = no limit.</summary>
    public int MaximumRowsWithoutPage { get; set; }

    /// <summary>The most servers on a page, whatever the request asks for; 0 = no limit.</summary>
    public int MaximumPageSize { get; set; }

    /// <summary>A page begins where it would if those before it were as large as asked for, and not as MaximumPageSize makes them.</summary>
    public bool OffsetsFollowAskedSize { get; set; }

    /// <summary>Leading zeros of a number do not count, and the response names it without them.</summary>
    public bool NumbersAsIntegers { get; set; }

    /// <summary>The longest URL in characters, scheme and host included; 0 = no limit.</summary>
    public int MaximumUrlLength { get; set; }

    public int UrlTooLongStatus { get; set; } = 414;

    /// <summary>0 = no limit.</summary>
    public int RequestsPerSecond { get; set; }

    /// <summary>Sent as Retry-After with a 429; null leaves the header out.</summary>
    public int? RetryAfterSeconds { get; set; }

    /// <summary>Answers any action of any service that is not simulated with the parameters that it got, in place of a 404.</summary>
    public bool EchoOtherActions { get; set; }

    public bool XmlEvenIfJsonAsked { get; set; }

    public bool JsonEvenIfXmlAsked { get; set; }

    /// <summary>The interrupt refuses every format but XML, as the older pages of it say.</summary>
    public bool InterruptXmlOnly { get; set; }

    public UnknownRegion UnknownRegion { get; set; }

    /// <summary>A parameter whose value can't be is taken for one that was not given.</summary>
    public bool IgnoresOddValues { get; set; }

    /// <summary>The gateway does not mind how old a request is.</summary>
    public bool AcceptsAnyTime { get; set; }

    /// <summary>The gateway does not mind by which secret key a request is signed.</summary>
    public bool AcceptsAnySignature { get; set; }

    /// <summary>requestId, returnCode and returnMessage stand before the list, as on the pages.</summary>
    public bool EnvelopeFirst { get; set; }

    /// <summary>fabricClusterPoolNo and fabricClusterNo are numbers, as one page has it.</summary>
    public bool FabricNumbersAsNumbers { get; set; }

    public RestPageShape RestPageShape { get; set; }

    public RestErrorShape RestErrorShape { get; set; }

    /// <summary>What the REST service says of one that is not there.</summary>
    public int RestMissingStatus { get; set; } = 404;

    public bool GatewayErrorsAsXml { get; set; }
}
