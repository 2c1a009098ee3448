using System.Collections;

namespace NcloudServer.EngineTests.Api;

public sealed class ApiOutputTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Items_have_the_houses_names_and_the_types_of_their_values(bool isXml)
    {
        Service.Policies.XmlEvenIfJsonAsked = isXml;

        PSObject spec = Run("Invoke-NcpApi getServerSpecList").Output[1];

        Assert.Equal("NcloudServer.Api.ServerSpec", spec.TypeNames[0]);
        Assert.Equal("c4-g3", Value<string>(spec, "ServerSpecCode"));
        Assert.Equal(4L, Value<long>(spec, "CpuCount"));
        Assert.Equal(8L << 30, Value<long>(spec, "MemorySize"));
        Assert.Equal("102", Value<string>(spec, "ServerSpecNo"));
        Assert.Equal("NcloudServer.CodeName", spec.Properties["HypervisorType"].Value.GetType().FullName);
        Assert.Equal("KVM", spec.Properties["HypervisorType"].Value.ToString());
        Assert.Equal("c4-g3", Assert.Single(Run("Invoke-NcpApi getServerSpecList | ? HypervisorType -eq KVM | ? CpuCount -eq 4 | ? MemorySize -eq 8GB")
            .Values("ServerSpecCode")));
    }

    [Theory]
    [InlineData("getServerSpecList", "@{}")]
    [InlineData("getNetworkInterfaceList", "@{ pageNo = 1; pageSize = 3 }")]
    [InlineData("getServerInstanceDetail", "@{ serverInstanceNo = 1000010 }")]
    [InlineData("getRegionList", "@{}")]
    [InlineData("createLoginKey", "@{ keyName = 'k' }")]
    [InlineData("getRootPassword", "@{ serverInstanceNo = 1000001; privateKey = 'x' }")]
    [InlineData("getServerSpecList", "@{ serverSpecCodeList = 'c4-g3' }")]
    [InlineData("getServerSpecList", "@{ serverSpecCodeList = 'no' }")]
    public void Json_and_XML_give_the_same(string action, string parameters)
    {
        string script = $"Invoke-NcpApi {action} {parameters} -Confirm:$false";
        string json = Text(Run(script));
        Service.Policies.XmlEvenIfJsonAsked = true;

        Assert.Equal(json, Text(Run(script)));
        Assert.Equal(json, Text(Run($"$p = {parameters}; $p.responseFormatType = 'xml'; Invoke-NcpApi {action} $p -Confirm:$false")));
        Assert.Equal(parameters.Contains("'no'", StringComparison.Ordinal), json.Length == 0);
    }

    [Fact]
    public void A_server_is_a_server_that_can_be_piped_on()
    {
        Result result = Run("Invoke-NcpApi getServerInstanceList @{ serverInstanceNoList = 1000001, 1000002 } | Stop-NcpServerInstance");

        Assert.Equal(["1000001", "1000002"], result.Numbers);
        Assert.Equal("NcloudServer.ServerInstance", result.Output[0].BaseObject.GetType().FullName);
        Assert.Equal("KR", Requests("stopServerInstances").Single().RegionCode);
    }

    [Fact]
    public void A_response_without_a_list_is_one_object()
    {
        PSObject key = Assert.Single(Run("Invoke-NcpApi createLoginKey @{ keyName = 'web' } -Confirm:$false").Output);

        Assert.Equal("NcloudServer.Api.LoginKey", key.TypeNames[0]);
        Assert.Equal(["KeyName", "PrivateKey"], key.Properties.Select(property => property.Name));
        Assert.EndsWith("-----END RSA PRIVATE KEY-----\n", Value<string>(key, "PrivateKey"), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_inside_an_item_are_arrays_and_codes_print_as_their_code()
    {
        PSObject card = Assert.Single(Run("Invoke-NcpApi getNetworkInterfaceList @{ instanceNo = 1000001 }").Output);

        Assert.Equal(["63"], Value<IEnumerable>(card, "AccessControlGroupNoList").Cast<object>());
        Assert.Empty(Value<IEnumerable>(card, "SecondaryIpList"));
        Assert.True(Value<bool>(card, "IsDefault"));
        Assert.Equal("USED", card.Properties["NetworkInterfaceStatus"].Value.ToString());
    }

    [Fact]
    public void Raw_is_the_whole_response_in_the_services_own_names()
    {
        Result result = Run("$raw = Invoke-NcpApi getRegionList -Raw; $raw; $raw.getRegionListResponse; $raw.getRegionListResponse.regionList[1]");

        Assert.Equal("getRegionListResponse", Assert.Single(result.Output[0].Properties).Name);
        Assert.Equal(
            ["totalRows", "regionList", "requestId", "returnCode", "returnMessage"],
            result.Output[1].Properties.Select(property => property.Name));
        Assert.Equal(3L, Value<long>(result.Output[1], "totalRows"));
        Assert.Equal("JPN", Value<string>(result.Output[2], "regionCode"));
        PSObject server = Run("(Invoke-NcpApi getServerInstanceDetail @{ serverInstanceNo = 1000001 } -Raw).getServerInstanceDetailResponse"
            + ".serverInstanceList[0]").Output[0];
        Assert.Equal("RUN", Run("$s.serverInstanceStatus.code", ("s", server)).Output[0].BaseObject);
        Assert.EndsWith("+0900", Value<string>(server, "createDate"), StringComparison.Ordinal);
    }

    [Fact]
    public void All_reads_every_page_and_without_it_a_warning_says_that_there_is_more()
    {
        Service.Policies.MaximumRowsWithoutPage = 40;

        Result part = Run("Invoke-NcpApi getNetworkInterfaceList");
        Result all = Run("Invoke-NcpApi getNetworkInterfaceList -All");
        Result paged = Run("Invoke-NcpApi getNetworkInterfaceList @{ pageNo = 2; pageSize = 7 }");

        Assert.Equal(40, part.Output.Count);
        Assert.Contains("40 of 5002", Assert.Single(part.Warnings), StringComparison.Ordinal);
        Assert.Equal(5002, all.Values("InstanceNo").Distinct().Count());
        Assert.Empty(all.Warnings);
        Assert.Equal(7, paged.Output.Count);
        Assert.Empty(paged.Warnings);
    }

    [Fact]
    public void A_field_that_needs_another_name_takes_the_place_of_none()
    {
        Service.Faults.Add(new Simulator.FaultRule
        {
            Action = "getServerSpecList",
            Status = 200,
            Body = """{"getServerSpecListResponse":{"returnCode":"0","totalRows":1,"serverSpecList":[{"psobject_":"a","psobject":"b"}]}}""",
        });

        PSObject spec = Assert.Single(Run("Invoke-NcpApi getServerSpecList").Output);

        Assert.Equal(["a", "b"], spec.Properties.Select(property => property.Value));
    }

    private static T Value<T>(PSObject item, string property) => (T)item.Properties[property].Value;

    private static string Text(Result result) => string.Join("\n", result.Output.Select(Text));

    private static string Text(object? value) => value switch
    {
        PSObject { BaseObject: not PSCustomObject } wrapped => Text(wrapped.BaseObject),
        PSObject one => string.Join("; ", one.Properties.Select(property => $"{property.Name}={Text(property.Value)}")),
        IEnumerable and not string => $"[{string.Join(", ", ((IEnumerable)value).Cast<object?>().Select(Text))}]",
        null => "null",
        _ when value.GetType().Name == "ServerInstance" => Text(new PSObject(value).Copy().Properties
            .Where(property => property.Name != "AdditionalProperties").Select(property => (object?)$"{property.Name}={Text(property.Value)}").ToArray()),
        _ => $"{value.GetType().Name} {value}",
    };
}
