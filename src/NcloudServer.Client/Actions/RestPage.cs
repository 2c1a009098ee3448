using NcloudServer.Api;
using NcloudServer.Wire;

namespace NcloudServer.Actions;

/// <summary>A response of a REST service: a list or a page of it, one object, or nothing.</summary>
/// <remarks>
/// Sources: api.ncloud-docs.com, pages <c>api-call-std-*</c> (<c>pageNo</c> from 0, <c>totalElements</c>),
/// <c>pub-billing-v2-overview</c> (<c>nextToken</c>) and <c>management-subaccount-getsubaccounts</c> (<c>page</c> from 0, <c>totalItems</c>).
/// </remarks>
internal sealed record RestPage(IReadOnlyList<object> Items, int? Total) : ListPage<object>(Items, Total)
{
    private static readonly string[] s_totals = ["totalElements", "totalItems", "totalRows", "totalCount"];

    private static readonly string[] s_aboutPages =
    [
        .. s_totals, "pageNo", "pageSize", "page", "size", "totalPages", "nextToken", "hasNext", "hasPrevious", "isFirst", "isLast", "first",
        "last", "empty", "number", "numberOfElements", "requestId", "returnCode", "returnMessage",
    ];

    // As Spring puts them beside a page.
    private static readonly string[] s_beside = ["pageable", "sort"];

    /// <summary>Asks for the next page; empty where there is none, or pages have numbers.</summary>
    public string NextToken { get; private init; } = string.Empty;

    public (string Number, string Size) PageNames { get; private init; } = ("pageNo", "pageSize");

    /// <summary>Reads the response to a request for a path, whose last name is what an object without one is.</summary>
    public static RestPage Read(ResponseBody body, string path)
    {
        object? value = new ResponseTree(isRaw: false, keepsTypes: !body.HasEnvelope).Value(NameOf(path), body.Fields);
        if (value is not ResponseObject fields)
            return Whole(value is IReadOnlyList<object?> list ? list : value is "" ? [] : [value]);

        // What is told about the pages may stand beside the list, or in an object of its own.
        ILookup<string, object?> about = fields.Members
            .SelectMany(member => member.Value is ResponseObject inner && inner.Members.All(IsAboutPages) ? inner.Members : [member])
            .Where(IsAboutPages).ToLookup(member => member.Key, member => member.Value);
        KeyValuePair<string, object?>[] own = fields.Members.Where(member => !IsAboutPages(member) && !IsAboutPagesInside(member)).ToArray();
        if (own.Length != 1 || own[0].Value is not IReadOnlyList<object?> items)
            return Whole(fields.Members.Count == 0 ? [] : [fields]);

        object[] all = items.OfType<object>().ToArray();
        string token = Find("nextToken") as string ?? string.Empty;
        int? total = s_totals.Select(name => Number(Find(name))).FirstOrDefault(number => number is not null);
        return new RestPage(all, total)
        {
            GoesOn = token.Length > 0 || total > all.Length || Find("hasNext") is true || Find("isLast") is false || Find("last") is false,
            NextToken = token,
            PageNames = about.Contains("page") || about.Contains("number") ? ("page", "size") : ("pageNo", "pageSize"),
        };

        object? Find(string name) => about[name].FirstOrDefault();
    }

    private static RestPage Whole(IReadOnlyList<object?> values)
    {
        object[] items = values.OfType<object>().ToArray();
        return new RestPage(items, items.Length);
    }

    // "widgets" of /api/v1/widgets and of /api/v1/widgets/7.
    private static string NameOf(string path) =>
        path.Split('/').LastOrDefault(part => part.Length > 0 && !part.Any(char.IsDigit)) is { } name ? name.Replace("-", string.Empty) : "response";

    private static bool IsAboutPages(KeyValuePair<string, object?> member) =>
        s_aboutPages.Contains(member.Key) && member.Value is not (ResponseObject or IReadOnlyList<object?>);

    private static bool IsAboutPagesInside(KeyValuePair<string, object?> member) =>
        s_beside.Contains(member.Key) || (member.Value is ResponseObject { Members.Count: > 0 } inner && inner.Members.All(IsAboutPages));

    private static int? Number(object? value) => ResponseValue.Count(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty);
}
