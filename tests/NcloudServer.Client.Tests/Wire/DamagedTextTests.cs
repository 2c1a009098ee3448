using System.Text;
using System.Text.RegularExpressions;
using NcloudServer.Actions;
using NcloudServer.Wire;

namespace NcloudServer.Tests.Wire;

/// <summary>What can't be decoded costs nothing but itself.</summary>
public sealed class DamagedTextTests
{
    private static readonly string[] s_fields = ["serverName", "serverDescription", "zoneCode", "vpcNo", "later", "laterList"];

    // What a text in place of these is read as.
    private static readonly (byte[] Damage, string Read)[] s_bytes =
    [
        ([0x80], "\uFFFD"), ([0xFF], "\uFFFD"), ([0xC0, 0x80], "\uFFFD\uFFFD"), ([0xE2, 0x82], "\uFFFD"), ([0xF0, 0x9F, 0x98], "\uFFFD"),
        ([0xED, 0xA0, 0xBD], "\uFFFD\uFFFD\uFFFD"), ([0x00], "\uFFFD"), ([0x01], "\uFFFD"), ([0x1B], "\uFFFD"), ([0x08, 0x0C], "\uFFFD\uFFFD"),
    ];

    private static readonly (byte[] Damage, string Read)[] s_escapes =
    [
        (@"\ud83d"u8.ToArray(), "\uFFFD"), (@"\uDE00"u8.ToArray(), "\uFFFD"), (@"\ud83d\ud83d\ude00"u8.ToArray(), "\uFFFD\U0001F600"),
        (@"\ud83d\n"u8.ToArray(), "\uFFFD\n"), (@"\ude00\ud83d"u8.ToArray(), "\uFFFD\uFFFD"), ("\t"u8.ToArray(), "\t"), ("\n"u8.ToArray(), "\n"),
    ];

    private static readonly (byte[] Damage, string Read)[] s_references =
    [
        ("&#xD83D;"u8.ToArray(), "\uFFFD"), ("&#xDE00;"u8.ToArray(), "\uFFFD"), ("&#x1F600;"u8.ToArray(), "\U0001F600"), ("&#9;"u8.ToArray(), "\t"),
    ];

    // Nothing of these is damaged.
    private static readonly (byte[] Damage, string Read)[] s_sound =
    [
        (@"\ud83d\ude00"u8.ToArray(), "\U0001F600"), (@"\\ud83d"u8.ToArray(), @"\ud83d"), ("\\\"x"u8.ToArray(), "\"x"),
        ("\U0001F600"u8.ToArray(), "\U0001F600"),
    ];

    public static TheoryData<string, bool> Fields
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (string field in s_fields)
            {
                data.Add(field, true);
                data.Add(field, false);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void One_damaged_field_leaves_all_others_as_they_are(string field, bool isJson)
    {
        foreach ((byte[] damage, string read) in isJson ? [.. s_bytes, .. s_escapes, .. s_sound] : (IEnumerable<(byte[], string)>)[.. s_bytes, .. s_references])
        {
            // In the middle of a text, and at its end, where the next byte is a delimiter.
            foreach ((string before, string after) in new[] { ("web", "01"), ("web", ""), ("", "01") })
            {
                string expected = Shown(Response(field, isJson, "@"u8.ToArray()), field)
                    .Replace("@", (before + read + after).Trim(), StringComparison.Ordinal);
                byte[] value = [.. Encoding.UTF8.GetBytes(before), .. damage, .. Encoding.UTF8.GetBytes(after)];

                Assert.Equal(Together(expected), Together(Shown(Response(field, isJson, value), field)));
            }
        }
    }

    [Theory]
    [InlineData(@"{""aResponse"":{""serverInstanceList"":[{""serverInstanceNo"":""1""}],""x"":""\u12""}}")]
    [InlineData(@"{""aResponse"":{""serverInstanceList"":[{""serverInstanceNo"":""1""}],""x"":""\")]
    [InlineData(@"{""aResponse"":{""serverInstanceList"":[{""serverInstanceNo"":""1"",,")]
    [InlineData("<aResponse><serverInstanceList>\u0001")]
    public void What_is_damaged_beside_its_texts_stays_refused(string body) => Responses.Foreign(200, body);

    // How many stand for several bytes differs between versions of .NET.
    private static string Together(string text) => Regex.Replace(text, "\uFFFD+", "\uFFFD");

    private static byte[] Response(string field, bool isJson, byte[] value)
    {
        (string start, string end) = isJson ? ($"\"{field}\":\"", "\",") : ($"<{field}>", $"</{field}>");
        string Server(string number, string rest) => isJson
            ? $"{{\"serverInstanceNo\":\"{number}\",{rest}\"cpuCount\":2,\"serverInstanceStatus\":{{\"code\":\"RUN\",\"codeName\":\"run\"}}}}"
            : $"<serverInstance><serverInstanceNo>{number}</serverInstanceNo>{rest}<cpuCount>2</cpuCount><serverInstanceStatus><code>RUN</code><codeName>run</codeName></serverInstanceStatus></serverInstance>";
        string list = isJson
            ? $"{{\"getServerInstanceListResponse\":{{\"totalRows\":3,\"serverInstanceList\":[{Server("1", string.Empty)},{Server("2", start + "@@" + end)},{Server("3", string.Empty)}]}}}}"
            : $"<getServerInstanceListResponse><totalRows>3</totalRows><serverInstanceList>{Server("1", string.Empty)}{Server("2", start + "@@" + end)}{Server("3", string.Empty)}</serverInstanceList></getServerInstanceListResponse>";
        int place = list.IndexOf("@@", StringComparison.Ordinal);
        return [.. Encoding.UTF8.GetBytes(list.Substring(0, place)), .. value, .. Encoding.UTF8.GetBytes(list.Substring(place + 2))];
    }

    /// <summary>All that is read, by both ways of reading; the damaged field comes last.</summary>
    private static string Shown(byte[] response, string field)
    {
        using ResponseBody body = ResponseReader.Read(Responses.Of(200, response), Responses.Now);
        IReadOnlyList<ServerInstance> servers = body.Servers.Items!;
        IEnumerable<string> known = servers.Select(server =>
            $"{server} {server.CpuCount} {server.ServerInstanceStatus?.Name} {string.Join(",", server.AdditionalProperties.Keys)}");
        ServerInstance damaged = servers[1];
        object? value = typeof(ServerInstance).GetProperty(ResponseTree.HouseCase(field)) is { } property
            ? property.GetValue(damaged)
            : damaged.AdditionalProperties[field];
        var raw = (ResponseObject)new ResponseTree(isRaw: true).Value("response", body.Root)!;
        var list = (IReadOnlyList<object?>)((ResponseObject)raw["getServerInstanceListResponse"]!)["serverInstanceList"]!;
        Assert.Equal(value, ((string)((ResponseObject)list[1]!)[field]!).Trim());
        return $"{string.Join("; ", known)}: {value}";
    }
}
