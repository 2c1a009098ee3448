using NcloudServer.Api;
using NcloudServer.Wire;

namespace NcloudServer.Actions;

/// <summary>The response to any action: what it is about is its list, or the whole of it.</summary>
internal static class ActionResponse
{
    private const string ServerList = "serverInstanceList";

    private static readonly string[] s_envelope = ["requestId", "returnCode", "returnMessage", "totalRows"];

    /// <summary>Reads a success; one that contradicts itself or the request, of a page or of all, is refused.</summary>
    /// <returns>The items of the list, or the one object: <see cref="ResponseObject"/>, <see cref="ServerInstance"/>, or single values.</returns>
    public static ListPage<object> Read(ResponseBody body, ApiCall call, int? pageSize)
    {
        ResponseObject fields = new ResponseTree(isRaw: false).Read(body.Fields);
        KeyValuePair<string, object?>[] own = fields.Members.Where(member => !s_envelope.Contains(member.Key)).ToArray();
        if (call.IsChange)
        {
            ResponseCheck.CheckSomethingIsSaid(body, isEmpty: own.Length == 0);
        }
        else if (own.FirstOrDefault(member => ResponseTree.IsListName(member.Key) && !IsList(member)).Key is { } broken)
        {
            throw ResponseCheck.Contradiction(body, $"there is no list in its {broken}");
        }
        else if (own.Length == 0)
        {
            return body.TotalRows <= 0 ? new ListPage<object>([], 0)
                : throw ResponseCheck.Contradiction(body, "it says neither what there is nor that there is nothing");
        }

        return ListOf(own, call.Action) is { } list ? List(list) : One();

        ListPage<object> List(string name)
        {
            IReadOnlyList<object> items = call.Service == ApiCall.ServerService && name == ServerList && body.Servers.Items is { } servers
                ? servers
                : ((IReadOnlyList<object?>)fields[name]!).OfType<object>().ToArray();
            if (!call.IsChange)
            {
                ResponseCheck.CheckCount(body, items.Count, "item", pageSize);
                ResponseCheck.CheckNumbered(body, items.OfType<ServerInstance>());
            }

            foreach (ServerInstance server in items.OfType<ServerInstance>().Where(server => server.RegionCode.Length == 0))
            {
                // What is piped on has to find its way back to its region.
                server.RegionCode = call.Find("regionCode") ?? string.Empty;
            }

            return new ListPage<object>(items, body.TotalRows);
        }

        // Without its envelope; where there is nothing else, the envelope itself says that it was a success.
        ListPage<object> One()
        {
            // What getRootPassword is about: its name without the verb.
            string subject = call.Action.TrimStart("abcdefghijklmnopqrstuvwxyz".ToCharArray());
            var one = new ResponseObject(ResponseTree.HouseCase(subject.Length > 0 ? subject : call.Action));
            foreach (KeyValuePair<string, object?> member in own.Length == 0 ? fields.Members : own)
                one.Add(member.Key, member.Value);

            return new ListPage<object>([one], 1);
        }
    }

    private static bool IsList(KeyValuePair<string, object?> member) => member.Value is IReadOnlyList<object?>;

    // The list that is named after the action, else the only one where there is nothing beside it: what comes out must not lose a field.
    private static string? ListOf(KeyValuePair<string, object?>[] own, string action) => own.Where(IsList).Select(member => member.Key)
        .Where(list => own.Length == 1 || action.Contains(ResponseTree.ItemName(list), StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(list => list.Length).FirstOrDefault();
}
