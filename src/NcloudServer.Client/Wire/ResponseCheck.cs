using System.Globalization;
using NcloudServer.Failures;
using NcloudServer.Models;

namespace NcloudServer.Wire;

/// <summary>
/// Refuses a response that contradicts itself or the request. What such a one leaves out can't be taken for a server that does not exist.
/// </summary>
internal static class ResponseCheck
{
    /// <summary>
    /// How many servers a response announces; null where it does not say. Something in place of the list hides at least one.
    /// </summary>
    public static int? Announced(ResponseBody body) => body.Servers.IsSomethingElse ? Math.Max(1, body.TotalRows ?? 1) : body.TotalRows;

    /// <summary>The error for a response that can't be true.</summary>
    /// <param name="body">The response.</param>
    /// <param name="what">What is wrong with it, as the end of a sentence.</param>
    public static NcpResponseException Contradiction(ResponseBody body, string what) => new(
        $"The response contradicts itself or the request: {what}.",
        "Try again. If the response stays like this, check the endpoint and the proxy.")
    {
        Kind = FailureKind.Indeterminate,
        RequestId = body.RequestId,
    };

    /// <summary>Checks the response to an action on servers. A server that it does not name has to be looked up.</summary>
    /// <returns>The servers.</returns>
    /// <exception cref="NcpResponseException">The response says nothing at all.</exception>
    public static IReadOnlyList<ServerInstance> Changed(ResponseBody body)
    {
        CheckSomethingIsSaid(body, isEmpty: body.Servers is { Items: null, IsSomethingElse: false });
        return body.Servers.Items ?? [];
    }

    /// <summary>Checks the response to a request for servers by their numbers. A service may cap it: then it announces more than it has.</summary>
    /// <param name="body">The response.</param>
    /// <param name="asked">The numbers of the request.</param>
    /// <returns>The servers.</returns>
    /// <exception cref="NcpResponseException">The response contradicts itself or the request.</exception>
    public static IReadOnlyList<ServerInstance> Numbers(ResponseBody body, IReadOnlyList<string> asked)
    {
        IReadOnlyList<ServerInstance> servers = Page(body, pageSize: null);
        CheckCount(body, servers.Count, "server", pageSize: null, isWhole: servers.Count == 0);
        var given = new HashSet<string>(servers.Select(server => ServerNumber.Normalized(server.ServerInstanceNo)), StringComparer.Ordinal);
        if (asked.FirstOrDefault(number => !given.Contains(ServerNumber.Normalized(number))) is { } missing)
        {
            // Strangers beside everything that was asked for hide nothing.
            given.ExceptWith(asked.Select(ServerNumber.Normalized));
            if (given.Count > 0)
            {
                throw Contradiction(body, $"it has server {given.First()}, which was not asked for, but not {missing}, which was");
            }
        }

        return servers;
    }

    /// <summary>Checks the response to a request for a list of servers, or for one page of it.</summary>
    /// <param name="body">The response.</param>
    /// <param name="pageSize">The most servers that the request asked for; null for all.</param>
    /// <returns>The servers.</returns>
    /// <exception cref="NcpResponseException">The response contradicts itself or the request.</exception>
    public static IReadOnlyList<ServerInstance> Page(ResponseBody body, int? pageSize)
    {
        IReadOnlyList<ServerInstance> servers = Items(body, body.Servers);
        CheckNumbered(body, servers);
        CheckCount(body, servers.Count, "server", pageSize);
        return servers;
    }

    /// <summary>Checks the response to a request for a list that comes whole, such as that of the regions.</summary>
    /// <param name="body">The response.</param>
    /// <param name="list">The list's name in it.</param>
    /// <param name="fields">Reads an item.</param>
    /// <param name="item">What an item is, for messages.</param>
    /// <param name="codeOf">What each item has to have.</param>
    /// <exception cref="NcpResponseException">The response contradicts itself.</exception>
    public static IReadOnlyList<T> Whole<T>(ResponseBody body, string list, ItemFields<T> fields, string item, Func<T, string> codeOf)
        where T : class, new()
    {
        IReadOnlyList<T> items = Items(body, new ListField<T>($"{item}s", body.Fields, list, fields));
        CheckCount(body, items.Count, item, pageSize: null, isWhole: true);
        return items.All(one => codeOf(one).Length > 0) ? items : throw Contradiction(body, $"it has a {item} without a code");
    }

    // An absent list is an empty one where the response itself says that there is nothing to list.
    private static IReadOnlyList<T> Items<T>(ResponseBody body, ListField<T> list)
        where T : class, new() =>
        list.Items ?? (body.TotalRows == 0 && !list.IsSomethingElse
            ? []
            : throw Contradiction(body, $"{Total(body)}, but it has no list of {list.What}"));

    /// <summary>Refuses a response to a change that says nothing at all.</summary>
    /// <exception cref="NcpResponseException">It is such a one.</exception>
    public static void CheckSomethingIsSaid(ResponseBody body, bool isEmpty)
    {
        if (isEmpty && body.ReturnCode.Length == 0)
        {
            throw Contradiction(body, "it says neither what was done nor that anything was");
        }
    }

    /// <summary>Refuses a list with a server that has no number.</summary>
    /// <exception cref="NcpResponseException">It is such a one.</exception>
    public static void CheckNumbered(ResponseBody body, IEnumerable<ServerInstance> servers)
    {
        if (servers.Any(server => server.ServerInstanceNo.Length == 0))
        {
            throw Contradiction(body, "it has a server without a number");
        }
    }

    /// <summary>Refuses a list that is longer than the response, or the request, says; a whole one, also if it is shorter.</summary>
    /// <exception cref="NcpResponseException">It is such a one.</exception>
    public static void CheckCount(ResponseBody body, int count, string item, int? pageSize, bool isWhole = false)
    {
        if (count > body.TotalRows || (isWhole && count < body.TotalRows))
        {
            throw Contradiction(body, $"{Total(body)}, but the list has {Count(count, item)}");
        }

        if (count > pageSize)
        {
            throw Contradiction(body, $"it has {Count(count, item)} on a page of at most {Text(pageSize.Value)}");
        }
    }

    private static string Total(ResponseBody body) =>
        body.TotalRows is { } total ? $"totalRows is {Text(total)}" : "it is a success without totalRows";

    private static string Count(int count, string item) => count == 1 ? $"1 {item}" : $"{Text(count)} {item}s";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
