namespace NcloudServer.EngineTests.Input;

/// <summary>In each of these ways, the numbers 1000001 and 1000002 reach a cmdlet.</summary>
public sealed class AcceptedNumbersTests(ModuleSession session) : EngineTest(session)
{
    public static TheoryData<string> Ways { get; } =
    [
        "'1000001', '1000002' | {0}",
        "1000001, 1000002 | {0}",
        "[long]1000001, [long]1000002 | {0}",
        "[decimal]1000001, [uint]1000002 | {0}",
        "[char[]]'ab' | ForEach-Object { 1000001 + ([int]$_ - 97) } | {0}",
        ", (1000001, 1000002) | {0}",
        ", [int[]](1000001, 1000002) | {0}",
        ", [Collections.Generic.List[string]]('1000001', '1000002') | {0}",
        "@(1000001), '1000002' | {0}",
        "{0} 1000001, '1000002'",
        "{0} -ServerInstanceNo 1000001, 1000002",
        "{0} ([pscustomobject]@{ ServerInstanceNo = 1000001 }), 1000002",
        "' 1000001', \"1000002`t \" | {0}",
        "'0001000001', '1000002' | {0}",
        // By property name.
        "[pscustomobject]@{ ServerInstanceNo = '1000001' }, [pscustomobject]@{ ServerInstanceNo = '1000002'; Name = 'web' } | {0}",
        "[pscustomobject]@{ ServerInstanceNo = '1000001', '1000002' } | {0}",
        "[pscustomobject]@{ ServerInstanceNo = 1000001 }, [pscustomobject]@{ ServerInstanceNo = [long]1000002 } | {0}",
        "[pscustomobject]@{ Number = 3; ServerInstanceNo = '1000001' }, [pscustomobject]@{ ServerInstanceNo = 1000002; Number = 4 } | {0}",
        // Rows, as from a CSV file: every column is text, and most are of no use here.
        "@{ Number = 1000001; Owner = 'kim' }, @{ Number = 1000002; Owner = 'lee' } | "
            + "ForEach-Object { [pscustomobject]@{ ServerInstanceNo = \"$($_.Number)\"; Owner = $_.Owner; RegionCode = '' } } | {0}",
        // Objects, as from JSON: whole numbers are of 64 bits, and values are nested.
        "1000001L, 1000002L | ForEach-Object { [pscustomobject]@{ "
            + "ServerInstanceNo = $_; RegionCode = $null; Tags = @('a'); Status = [pscustomobject]@{ Code = 'RUN' } } } | {0}",
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Stop_accepts_them_and_sends_one_request(string way)
    {
        Result result = Run(way.Replace("{0}", "Stop-NcpServerInstance"));

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001", "1000002"], result.Numbers);
        Assert.Equal(["1000001", "1000002"], Assert.Single(Requests()).Numbers);
        Assert.Equal(("stopServerInstances", true), (Requests()[0].Action, Requests()[0].SignatureValid));
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance @()")]
    [InlineData("@() | Stop-NcpServerInstance")]
    [InlineData(", @() | Stop-NcpServerInstance")]
    [InlineData("& { } | Stop-NcpServerInstance")]
    [InlineData("Invoke-NcpServerInterrupt @() -Force")]
    [InlineData("@() | Invoke-NcpServerInterrupt -Force")]
    [InlineData(", @() | Invoke-NcpServerInterrupt -Force")]
    [InlineData("& { } | Invoke-NcpServerInterrupt -Force")]
    public void No_number_at_all_sends_nothing_and_writes_nothing(string script)
    {
        Result result = Run(script);

        Assert.Null(result.Thrown);
        Assert.Empty(result.Output);
        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
        Assert.Empty(Requests());
    }
}
