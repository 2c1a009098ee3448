using NcloudServer.Api;
using NcloudServer.Operations;

namespace NcloudServer.Actions;

/// <summary>
/// Reads every page of a list, whether its pages have numbers or tokens: each with some more parameters, which ask for no more items than a
/// number.
/// </summary>
internal sealed class WholeList(
    NcloudClient client, ApiCall call, Func<IReadOnlyList<KeyValuePair<string, string>>, int?, Task<ListPage<object>>> read)
{
    // Nothing guarantees that tokens end.
    private const int MostTokens = 10_000;

    private const string Advice = "Try again when less is changed at once, or narrow the list down with -Parameter.";

    private readonly string _what = $"The list of {(call.Method is null ? call.Action : call.Path)}";

    /// <exception cref="NcpException">A page can't be read, or the pages do not add up.</exception>
    public async Task<IReadOnlyList<object>> ReadAsync(CancellationToken cancellationToken)
    {
        RestPage? first = call.Method is null ? null : (RestPage)await read([], null).ConfigureAwait(false);
        int? count = first?.Items.Count;
        (string number, string size) = first?.PageNames ?? ("pageNo", "pageSize");
        var numbered = new CompleteList<object>(client, PageAsync, IdentityOf, _what, Advice)
        {
            // A service may refuse more than it gives.
            PageSize = first is null ? call.PageSize : count > 0 ? count : null,
            HasNumber = IsNumbered,
        };
        return first is { NextToken.Length: > 0 } ? await FollowAsync(first).ConfigureAwait(false)
            : first is { GoesOn: false } && (first.Total ?? count) == count ? first.Items
            : await numbered.ReadAsync(cancellationToken).ConfigureAwait(false);

        // The pages of actions are numbered from 1, those of REST services from 0.
        Task<ListPage<object>> PageAsync(int? pageNo, int? pageSize) => pageNo is not { } no || pageSize is not { } most
            ? first is null ? read([], null) : Task.FromResult<ListPage<object>>(first)
            : read([new(number, ParameterText.Of(first is null ? no : no - 1)!), new(size, ParameterText.Of(most)!)], most);
    }

    /// <summary>
    /// Tells an item from others: its own number (<c>serverInstanceNo</c>; in REST services also <c>id</c>), since other fields change from
    /// one query to the next; where it has none, all of it.
    /// </summary>
    public static string IdentityOf(object item, bool hasIds) => NumberOf(item, hasIds) ?? Text(item);

    private static string? NumberOf(object item, bool hasIds) => item switch
    {
        ServerInstance server => server.ServerInstanceNo,
        ResponseObject one => one[one.Name + "No"] is string { Length: > 0 } number ? number
            : hasIds && one["id"] is { } id && id is string { Length: > 0 } or long ? Text(id) : null,
        _ => null,
    };

    private static string Text(object? value) => value switch
    {
        ResponseObject one => $"{{{string.Join(",", one.Members.Select(member => $"{member.Key}={Text(member.Value)}"))}}}",
        IReadOnlyList<object?> list => $"[{string.Join(",", list.Select(Text))}]",
        CodeName code => code.Code,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private string IdentityOf(object item) => IdentityOf(item, hasIds: call.Method is not null);

    // Two whose numbers are equal are one item.
    private bool IsNumbered(object item) => NumberOf(item, hasIds: call.Method is not null) is not null;

    private async Task<IReadOnlyList<object>> FollowAsync(RestPage first)
    {
        List<object> items = [.. first.Items];
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        for (RestPage page = first; page.NextToken.Length > 0;)
        {
            if (!tokens.Add(page.NextToken) || tokens.Count > MostTokens)
                throw Inconsistent("the same page was announced twice");

            page = (RestPage)await read([new("nextToken", page.NextToken)], null).ConfigureAwait(false);
            items.AddRange(page.Items);
        }

        IEnumerable<string> numbered = items.Where(IsNumbered).Select(IdentityOf);
        return !numbered.All(new HashSet<string>(StringComparer.Ordinal).Add) ? throw Inconsistent("an item came twice")
            : first.Total is { } total && total != items.Count ? throw Inconsistent($"{total} items were announced, and {items.Count} came")
            : items;
    }

    private NcpResponseException Inconsistent(string what) =>
        new($"{_what} changed, or contradicts itself: {what}. It is not known to be complete.", Advice) { Kind = FailureKind.Indeterminate };
}
