using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NcloudServer.Failures;

namespace NcloudServer.Wire;

/// <summary>
/// Refuses the reply to a list action that contradicts itself or the request. What such a reply leaves out can't be taken for a server
/// that does not exist.
/// </summary>
internal static class ListCheck
{
    /// <summary>
    /// How many servers a reply announces; null where it does not say. Something in place of the list hides at least one.
    /// </summary>
    public static int? Announced(ResponseBody body) => ReferenceEquals(body.ServerInstanceList, ServerListConverter.NotAList)
        ? Math.Max(1, body.TotalRows ?? 1)
        : body.TotalRows;

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

    /// <summary>Checks the reply to an action on servers. A server that it does not name has to be looked up.</summary>
    /// <returns>The servers.</returns>
    /// <exception cref="NcpResponseException">The reply says nothing at all.</exception>
    public static IReadOnlyList<ServerInstance> Changed(ResponseBody body)
    {
        bool isEmpty = body.ServerInstanceList is null && body.ReturnCode.Length == 0;
        return isEmpty ? throw Contradiction(body, "it says neither what was done nor that anything was") : body.ServerInstanceList ?? [];
    }

    /// <summary>Checks the reply to a request for servers by their numbers. A service may cap it: then it announces more than it has.</summary>
    /// <param name="body">The reply.</param>
    /// <param name="asked">The numbers of the request.</param>
    /// <returns>The servers.</returns>
    /// <exception cref="NcpResponseException">The reply contradicts itself or the request.</exception>
    public static IReadOnlyList<ServerInstance> Numbers(ResponseBody body, IReadOnlyList<string> asked)
    {
        IReadOnlyList<ServerInstance> servers = Numbered(body);
        if (servers.Count == 0 || servers.Count > body.TotalRows)
        {
            CheckTotal(body, servers.Count, Servers(servers.Count));
        }

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

    /// <summary>Checks the reply to a request for a list of servers, or for one page of it.</summary>
    /// <param name="body">The reply.</param>
    /// <param name="pageSize">The most servers that the request asked for; null for all.</param>
    /// <returns>The servers.</returns>
    /// <exception cref="NcpResponseException">The reply contradicts itself or the request.</exception>
    public static IReadOnlyList<ServerInstance> Page(ResponseBody body, int? pageSize)
    {
        IReadOnlyList<ServerInstance> servers = Numbered(body);
        if (servers.Count > body.TotalRows)
        {
            throw Contradiction(body, $"{Total(body)}, but this page alone has {Servers(servers.Count)}");
        }

        return servers.Count > pageSize
            ? throw Contradiction(body, $"it has {Servers(servers.Count)} on a page of at most {Text(pageSize.Value)}")
            : servers;
    }

    /// <summary>Checks the reply to the request for the regions.</summary>
    /// <returns>The regions.</returns>
    /// <exception cref="NcpResponseException">The reply contradicts itself.</exception>
    public static IReadOnlyList<Region> Regions(ResponseBody body)
    {
        IReadOnlyList<Region> regions = List(body.RegionList, body, "regions") ?? NoList<Region>(body, "regions");
        CheckTotal(body, regions.Count, regions.Count == 1 ? "1 region" : $"{Text(regions.Count)} regions");
        return regions.All(region => region.RegionCode.Length > 0)
            ? regions
            : throw Contradiction(body, "it has a region without a code");
    }

    private static IReadOnlyList<ServerInstance> Numbered(ResponseBody body)
    {
        IReadOnlyList<ServerInstance> servers = List(body.ServerInstanceList, body, "servers") ?? NoList<ServerInstance>(body, "servers");
        return servers.All(server => server.ServerInstanceNo.Length > 0)
            ? servers
            : throw Contradiction(body, "it has a server without a number");
    }

    private static IReadOnlyList<T>? List<T>(IReadOnlyList<T>? list, ResponseBody body, string items)
        where T : class =>
        ReferenceEquals(list, ObjectListConverter<T>.NotAList)
            ? throw Contradiction(body, $"{Total(body)}, but it has no list of {items}")
            : list;

    // An absent list is an empty one where the reply itself says that there is nothing to list.
    private static T[] NoList<T>(ResponseBody body, string items) =>
        body.TotalRows == 0 ? [] : throw Contradiction(body, $"{Total(body)}, but it has no list of {items}");

    private static void CheckTotal(ResponseBody body, int count, string items)
    {
        if (body.TotalRows is { } total && total != count)
        {
            throw Contradiction(body, $"{Total(body)}, but the list has {items}");
        }
    }

    private static string Total(ResponseBody body) =>
        body.TotalRows is { } total ? $"totalRows is {Text(total)}" : "it is a success without totalRows";

    private static string Servers(int count) => count == 1 ? "1 server" : $"{Text(count)} servers";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
