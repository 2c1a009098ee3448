using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;
using NcloudServer.Actions;
using NcloudServer.Wire;

namespace NcloudServer.Tests.Wire;

/// <summary>
/// Responses made by chance, in both formats, read in both ways, and compared with what a reader of another library makes of them.
/// </summary>
public sealed class GeneratedResponseTests
{
    private const int Count = 400;

    private static readonly string[] s_texts =
    [
        "web-01", "", " ", " spaced ", "서버 1", "a<b>&\"c'", "back\\slash", "line\nbreak", "\U0001F600", "0", "007", "true", "null", "2024-05-06",
    ];

    private static readonly ApiCall s_ofAnotherService = ApiCall.Of("vpc", "getServerInstanceList", new Hashtable(), null, value => value);

    private static readonly PropertyInfo[] s_properties =
        [.. typeof(ServerInstance).GetProperties().Where(property => property.CanWrite && property.Name != "AdditionalProperties")];

    [Fact]
    public void Both_formats_and_both_readings_give_what_is_in_the_response()
    {
        var random = new Random(2026);
        for (int i = 0; i < Count; i++)
        {
            JsonObject[] servers = [.. Enumerable.Range(1, random.Next(4)).Select(number => Server(random, number))];
            var list = new JsonArray([.. servers.Select(server => server.DeepClone())]);
            var inner = new JsonObject { ["requestId"] = "r", ["returnCode"] = "0", ["totalRows"] = servers.Length, ["serverInstanceList"] = list };
            using ResponseBody json = Read(new JsonObject { ["getServerInstanceListResponse"] = inner }.ToJsonString());
            using ResponseBody xml = Read(Xml("getServerInstanceListResponse", inner));

            foreach (ResponseBody body in new[] { json, xml })
            {
                Assert.Equal(servers.Length, body.TotalRows);
                Assert.Equal(servers.Length, body.Servers.Items!.Count);
                foreach ((JsonObject expected, ServerInstance server) in servers.Zip(body.Servers.Items, (one, other) => (one, other)))
                {
                    Assert.All(s_properties, property => Assert.Equal(
                        (property.Name, Expected(property.PropertyType, expected[Wire(property.Name)])),
                        (property.Name, Shown(property.GetValue(server)))));
                    // A field that nobody knows is a boolean if it says so.
                    Assert.Equal(expected["later"]!.ToString().Trim(), Shown(server.AdditionalProperties["later"]), ignoreCase: true);
                }
            }

            Assert.Equal(Tree(new ResponseTree(isRaw: true).Read(json.Root)), Tree(new ResponseTree(isRaw: true).Read(xml.Root)));
            IReadOnlyList<object>[] untyped = [.. new[] { json, xml }.Select(body => ActionResponse.Read(body, s_ofAnotherService, pageSize: null).Items)];
            Assert.Equal(untyped[0].Select(Tree), untyped[1].Select(Tree));
            Assert.Equal(
                json.Servers.Items!.Select(server => server.ServerName),
                untyped[0].Cast<ResponseObject>().Select(item => ((string?)item["serverName"] ?? string.Empty).Trim()));
        }
    }

    private static JsonObject Server(Random random, int number)
    {
        var server = new JsonObject { ["serverInstanceNo"] = number.ToString(CultureInfo.InvariantCulture) };
        // The order is the service's own affair.
        foreach (PropertyInfo property in s_properties.Where(property => property.Name != "ServerInstanceNo").OrderBy(_ => random.Next()))
        {
            if (random.Next(6) > 0)
            {
                server[Wire(property.Name)] = Value(random, property.PropertyType);
            }
        }

        server["later"] = Text(random);
        return server;
    }

    private static JsonNode? Value(Random random, Type type) => random.Next(8) switch
    {
        0 => null,
        1 when type != typeof(CodeName) && !type.IsGenericType => "",
        _ when type == typeof(int) || type == typeof(long) => random.Next(2) == 0 ? random.Next(1000) : random.Next(1000).ToString(CultureInfo.InvariantCulture),
        _ when type == typeof(bool) => random.Next(2) == 0 ? true : JsonValue.Create("true"),
        _ when type == typeof(DateTimeOffset?) => $"2024-05-{random.Next(10, 29)}T07:08:09+0900",
        _ when type == typeof(CodeName) => new JsonObject { ["code"] = $"C{random.Next(9)}", ["codeName"] = Text(random) },
        _ when type == typeof(IReadOnlyList<string>) => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(i => (JsonNode)$"{i}")]),
        _ when type.IsGenericType => new JsonArray(),
        _ => Text(random),
    };

    private static JsonNode Text(Random random) => s_texts[random.Next(s_texts.Length)];

    private static string Expected(Type type, JsonNode? node)
    {
        string text = node is null or JsonObject or JsonArray ? string.Empty : node.ToString().Trim();
        return type == typeof(int) || type == typeof(long) ? (text.Length == 0 ? "0" : text)
            : type == typeof(bool) ? (text == "true").ToString()
            : type == typeof(DateTimeOffset?) ? (text.Length == 0 ? "-" : text)
            : type == typeof(CodeName) ? (node is JsonObject pair ? $"{pair["code"]}={pair["codeName"]!.ToString().Trim()}" : "-")
            : type.IsGenericType ? string.Join(",", (node as JsonArray ?? []).Select(item => item!.ToString()))
            : text;
    }

    private static string Shown(object? value) => value switch
    {
        null => "-",
        string text => text,
        CodeName pair => $"{pair.Code}={pair.Name}",
        DateTimeOffset date => date.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + "+0900",
        IEnumerable list => string.Join(",", list.Cast<object>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Tree(object? value) => value switch
    {
        ResponseObject one => "{" + string.Join(",", one.Members.Select(member => $"{member.Key}:{Tree(member.Value)}")) + "}",
        IReadOnlyList<object?> list => "[" + string.Join(",", list.Select(Tree)) + "]",
        _ => $"{value?.GetType().Name} {Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };

    private static string Wire(string property) => char.ToLowerInvariant(property[0]) + property.Substring(1);

    private static ResponseBody Read(string response) => ResponseReader.Read(Responses.Of(200, response), Responses.Now);

    private static string Xml(string name, JsonNode? node)
    {
        var xml = new StringBuilder($"<{name}>");
        switch (node)
        {
            case JsonObject fields:
                fields.ToList().ForEach(field => xml.Append(Xml(field.Key, field.Value)));
                break;
            case JsonArray items:
                items.ToList().ForEach(item => xml.Append(Xml(ResponseTree.ItemName(name), item)));
                break;
            default:
                xml.Append(SecurityElement.Escape(node?.ToString() ?? string.Empty));
                break;
        }

        return xml.Append("</").Append(name).Append('>').ToString();
    }
}
