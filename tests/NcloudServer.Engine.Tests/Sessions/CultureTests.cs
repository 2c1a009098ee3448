using System.Text.RegularExpressions;
using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Sessions;

/// <summary>Other calendars, separators and signs, and the letter i that is another one in capitals: everything is as in en-US.</summary>
public sealed class CultureTests(ModuleSession session) : EngineTest(session)
{
    public static TheoryData<string> Cultures => ["ar-SA", "th-TH", "de-DE", "ko-KR", "tr-TR"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Numbers_sizes_and_dates_are_read_as_they_were_written(string culture)
    {
        PSObject server = RunIn(culture, "Get-NcpServerInstance 1000100").Output[0];
        PSObject usual = RunIn("en-US", "Get-NcpServerInstance 1000100").Output[0];

        Assert.Equal(
            usual.Properties.Where(property => property.Value is string or ValueType).Select(property => (property.Name, property.Value)),
            server.Properties.Where(property => property.Value is string or ValueType).Select(property => (property.Name, property.Value)));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Requests_are_signed_and_Verbose_and_errors_say_the_same(string culture)
    {
        const string Script = """
            1000001..1000005 + '12,5' + '99' + ([string][char]0x0661 * 7) + ' 1000006 ' |
                Stop-NcpServerInstance -Verbose -RegionCode KR -ThrottleLimit 1
            """;

        Result result = Compare(culture, Script);

        Assert.Equal(Expected.Numbers(1000001, 6), result.Numbers);
        Assert.Equal(3, result.Errors.Count);
        Assert.All(Requests(), request => Assert.True(request.SignatureValid));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Numbers_of_any_type_are_taken_whatever_they_look_like_when_printed(string culture)
    {
        Result result = RunIn(culture, """
            [long]1000001, [double]1000002, [decimal]1000003 | Stop-NcpServerInstance
            [pscustomobject]@{ ServerInstanceNo = [long]1000004 } | Stop-NcpServerInstance
            [pscustomobject]@{ ServerInstanceNo = [double]1000005 } | Stop-NcpServerInstance
            """);

        Assert.Empty(result.Errors);
        Assert.Equal(Expected.Numbers(1000001, 5), result.Numbers);
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Names_statuses_and_regions_are_found_in_small_and_in_capital_letters(string culture)
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 0 };
        Service.Fleet.Fill([RegionSeed.For("KR", 200, 0), RegionSeed.For("JPN", 1, 1)]);
        Result result = RunIn(culture, """
            1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 | Wait-NcpServerInstance -Status STOPPED |
                ForEach-Object StatusName
            1000002 | Wait-NcpServerInstance -Status RUNNING | ForEach-Object StatusName
            (Get-NcpServerInstance -ServerName 'WEB-0001*' -Status STOPPED).Id
            (Get-NcpServerInstance -ServerName '*-0004' -Status RUNNING).Id
            (Get-NcpServerInstance -ServerName 'BATCH-0100*' -RegionCode KR).Id
            (Get-NcpRegion 'JPN').RegionName
            """);

        Assert.Empty(result.Errors);
        Assert.Equal(["stopped", "running", "1000001", "1000004", "1000100", "Japan"], result.Output.Select(item => item.ToString()));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_server_is_shown_with_its_dates_as_the_culture_writes_them(string culture)
    {
        string date = RunIn(culture, "(Get-NcpServerInstance 1000002).CreateDate.ToString()").Output[0].ToString();

        string shown = Session.Show($"{In(culture)}; Get-NcpServerInstance 1000002 | Format-List");

        Assert.Contains(date, shown);
    }

    private static string In(string culture) =>
        $"[Globalization.CultureInfo]::CurrentCulture = '{culture}'; [Globalization.CultureInfo]::CurrentUICulture = '{culture}'";

    private static IEnumerable<string> Said(Result result) =>
    [
        .. result.Errors.Select(error =>
            $"{error.FullyQualifiedErrorId} {error.TargetObject} {error.Exception.Message} {error.ErrorDetails}"),
        // What differs from run to run: the names, which a question has once any session of this process has seen the server; durations and
        // ids; and how fast the numbers come, which decides how many are sent together.
        .. result.Verbose
            .Select(line => Regex.Replace(line, @"[\w-]+ \((\d+)\)", "$1"))
            .Select(line => Regex.Replace(line, @"\d+(\.\d+)? ?m?s\b|(?<=request id of \w+ is ).*|\d+(?= servers?\b)|servers?(?= in region)", "…"))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private Result RunIn(string culture, string script) => Run($"{In(culture)}\n{script}");

    private Result Compare(string culture, string script)
    {
        IEnumerable<string> usual = [.. Said(RunIn("en-US", script))];
        Session.Reset();
        Result result = RunIn(culture, script);
        Assert.Equal(usual, Said(result));
        return result;
    }
}
