using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Listing;

/// <summary>The list of all servers, of which there are three.</summary>
public sealed class ContradictoryListTests : ContradictionTests
{
    public ContradictoryListTests(ModuleSession session)
        : base(session) => Fill(3);

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void It_is_an_invalid_response_and_not_fewer_servers(string contradiction)
    {
        Contradict(contradiction);

        Result result = Run("Get-NcpServerInstance -MaximumRetryCount 0");

        Assert.Empty(result.Output);
        Assert.Equal(
            Expected.ErrorId("NcpInvalidResponse", "GetNcpServerInstance"),
            result.Errors.Append(result.Thrown).OfType<ErrorRecord>().Single().FullyQualifiedErrorId);
    }

    [Fact]
    public void One_that_counts_none_and_has_none_is_a_list_without_servers()
    {
        Fill(0);

        Result result = Run("Get-NcpServerInstance");

        Assert.Empty(result.Output);
        Assert.Empty(result.Errors);
        Assert.Null(result.Thrown);
    }

    private void Fill(int servers)
    {
        Service.Fleet.Fill([RegionSeed.For("KR", servers, position: 0)]);
        Service.Fleet.Remove("1234567");
        Service.Fleet.Remove("2345678");
    }
}
