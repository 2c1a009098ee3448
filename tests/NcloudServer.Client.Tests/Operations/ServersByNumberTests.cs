using System.Linq;
using NcloudServer.Operations;
using Xunit;

namespace NcloudServer.Tests.Operations;

public sealed class ServersByNumberTests
{
    [Fact]
    public void A_server_is_found_however_many_zeros_lead_its_number() => Assert.Equal(
        ["7", "70", "0"],
        ServersByNumber.From([Named("007", "a"), Named("70", "b"), Named("000", "c")]).Keys);

    [Fact]
    public void Of_two_servers_with_one_number_the_first_one_counts() =>
        Assert.Equal(["first"], ServersByNumber.From([Named("7", "first"), Named("07", "second")]).Values.Select(server => server.ServerName));

    private static ServerInstance Named(string number, string name) => new() { ServerInstanceNo = number, ServerName = name };
}
