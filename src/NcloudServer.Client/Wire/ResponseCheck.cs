using System.Globalization;
using System.Linq;

namespace NcloudServer.Wire;

/// <summary>Refuses a reply of any action that contradicts itself.</summary>
internal static class ResponseCheck
{
    /// <summary>Checks a reply to an action that reads.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="pageSize">The most items that the request asked for; null for all.</param>
    /// <exception cref="NcpResponseException">The reply contradicts itself or the request.</exception>
    public static ActionResponse Reading(ActionResponse reply, int? pageSize)
    {
        if (reply.BrokenList is { } broken)
        {
            throw ListCheck.Contradiction(reply.Body, $"there is no list in its {broken}");
        }

        if (reply.ListName is null)
        {
            return reply.IsEmpty && reply.Body.TotalRows is null or > 0
                ? throw ListCheck.Contradiction(reply.Body, "it says neither what there is nor that there is nothing")
                : reply;
        }

        int count = reply.Items.Count;
        if (count > reply.Body.TotalRows)
        {
            throw ListCheck.Contradiction(reply.Body, $"totalRows is {Text(reply.Body.TotalRows.Value)}, but it has {Text(count)} items");
        }

        if (count > pageSize)
        {
            throw ListCheck.Contradiction(reply.Body, $"it has {Text(count)} items on a page of at most {Text(pageSize.Value)}");
        }

        return reply.Items.OfType<ServerInstance>().Any(server => server.ServerInstanceNo.Length == 0)
            ? throw ListCheck.Contradiction(reply.Body, "it has a server without a number")
            : reply;
    }

    /// <summary>Checks a reply to an action that changes something.</summary>
    /// <exception cref="NcpResponseException">The reply says nothing at all.</exception>
    public static ActionResponse Changing(ActionResponse reply) => reply.IsEmpty && reply.Body.ReturnCode.Length == 0
        ? throw ListCheck.Contradiction(reply.Body, "it says neither what was done nor that anything was")
        : reply;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
