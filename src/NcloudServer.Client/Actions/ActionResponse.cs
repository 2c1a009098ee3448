using NcloudServer.Wire;

namespace NcloudServer.Actions;

/// <summary>The reply to any action: what it is about is its list, or the whole of it.</summary>
internal sealed class ActionResponse
{
    private const string ServerList = "serverInstanceList";

    private static readonly string[] s_envelope = ["requestId", "returnCode", "returnMessage", "totalRows"];

    private ActionResponse(ResponseBody body, ResponseObject fields, string? listName, IReadOnlyList<object> items)
    {
        Body = body;
        Fields = fields;
        ListName = listName;
        Items = items;
    }

    public ResponseBody Body { get; }

    /// <summary>Everything inside the envelope.</summary>
    public ResponseObject Fields { get; }

    /// <summary>The name of the reply's list; null where the reply is one object.</summary>
    public string? ListName { get; }

    /// <summary>
    /// The items of the list, or the one object: <see cref="ResponseObject"/>, <see cref="ServerInstance"/>, or single values.
    /// </summary>
    public IReadOnlyList<object> Items { get; }

    /// <summary>Whether there is nothing in the envelope but the envelope's own fields.</summary>
    public bool IsEmpty => HasEnvelopeOnly(Fields);

    /// <summary>The name of a field that is a list by its name and something else by its value; null where there is none.</summary>
    public string? BrokenList => Fields.Members.Select(member => member.Key)
        .FirstOrDefault(name => ResponseTree.IsListName(name) && Fields[name] is not IReadOnlyList<object?>);

    /// <summary>Reads all that is in a success.</summary>
    /// <param name="body">The response.</param>
    /// <param name="action">The action's name, after which its list is named.</param>
    /// <param name="hasServers">Whether a list of servers is one of the service's that this module knows.</param>
    public static ActionResponse Read(ResponseBody body, string action, bool hasServers)
    {
        ResponseObject fields = new ResponseTree(isRaw: false).Read(body.Fields);
        string? list = ListOf(fields, action);
        IReadOnlyList<object> items = list is null ? [AsObject(fields, action)]
            : hasServers && list == ServerList && body.Servers.Items is { } servers ? servers
            : ((IReadOnlyList<object?>)fields[list]!).OfType<object>().ToArray();
        return new ActionResponse(body, fields, list, items);
    }

    /// <summary>Refuses what contradicts itself or the request.</summary>
    /// <param name="isChange">Whether the action changes something.</param>
    /// <param name="pageSize">The most items that the request asked for; null for all.</param>
    /// <exception cref="NcpResponseException">It does.</exception>
    public void Check(bool isChange, int? pageSize)
    {
        if (isChange)
        {
            ResponseCheck.CheckSomethingIsSaid(Body, IsEmpty);
        }
        else if (BrokenList is { } broken)
        {
            throw ResponseCheck.Contradiction(Body, $"there is no list in its {broken}");
        }
        else if (ListName is not null)
        {
            ResponseCheck.CheckCount(Body, Items.Count, "item", pageSize);
            ResponseCheck.CheckNumbered(Body, Items.OfType<ServerInstance>());
        }
        else if (IsEmpty && Body.TotalRows is null or > 0)
        {
            throw ResponseCheck.Contradiction(Body, "it says neither what there is nor that there is nothing");
        }
    }

    /// <summary>Reads a response with its envelope.</summary>
    /// <param name="body">The response.</param>
    /// <param name="keepsTypes">Whether values have the types of the JSON.</param>
    public static object? ReadRaw(ResponseBody body, bool keepsTypes = false) =>
        new ResponseTree(isRaw: true, keepsTypes).Value("response", body.Root);

    private static bool IsEnvelope(KeyValuePair<string, object?> member) => s_envelope.Contains(member.Key, StringComparer.Ordinal);

    private static bool HasEnvelopeOnly(ResponseObject fields) => fields.Members.All(IsEnvelope);

    /// <summary>
    /// The list that is named after the action, else the only one where there is nothing beside it: what comes out must not lose a field.
    /// </summary>
    private static string? ListOf(ResponseObject fields, string action)
    {
        string[] lists = fields.Members.Where(member => member.Value is IReadOnlyList<object?>).Select(member => member.Key).ToArray();
        string? named = lists.Where(list => action.Contains(ResponseTree.ItemName(list), StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(list => list.Length).FirstOrDefault();
        bool isAlone = lists.Length == 1 && fields.Members.Count(member => !IsEnvelope(member)) == 1;
        return named ?? (isAlone ? lists[0] : null);
    }

    /// <summary>The reply without its envelope; where there is nothing else, the envelope itself says that it was a success.</summary>
    private static ResponseObject AsObject(ResponseObject fields, string action)
    {
        var result = new ResponseObject(ResponseTree.HouseCase(Subject(action)));
        bool isEmpty = HasEnvelopeOnly(fields);
        foreach (KeyValuePair<string, object?> member in fields.Members.Where(member => isEmpty || !IsEnvelope(member)))
        {
            result.Add(member.Key, member.Value);
        }

        return result;
    }

    // What getRootPassword is about: its name without the verb.
    private static string Subject(string action)
    {
        string subject = action.TrimStart("abcdefghijklmnopqrstuvwxyz".ToCharArray());
        return subject.Length > 0 ? subject : action;
    }
}
