using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Output;

/// <summary>Servers and regions on the console, as tables.</summary>
public sealed class TableTests(ModuleSession session) : EngineTest(session)
{
    private const string Table = """

              Number ServerName           Status        Zone   Type     PublicIp
              ------ ----------           ------        ----   ----     --------
             1000001 web-0001             shutting down KR-1   STAND
             1000003 a-name-that-is-long… shutting down KR-1   STAND    255.255.255.255
        123456789012 new                  shutting down KR-2   STAND


        """;

    [Fact]
    public void Servers_are_a_table_of_number_name_status_zone_type_and_address_in_the_narrowest_console()
    {
        Session.Console.Size.Width = 80;
        Service.Fleet.Set(new ServerSettings
        {
            Number = "1000003", Name = "a-name-that-is-longer-than-its-column", PublicIp = "255.255.255.255",
        });
        Service.Fleet.Set(new ServerSettings { Number = "123456789012", Name = "new", ZoneCode = "KR-2" });

        Session.Show("1000001, 1000003, 123456789012 | Stop-NcpServerInstance");

        Assert.Equal(Table.ReplaceLineEndings("\n").Split('\n'), Session.Console.Lines);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(120)]
    public void Two_servers_whose_names_of_30_characters_share_most_can_be_told_apart_in_a_console_of(int columns)
    {
        Session.Console.Size.Width = columns;
        Service.Fleet.Set(new ServerSettings { Number = "1000001", Name = "production-web-frontend-kr-001", PublicIp = "255.255.255.255" });
        Service.Fleet.Set(new ServerSettings { Number = "1000003", Name = "production-web-frontend-kr-002" });

        Session.Show("Get-NcpServerInstance 1000001, 1000003");

        Assert.Matches("^     1000001 production-web-frontend-kr-001 +running +KR-1 +STAND +255.255.255.255$", Session.Console.Lines[3]);
        Assert.Matches("^     1000003 production-web-frontend-kr-002 +running", Session.Console.Lines[4]);
        Assert.All(Session.Console.Lines, line => Assert.True(line.Length <= columns, line));
    }

    [Theory]
    [MemberData(nameof(NumberCommands.All), MemberType = typeof(NumberCommands))]
    public void Every_cmdlet_shows_its_servers_in_that_table(string command)
    {
        Session.Console.Size.Width = 80;
        Session.Show($"1000001, 1000002 | {command}");

        Assert.Equal(Table.ReplaceLineEndings("\n").Split('\n').Take(3), Session.Console.Lines.Take(3));
        Assert.Matches("^     1000001 web-0001 ", Session.Console.Lines[3]);
        Assert.Matches("^     1000002 app-0002 ", Session.Console.Lines[4]);
        Assert.All(Session.Console.Lines, line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void A_server_that_was_written_to_a_file_and_read_again_has_the_same_table()
    {
        Result result = Run("Get-NcpServerInstance 1000001, 1000010 | ForEach-Object { $_; $again::Deserialize($again::Serialize($_)) }",
            ("again", typeof(System.Management.Automation.PSSerializer)));

        string[] shown = result.Output
            .Select(server => Session.Show("$server", ("server", server))).ToArray();
        Assert.Contains("1000001 web-0001", shown[0]);
        Assert.Equal(shown[0], shown[1]);
        Assert.Equal(shown[2], shown[3]);
    }

    [Fact]
    public void Errors_stand_between_the_rows_where_they_belong()
    {
        Session.Show("1000001, 99, 1000003 | Stop-NcpServerInstance -BatchSize 1");

        Assert.Equal(
            ["1000001", "Stop-NcpServerInstance:", "Recommendation:", "1000003"],
            Session.Console.Lines.Skip(3).Where(line => line.Length > 0).Select(line => line.Trim().Split(' ')[0]));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Regions_are_a_table_of_code_and_name_in_a_console_of(int columns)
    {
        Session.Console.Size.Width = columns;

        Session.Show("Get-NcpRegion");

        Assert.Equal(
            [
                "", "RegionCode RegionName", "---------- ----------", "KR         Korea", "JPN        Japan", "SGN        Singapore(New)",
                "", "",
            ],
            Session.Console.Lines);
    }
}
