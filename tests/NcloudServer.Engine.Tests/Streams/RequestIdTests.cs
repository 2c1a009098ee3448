using System.Text.RegularExpressions;
using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Streams;

/// <summary>The id that NAVER's support asks for.</summary>
public sealed class RequestIdTests(ModuleSession session) : EngineTest(session)
{
    private const string Id = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_change_shows_it_on_Verbose_once_for_each_request(bool isXml)
    {
        Service.Policies = new Policies { XmlEvenIfJsonAsked = isXml };

        Result result = Run("1000001..1000003 | Stop-NcpServerInstance -BatchSize 2 -ThrottleLimit 1 -Verbose");

        Assert.Equal(2, result.Verbose.Where(text => Regex.IsMatch(
            text, $"^The request id of stopServerInstances is {Id}\\.$")).Distinct().Count());
    }

    [Fact]
    public void A_change_shows_it_also_if_its_response_comes_while_the_one_before_is_written()
    {
        Result result = Run(
            """
            1000001..1000003 | Stop-NcpServerInstance -BatchSize 2 -ThrottleLimit 1 -Verbose | ForEach-Object {
                for ($i = 0; $i -lt 2000 -and ($log.Requests.Count -lt 2 -or $log.InFlight -gt 0); $i++) { [Threading.Thread]::Sleep(1) }
                [Threading.Thread]::Sleep(300)
            }
            """,
            ("log", Service.Log));

        Assert.Equal(2, result.Verbose.Count(text => Regex.IsMatch(text, $"^The request id of stopServerInstances is {Id}\\.$")));
    }
}
