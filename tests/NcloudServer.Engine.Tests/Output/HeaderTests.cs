using System.Xml.Linq;

namespace NcloudServer.EngineTests.Output;

/// <summary>What a view shows under a header is what an object gives when it is asked for that name.</summary>
public sealed class HeaderTests(ModuleSession session) : EngineTest(session)
{
    private const string Deserialized = "Deserialized.";

    private static readonly XElement s_views =
        XDocument.Load(Path.Combine(TestProcess.ModuleDirectory, "NcloudServer.Format.ps1xml")).Root!;

    /// <summary>Type, header and the property that is shown under it, of every view.</summary>
    public static TheoryData<string, string, string> Headers
    {
        get
        {
            var rows = new HashSet<(string, string, string)>();
            foreach (XElement view in s_views.Descendants("View"))
            {
                foreach (string type in view.Element("ViewSelectedBy")!.Elements("TypeName").Select(name => name.Value))
                {
                    foreach ((string header, string property) in ColumnsOf(view).Concat(LinesOf(view)))
                    {
                        rows.Add((type, header, property));
                    }
                }
            }

            var data = new TheoryData<string, string, string>();
            foreach ((string type, string header, string property) in rows)
            {
                data.Add(type, header, property);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_header_is_the_name_of_what_is_shown(string type, string header, string property)
    {
        PSObject item = Item(type);

        Assert.Equal(type, item.TypeNames[0]);
        Assert.NotNull(item.Properties[header]);
        Assert.NotNull(item.Properties[property].Value);
        Assert.Equal(item.Properties[property].Value.ToString(), item.Properties[header].Value?.ToString());
    }

    [Fact]
    public void No_view_is_left_out_and_no_column_is_a_script() =>
        Assert.All(s_views.Descendants("View"), view => Assert.Equal(
            view.Descendants("TableColumnItem").Count() + view.Descendants("ListItem").Count() + view.Elements("GroupBy").Count(),
            ColumnsOf(view).Concat(LinesOf(view)).Count()));

    private static IEnumerable<(string Header, string Property)> ColumnsOf(XElement view)
    {
        IEnumerable<string?> labels = view.Descendants("TableColumnHeader").Select(header => header.Element("Label")?.Value);
        return labels.Zip(view.Descendants("TableColumnItem").Elements("PropertyName").Select(name => name.Value))
            .Select(column => (column.First ?? column.Second, column.Second));
    }

    private static IEnumerable<(string Header, string Property)> LinesOf(XElement view) =>
        view.Descendants("ListItem").Concat(view.Elements("GroupBy")).Select(line =>
            (line.Element("Label")?.Value ?? line.Element("PropertyName")!.Value, line.Element("PropertyName")!.Value));

    private PSObject Item(string type)
    {
        PSObject live = type.Replace(Deserialized, string.Empty) switch
        {
            "NcloudServer.ServerInstance" => Run("Get-NcpServerInstance 1000100").Output.Single(),
            _ => Run(
                "$p = [NcloudServer.Profile]::new(); $p.ProfileName = 'a'; $p.IsComplete = $true; $p.Path = '/b'; $p").Output.Single(),
        };
        return type.StartsWith(Deserialized, StringComparison.Ordinal) ? Deserialize(live) : live;
    }

    private PSObject Deserialize(PSObject live) => Run(
        "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($live))", ("live", live))
        .Output.Single();
}
