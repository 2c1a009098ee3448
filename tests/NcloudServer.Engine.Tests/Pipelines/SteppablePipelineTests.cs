namespace NcloudServer.EngineTests.Pipelines;

/// <summary>A function that wraps a cmdlet drives it record by record.</summary>
public sealed class SteppablePipelineTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void A_batch_goes_out_when_it_is_full_and_the_rest_at_the_end()
    {
        Result result = Run(
            """
            $steps = { Stop-NcpServerInstance -BatchSize 2 }.GetSteppablePipeline()
            $steps.Begin($true)
            $steps.Process(1000001)
            $seen.Invoke(0)
            $steps.Process(1000002)
            $seen.Invoke(1)
            $steps.Process(1000003)
            $steps.End()
            $seen.Invoke(2)
            $steps.Dispose()
            """,
            ("seen", (Action<int>)(count => ModuleSession.WaitFor(() => Requests().Count == count))));

        Assert.Null(result.Thrown);
        Assert.Equal(["1000001", "1000002", "1000003"], result.Numbers);
        Assert.Equal([1, 2], Requests().Select(request => request.Numbers.Count).Order());
    }

    [Fact]
    public void Without_its_end_what_was_not_sent_is_never_sent()
    {
        Result result = Run(
            """
            $steps = { Stop-NcpServerInstance -BatchSize 2 }.GetSteppablePipeline()
            $steps.Begin($true)
            $steps.Process(1000001)
            $steps.Dispose()
            1000002 | Stop-NcpServerInstance
            """);

        Assert.Equal(["1000002"], result.Numbers);
        Assert.Equal(["1000002"], Requests().SelectMany(request => request.Numbers));
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance @PSBoundParameters")]
    [InlineData("Invoke-NcpServerInterrupt -Force @PSBoundParameters")]
    public void A_wrapper_passes_servers_and_errors_through(string command)
    {
        Result result = Run(
            $$"""
            function Invoke-Wrapper {
                [CmdletBinding()] param([Parameter(ValueFromPipeline)] $InputObject, [string] $RegionCode)
                begin {
                    $null = $PSBoundParameters.Remove('InputObject')
                    $steps = { {{command}} }.GetSteppablePipeline($MyInvocation.CommandOrigin)
                    $steps.Begin($PSCmdlet)
                }
                process { $steps.Process($InputObject) }
                end { $steps.End() }
            }

            1000001, 'abc', 1999999, 1000002 | Invoke-Wrapper -RegionCode KR
            """);

        Assert.Null(result.Thrown);
        Assert.Equal(["1000001", "1000002"], result.Numbers);
        Assert.Equal(["abc", "1999999"], result.Targets);
        Assert.Equal(["NcpInvalidServerInstanceNo", "NcpServerInstanceNotFound"], result.ErrorIds);
        Assert.All(Requests(), request => Assert.Equal("KR", request.RegionCode));
    }
}
