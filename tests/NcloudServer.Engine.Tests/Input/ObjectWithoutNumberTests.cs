namespace NcloudServer.EngineTests.Input;

/// <summary>An object that has no number: the error says what it has instead, and how the number can be taken.</summary>
public sealed class ObjectWithoutNumberTests(ModuleSession session) : EngineTest(session)
{
    private const string Envelope = "[pscustomobject]@{ getServerInstanceListResponse = [pscustomobject]@{ totalRows = 1; "
        + "serverInstanceList = @([pscustomobject]@{ serverInstanceNo = '1000001' }) } }";

    public static TheoryData<string, string, string> Objects { get; } = new()
    {
        {
            "[pscustomobject]@{ '인스턴스 ID' = '1000001'; '서버 이름' = 'web' }",
            "This object has no property ServerInstanceNo; it has 인스턴스 ID, 서버 이름.",
            "use -ServerInstanceNo { $_.'인스턴스 ID' }."
        },
        {
            "[pscustomobject]@{ Cpu = 4; Name = 'web'; InstanceNo = '1000001' }",
            "This object has no property ServerInstanceNo; it has Cpu, Name, InstanceNo.",
            "use -ServerInstanceNo { $_.InstanceNo }."
        },
        {
            "[pscustomobject]@{ 'ServerInstanceNo;Name' = '1000001;web' }",
            "it has ServerInstanceNo;Name.",
            "wrong delimiter: use Import-Csv -Delimiter ';'."
        },
        {
            "@{ ServerInstanceNo = '1000001' }",
            "This is a hashtable, not an object with a property ServerInstanceNo; its keys are ServerInstanceNo.",
            "Put ForEach-Object { [pscustomobject]$_ } before this command."
        },
        {
            "[pscustomobject]@{ Name = 'running'; Count = 1; Group = @(Get-NcpServerInstance 1000001) }",
            "it has Name, Count, Group.",
            "put Select-Object -ExpandProperty Group before this command."
        },
        {
            Envelope,
            "it has getServerInstanceListResponse.",
            "put ForEach-Object { $_.getServerInstanceListResponse.serverInstanceList } before this command."
        },
        {
            "[IO.FileInfo]'servers.txt'", "This object has no property ServerInstanceNo; it has ", "Pipe servers, or objects with a property"
        },
        {
            "[pscustomobject]@{ ServerInstanceNo = $null; Name = 'web' }", "The property ServerInstanceNo of this object is empty.", "Pipe servers"
        },
        {
            "[pscustomobject]@{ ServerInstanceNo = @(); Name = 'web' }", "The property ServerInstanceNo of this object is empty.", "Pipe servers"
        },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_error_says_what_it_has_and_how_its_number_is_taken(string source, string text, string advice)
    {
        foreach (string command in new[] { "Stop-NcpServerInstance", "Invoke-NcpServerInterrupt -Force", "Get-NcpServerInstance" })
        {
            foreach (string script in new[] { $"$object | {command}", $"{command} @($object)", $"{command} $object" })
            {
                Result result = Run($"$object = {source}; $clear.Invoke(); {script}", ("clear", (Action)Service.Log.Clear));

                string id = Assert.Single(result.ErrorIds);
                Assert.Equal("NcpInvalidServerInstanceNo", id);
                Assert.Contains(text, result.Errors[0].ToString());
                Assert.Contains(advice, result.Errors[0].ErrorDetails.RecommendedAction);
                Assert.Empty(Requests());
            }
        }
    }

    [Theory]
    [InlineData("[pscustomobject]@{ '인스턴스 ID' = '1000001' } | Stop-NcpServerInstance -ServerInstanceNo { $_.'인스턴스 ID' }")]
    [InlineData("@{ ServerInstanceNo = '1000001' } | Stop-NcpServerInstance -ServerInstanceNo { $_.ServerInstanceNo }")]
    [InlineData(Envelope + " | ForEach-Object { $_.getServerInstanceListResponse.serverInstanceList } | Stop-NcpServerInstance")]
    [InlineData("[pscustomobject]@{ Number = 1000001; Name = 'web' } | Stop-NcpServerInstance")]
    [InlineData("Stop-NcpServerInstance ([pscustomobject]@{ Number = '1000001'; Name = 'web' })")]
    public void What_the_error_proposes_works_and_so_does_a_property_Number(string script)
    {
        Result result = Run(script);

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001"], result.Numbers);
    }

    [Fact]
    public void An_object_with_many_properties_does_not_fill_the_screen()
    {
        Result result = Run("$row = [ordered]@{}; 1..60 | ForEach-Object { $row[\"Column$_\"] = 'x' * 200 }; [pscustomobject]$row | Stop-NcpServerInstance");

        string text = Assert.Single(result.Errors).ToString();
        Assert.EndsWith("it has Column1, Column2, Column3, Column4, Column5, Column6, Column7, Column8, ….", text);
        Assert.True(text.Length < 350, text);
    }
}
