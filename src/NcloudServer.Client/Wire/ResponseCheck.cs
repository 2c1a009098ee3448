using NcloudServer.Models;

namespace NcloudServer.Wire;

/// <summary>
/// Refuses a response that contradicts itself or the request, with an <see cref="NcpResponseException"/>. What such a one leaves out can't
/// be taken for a server that does not exist. A page size is the most that the request asked for; null for all.
/// </summary>
internal static class ResponseCheck
{
    /// <summary>How many servers a response announces; null where it does not say. Something in place of the list hides at least one.</summary>
    public static int? Announced(ResponseBody body) => body.Servers.IsSomethingElse ? Math.Max(1, body.TotalRows ?? 1) : body.TotalRows;

    /// <summary>The error for a response that can't be true; what is wrong with it ends a sentence.</summary>
    public static NcpResponseException Contradiction(ResponseBody body, string what) => new(
        $"The response contradicts itself or the request: {what}.",
        "Try again. If the response stays like this, check the endpoint and the proxy.")
    {
        Kind = FailureKind.Indeterminate,
        RequestId = body.RequestId,
    };

    /// <summary>Checks the response to an action on servers. A server that it does not name has to be looked up.</summary>
    public static IReadOnlyList<ServerInstance> Changed(ResponseBody body)
    {
        CheckSomethingIsSaid(body, isEmpty: body.Servers is { Items: null, IsSomethingElse: false });
        return body.Servers.Items ?? [];
    }

    /// <summary>Checks the response to a request for servers by their numbers. A service may cap it: then it announces more than it has.</summary>
    public static IReadOnlyList<ServerInstance> Numbers(ResponseBody body, IReadOnlyList<string> asked)
    {
        IReadOnlyList<ServerInstance> servers = Page(body, pageSize: null);
        CheckCount(body, servers.Count, "server", pageSize: null, isWhole: servers.Count == 0);
        var given = new HashSet<string>(servers.Select(server => ServerNumber.Normalized(server.ServerInstanceNo)), StringComparer.Ordinal);
        if (asked.FirstOrDefault(number => !given.Contains(ServerNumber.Normalized(number))) is { } missing)
        {
            // Strangers beside everything that was asked for hide nothing.
            given.ExceptWith(asked.Select(ServerNumber.Normalized));
            Refuse(body, given.Count > 0, $"it has server {given.FirstOrDefault()}, which was not asked for, but not {missing}, which was");
        }

        return servers;
    }

    /// <summary>Checks the response to a request for a list of servers, or for one page of it.</summary>
    public static IReadOnlyList<ServerInstance> Page(ResponseBody body, int? pageSize)
    {
        IReadOnlyList<ServerInstance> servers = Items(body, body.Servers, "server");
        CheckNumbered(body, servers);
        CheckCount(body, servers.Count, "server", pageSize);
        return servers;
    }

    /// <summary>Checks the response to a request for a list that comes whole, such as that of the regions; each item has to have a code.</summary>
    public static IReadOnlyList<T> Whole<T>(ResponseBody body, string list, ItemFields<T> fields, string item, Func<T, string> codeOf)
        where T : class, new()
    {
        IReadOnlyList<T> items = Items(body, new ListField<T>(body.Fields, list, fields), item);
        CheckCount(body, items.Count, item, pageSize: null, isWhole: true);
        return items.All(one => codeOf(one).Length > 0) ? items : throw Contradiction(body, $"it has a {item} without a code");
    }

    public static void CheckSomethingIsSaid(ResponseBody body, bool isEmpty) =>
        Refuse(body, isEmpty && body.ReturnCode.Length == 0, "it says neither what was done nor that anything was");

    public static void CheckNumbered(ResponseBody body, IEnumerable<ServerInstance> servers) =>
        Refuse(body, servers.Any(server => server.ServerInstanceNo.Length == 0), "it has a server without a number");

    /// <summary>Refuses a list that is longer than the response, or the request, says; a whole one, also if it is shorter.</summary>
    public static void CheckCount(ResponseBody body, int count, string item, int? pageSize, bool isWhole = false)
    {
        string items = count == 1 ? $"1 {item}" : $"{count} {item}s";
        Refuse(body, count > body.TotalRows || (isWhole && count < body.TotalRows), $"{Total(body)}, but the list has {items}");
        Refuse(body, count > pageSize, $"it has {items} on a page of at most {pageSize}");
    }

    private static void Refuse(ResponseBody body, bool isWrong, string what)
    {
        if (isWrong)
            throw Contradiction(body, what);
    }

    // An absent list is an empty one where the response itself says that there is nothing to list.
    private static IReadOnlyList<T> Items<T>(ResponseBody body, ListField<T> list, string item)
        where T : class, new() =>
        list.Items ?? (body.TotalRows == 0 && !list.IsSomethingElse
            ? []
            : throw Contradiction(body, $"{Total(body)}, but it has no list of {item}s"));

    private static string Total(ResponseBody body) =>
        body.TotalRows is { } total ? $"totalRows is {total.ToString(CultureInfo.InvariantCulture)}" : "it is a success without totalRows";
}
