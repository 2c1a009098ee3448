using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NcloudServer.Operations;
using NcloudServer.Wire;

namespace NcloudServer.Actions;

/// <summary>A response of a REST service: a list or a page of it, one object, or nothing.</summary>
/// <remarks>
/// Sources: api.ncloud-docs.com, pages <c>api-call-std-*</c> (<c>pageNo</c> from 0, <c>totalElements</c>),
/// <c>pub-billing-v2-overview</c> (<c>nextToken</c>) and <c>management-subaccount-getsubaccounts</c> (<c>page</c> from 0, <c>totalItems</c>).
/// </remarks>
/// <param name="List">The items, or the one object, and how many there are in all.</param>
/// <param name="NextToken">What asks for the next page; empty where there is none, or pages have numbers.</param>
/// <param name="PageNames">How a request names the page and its size; null where the list has no pages with numbers.</param>
internal sealed record RestPage(ListPage<object> List, string NextToken, (string Number, string Size)? PageNames)
{
    private static readonly string[] s_totals = ["totalElements", "totalItems", "totalRows", "totalCount"];

    private static readonly string[] s_aboutPages =
    [
        .. s_totals, "pageNo", "pageSize", "page", "size", "totalPages", "nextToken", "hasNext", "hasPrevious", "isFirst", "isLast", "first",
        "last", "empty", "number", "numberOfElements", "requestId", "returnCode", "returnMessage",
    ];

    /// <summary>Reads a response.</summary>
    /// <param name="body">The response.</param>
    /// <param name="path">The path that was asked, whose last name is what an object without one is.</param>
    public static RestPage Read(ResponseBody body, string path)
    {
        object? value = new ResponseTree(isRaw: false, keepsTypes: !body.HasEnvelope).Value(NameOf(path), body.Fields);
        if (value is not ResponseObject fields)
        {
            object[] items = value switch
            {
                IReadOnlyList<object?> list => [.. list.OfType<object>()],
                null or "" => [],
                _ => [value],
            };
            return new RestPage(new ListPage<object>(items, items.Length), string.Empty, null);
        }

        // What is told about the pages may stand beside the list, or in an object of its own.
        List<KeyValuePair<string, object?>> about = fields.Members
            .SelectMany(member => member.Value is ResponseObject inner && inner.Members.All(IsAboutPages) ? inner.Members : [member])
            .Where(IsAboutPages).ToList();
        string[] lists = fields.Members.Where(member => member.Value is IReadOnlyList<object?>).Select(member => member.Key).ToArray();
        int others = fields.Members.Count(member => !IsAboutPages(member) && !IsAboutPagesInside(member));
        if (lists.Length != 1 || others != 1)
        {
            return new RestPage(new ListPage<object>(fields.Members.Count == 0 ? [] : [fields], 1), string.Empty, null);
        }

        object[] all = ((IReadOnlyList<object?>)fields[lists[0]]!).OfType<object>().ToArray();
        bool isShort = about.Exists(member => member.Key == "page");
        string token = Find("nextToken") as string ?? string.Empty;
        int? total = s_totals.Select(name => Number(Find(name))).FirstOrDefault(number => number is not null);
        return new RestPage(
            new ListPage<object>(all, total) { GoesOn = token.Length > 0 || total > all.Length },
            token,
            isShort ? ("page", "size") : about.Exists(member => member.Key is "pageNo" or "totalElements" or "totalRows") ? ("pageNo", "pageSize") : null);

        object? Find(string name) => about.Where(member => member.Key == name).Select(member => member.Value).FirstOrDefault();
    }

    // "widgets" of /api/v1/widgets and of /api/v1/widgets/7.
    private static string NameOf(string path) =>
        path.Split('/').LastOrDefault(part => part.Length > 0 && !part.Any(char.IsDigit)) is { } name ? name.Replace("-", string.Empty) : "response";

    private static bool IsAboutPages(KeyValuePair<string, object?> member) =>
        s_aboutPages.Contains(member.Key) && member.Value is not (ResponseObject or IReadOnlyList<object?>);

    private static bool IsAboutPagesInside(KeyValuePair<string, object?> member) =>
        member.Value is ResponseObject inner && inner.Members.Count > 0 && inner.Members.All(IsAboutPages);

    private static int? Number(object? value) =>
        value is null ? null : ResponseValue.Count(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty);
}
