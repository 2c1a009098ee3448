using NcloudServer.Operations;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Operations;

/// <summary>What the errors about one server say where it depends on what is known.</summary>
public sealed class ServerFailuresTests : OneBatchTest
{
    [Theory]
    [InlineData(null, "There is no such server in the service's first region.")]
    [InlineData("JPN", "There is no such server in region JPN.")]
    public void What_is_not_found_is_told_with_the_region_that_was_asked(string? region, string expected) =>
        Assert.Equal(expected, Failure(new BatchOptions(), (_, _) => SeenServers(), region).Message);

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void An_operation_continues_after_the_time_is_over_only_where_one_was_begun(bool isBegun, bool continues)
    {
        BatchOptions options = StoppingWithin(seconds: 10, polling: 5) with { Action = isBegun ? ServerAction.Stop : null };

        NcpException failure = Failure(options, (target, _) => IsLookUp(target)
            ? Seen("RUN", "SHTDN")
            : AnsweringHandler.Servers("stopServerInstances", AnsweringHandler.Server("1", "RUN", "SHTDN")));

        Assert.Equal("The server is not stopped after 10 seconds; it was last seen RUN.", failure.Message);
        Assert.Equal(continues, failure.RecommendedAction.EndsWith("the operation continues.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_doubt_that_stays_says_that_the_state_can_not_be_read_and_why()
    {
        NcpException failure = Failure(Stop, (target, _) => IsLookUp(target) ? AnsweringHandler.Refusal(400, "4711") : Cut());

        Assert.StartsWith(
            "Stopping may have been carried out or not; the server's state could not be read. ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("4711", failure.Message, StringComparison.Ordinal);
        Assert.StartsWith("Look at the server's status", failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubt_about_an_interrupt_says_that_it_stays()
    {
        NcpException failure = Failure(new BatchOptions { Action = ServerAction.Interrupt }, (_, _) => Cut());

        Assert.StartsWith(
            "Interrupting may have been carried out or not; its effect can't be read back, so it was not repeated. ",
            failure.Message,
            StringComparison.Ordinal);
        Assert.Contains("event log", failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "-MaximumRetryCount")]
    [InlineData(true, "-WaitTimeoutSec")]
    public void A_server_that_stays_busy_is_told_with_what_allows_it_more_time(bool isAwaited, string expected)
    {
        BatchOptions options = isAwaited ? StoppingWithin(seconds: 10, polling: 5) : Stop;

        NcpException failure = Failure(options, (target, _) => IsLookUp(target) ? Seen("RUN", "CHNG") : AnsweringHandler.Refusal(400, "1"));

        Assert.Equal(NcpErrorId.NcpServerInstanceBusy, failure.Id);
        Assert.StartsWith(
            "Stopping is not possible yet: another operation is under way (operation CHNG, status RUN). The service refused the request",
            failure.Message,
            StringComparison.Ordinal);
        Assert.Contains(expected, failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubt_that_stays_says_how_the_server_was_seen() => Assert.StartsWith(
        "Stopping may have been carried out or not; the server was last seen LATER. ",
        Failure(Stop, (target, _) => IsLookUp(target) ? Seen("LATER") : Cut()).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(400, "1101003", NcpErrorId.NcpServerInstanceBusy)]
    [InlineData(500, "1000", NcpErrorId.NcpOutcomeUnknown)]
    public void An_error_has_the_id_by_which_the_service_knows_the_request_that_it_comes_from(int status, string code, NcpErrorId expected)
    {
        NcpException failure = Failure(Stop, (target, _) => IsLookUp(target)
            ? Seen("LATER", "CHNG")
            : AnsweringHandler.Response(status, $$$"""{"stopServerInstancesResponse":{"requestId":"R-1","returnCode":"{{{code}}}"}}"""));

        Assert.Equal((expected, "R-1"), (failure.Id, failure.RequestId));
    }

    [Fact]
    public void What_can_no_longer_be_watched_has_the_id_of_the_look_up()
    {
        NcpException failure = Failure(StoppingWithin(seconds: 600, polling: 5), (target, _) => IsLookUp(target)
            ? AnsweringHandler.Response(400, """{"getServerInstanceListResponse":{"requestId":"R-1","returnCode":"1"}}""")
            : AnsweringHandler.Servers("stopServerInstances", AnsweringHandler.Server("1", "RUN", "SHTDN")));

        Assert.Equal((NcpErrorId.NcpOutcomeUnknown, "R-1"), (failure.Id, failure.RequestId));
    }

    [Fact]
    public void What_a_response_announces_without_naming_it_was_accepted_with_it() => Assert.StartsWith(
        "The service accepted stopServerInstances, but its response does not name this server; the server was last seen RUN.",
        Failure(Stop, (target, _) => IsLookUp(target)
            ? Seen("RUN", "TERMT")
            : AnsweringHandler.Response(200, """{"stopServerInstancesResponse":{"returnCode":"0","totalRows":1}}""")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("web", true)]
    [InlineData("a-z-09", true)]
    [InlineData("123456789-123456789-123456789-", true)]
    [InlineData("123456789-123456789-123456789-1", false)]
    [InlineData("we", false)]
    [InlineData("Web", false)]
    [InlineData("web_1", false)]
    public void What_may_be_a_name_is_repeated_in_the_advice_how_to_find_it(string text, bool isName)
    {
        NumberFilter.Parse(text, out NcpException? failure);

        Assert.EndsWith(
            "Get-NcpServerInstance -ServerName" + (isName ? $" {text}." : "."), failure?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0.1", "-IpAddress 10.0.0.1.")]
    [InlineData("10.1", "-ServerName.")]
    [InlineData("010.0.0.1", "-ServerName.")]
    public void What_is_an_address_is_repeated_in_the_advice_how_to_find_it(string text, string expected)
    {
        NumberFilter.Parse(text, out NcpException? failure);

        Assert.EndsWith("Get-NcpServerInstance " + expected, failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_text_is_told_as_such()
    {
        NumberFilter.Parse(" ", out NcpException? failure);

        Assert.Equal("An empty text is not a server instance number.", failure?.Message);
    }

    private static BatchOptions Stop => new() { Action = ServerAction.Stop };

    private static HttpResponseMessage Cut() => AnsweringHandler.Response(504, string.Empty);

    private NcpException Failure(BatchOptions options, Func<string, int, HttpResponseMessage> answer, string? region = "KR") =>
        Assert.IsAssignableFrom<NcpException>(Run(options, retries: 3, ["1"], answer, region).Single().Failure);
}
