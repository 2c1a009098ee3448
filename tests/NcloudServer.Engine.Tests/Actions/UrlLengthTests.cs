using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

public sealed class UrlLengthTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void A_URL_never_exceeds_8000_characters_and_wastes_few_of_them()
    {
        Result result = Run("1000001..1001000 | Stop-NcpServerInstance -BatchSize 1000 -RegionCode KR");

        Assert.Equal(Expected.Numbers(1000001, 1000), result.Numbers);
        Assert.All(Requests(), request => Assert.InRange(request.UrlLength, 1, 8000));
        // Only the last batch has nothing to fill it with.
        Assert.InRange(Requests().Count(request => request.UrlLength <= 7900), 0, 1);
    }

    [Fact]
    public void A_URL_never_exceeds_8000_characters_with_numbers_of_40_digits_not_even_to_look_them_up()
    {
        // The service leaves them out of its reply, so that they are asked for a second time.
        Service.Policies.UnknownNumbers = RefusalPolicy.LeaveOut;
        string[] numbers = Enumerable.Range(1, 300).Select(number => new string('9', 36) + $"{number:0000}").ToArray();

        Result result = Run("$numbers | Stop-NcpServerInstance -BatchSize 1000", ("numbers", numbers));

        Assert.Equal(numbers, result.Targets);
        Assert.NotEmpty(Requests("stopServerInstances"));
        Assert.NotEmpty(Requests("getServerInstanceList"));
        Assert.All(Requests(), request => Assert.InRange(request.UrlLength, 1, 8000));
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance", 413)]
    [InlineData("Stop-NcpServerInstance", 414)]
    [InlineData("Get-NcpServerInstance", 413)]
    [InlineData("Get-NcpServerInstance", 414)]
    public void A_request_that_is_too_long_for_the_gateway_is_sent_in_halves(string cmdlet, int status)
    {
        Service.Policies.MaximumUrlLength = 1200;
        Service.Policies.UrlTooLongStatus = status;

        Result result = Run($"1000001..1000100 | {cmdlet}");

        Assert.Empty(result.Errors);
        Assert.Equal(Expected.Numbers(1000001, 100), result.Numbers);
        Assert.Contains(Requests(), request => request.Status == status);
        Assert.Equal(
            Expected.Numbers(1000001, 100),
            Requests().Where(request => request.Status == 200).SelectMany(request => request.Numbers).Order());
    }
}
