using System.Globalization;
using System.Xml.Linq;

namespace NcloudServer.EngineTests.Output;

/// <summary>Servers on the console, as lists.</summary>
public sealed class ListTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Format_List_shows_the_fields_that_matter_in_a_console_of(int columns)
    {
        Session.Console.Size.Width = columns;

        Session.Show("1000010 | Stop-NcpServerInstance | Format-List");

        Assert.Equal(
            [
                "", "ServerInstanceNo         : 1000010", "ServerName               : batch-0010",
                "ServerInstanceStatusName : shutting down", "ServerInstanceStatus     : RUN", "ServerInstanceOperation  : SHTDN",
                "RegionCode               : KR", "ZoneCode                 : KR-1", "PlatformType             : WND64",
                "HypervisorType           : XEN", "ServerInstanceType       : STAND", "ServerSpecCode           : c8-g2-s50",
                "CpuCount                 : 8", "Memory                   : 16 GB", "PublicIp                 : 198.19.66.74",
                "VpcNo                    : 10002", "SubnetNo                 : 100020",
                $"CreateDate               : {Shown(3, 4)}", $"Uptime                   : {Shown(4, 3)}", "", "",
            ],
            Session.Console.Lines);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Format_List_with_an_asterisk_shows_every_field_in_a_console_of(int columns)
    {
        Session.Console.Size.Width = columns;
        List<string> names = Run("Get-NcpServerInstance 1000001").Output[0].Properties.Select(property => property.Name).ToList();

        Session.Show("Get-NcpServerInstance 1000001 | Format-List *");

        Assert.True(names.Count > 40);
        Assert.Equal(
            names, Session.Console.Lines.Where(line => line.Length > 0 && line[0] != ' ').Select(line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("en-US", "Every field of a server")]
    [InlineData("ko-KR", "서버의 모든 필드")]
    public void The_example_whose_title_promises_every_field_shows_them(string culture, string title)
    {
        XElement example = XDocument.Load(Path.Combine(TestProcess.ModuleDirectory, culture, "NcloudServer.dll-Help.xml")).Descendants()
            .Single(element => element.Name.LocalName == "example"
                && element.Elements().Any(part => part.Name.LocalName == "title" && part.Value.Contains(title, StringComparison.Ordinal)));
        string code = example.Elements().Single(part => part.Name.LocalName == "code").Value;
        List<string> names = Run("Get-NcpServerInstance 1000001").Output[0].Properties.Select(property => property.Name).ToList();

        Session.Show(code.Replace("1234567", "1000001", StringComparison.Ordinal));

        Assert.Equal(
            names, Session.Console.Lines.Where(line => line.Length > 0 && line[0] != ' ').Select(line => line.Split(' ')[0]));
    }

    // As this computer's region writes it.
    private static string Shown(int month, int day) =>
        new DateTimeOffset(2024, month, day, 9, 10, 0, TimeSpan.FromHours(9)).ToString(CultureInfo.CurrentCulture);
}
