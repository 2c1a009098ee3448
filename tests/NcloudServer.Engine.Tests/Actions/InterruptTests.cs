using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

public sealed class InterruptTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void One_number_a_request_is_sent_and_every_server_comes_back()
    {
        Result result = Run("1000001..1000010 | Invoke-NcpServerInterrupt -Force");

        Assert.Empty(result.Errors);
        Assert.All(result.Output, server => Assert.Equal("NcloudServer.ServerInstance", server.BaseObject.GetType().FullName));
        Assert.Equal(Expected.Numbers(1000001, 10), result.Numbers);
        Assert.Equal(Expected.Numbers(1000001, 10), Requests().Select(request => Assert.Single(request.Numbers)).Order());
        Assert.All(Requests(), request => Assert.Equal(("interruptServerInstance", true), (request.Action, request.SignatureValid)));
        Assert.All(Requests(), request => Assert.Matches(@"[?&]serverInstanceNo=\d+(&|$)", request.RawTarget));
        Assert.All(Expected.Numbers(1000001, 10), number => Assert.Equal(1, Service.Fleet.Find(number)?.InterruptCount));
    }

    /// <remarks>Page: compute-vserver-server-interruptserverinstance.</remarks>
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void It_succeeds_where_JSON_is_refused_and_where_JSON_comes_all_the_same(bool isXmlOnly, bool isJsonAnyway)
    {
        Service.Policies = new Policies { InterruptXmlOnly = isXmlOnly, JsonEvenIfXmlAsked = isJsonAnyway };

        Result result = Run("1000001..1000003 | Invoke-NcpServerInterrupt -Force");

        Assert.Empty(result.Errors);
        Assert.Equal(["web-0001", "app-0002", "db-0003"], result.Values("ServerName"));
    }

    [Fact]
    public void A_server_that_is_refused_is_an_error_in_its_place_and_the_others_are_interrupted()
    {
        Service.Fleet.Set(new ServerSettings { Number = "1000002", Status = "NSTOP" });

        Result result = Run(
            "1000001, 1000002, 1999999, 1000003 | Invoke-NcpServerInterrupt -Force -ErrorVariable problems 2>&1; $problems");

        Assert.Equal(["1000001", "1000002", "1999999", "1000003"], result.Subjects.Take(4));
        Assert.Equal(
            ["NcpServerInstanceStateInvalid,NcloudServer.Commands.InvokeNcpServerInterruptCommand",
            "NcpServerInstanceNotFound,NcloudServer.Commands.InvokeNcpServerInterruptCommand"],
            result.Output.Skip(4).Select(error => error.Properties["FullyQualifiedErrorId"].Value));
    }

    [Fact]
    public void Which_servers_can_be_interrupted_is_left_to_the_service_and_its_answer_is_quoted()
    {
        Service.Policies.InterruptRule = InterruptRule.WindowsOnly;

        Result result = Run("1000004, 1000006 | Invoke-NcpServerInterrupt -Force");

        Assert.Equal(["1000006"], result.Numbers);
        Assert.Equal(["NcpRequestRefused"], result.ErrorIds);
        Assert.Matches("1100007.*does not support interrupts", result.Errors[0].ToString());
    }

    [Fact]
    public void The_Windows_servers_of_a_list_can_be_interrupted_alone()
    {
        Result result = Run(
            """
            Get-NcpServerInstance -ServerName 'web-000*' | Where-Object { $_.PlatformType.Code -like 'WND*' } |
                Invoke-NcpServerInterrupt -Force
            """);

        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
        Assert.Equal(["web-0006"], result.Values("ServerName"));
    }
}
