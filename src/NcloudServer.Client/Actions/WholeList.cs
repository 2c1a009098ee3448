using System.Globalization;
using NcloudServer.Api;
using NcloudServer.Failures;
using NcloudServer.Operations;

namespace NcloudServer.Actions;

/// <summary>Reads every page of a list, whether its pages have numbers or tokens.</summary>
/// <param name="client">The API client.</param>
/// <param name="call">The call.</param>
/// <param name="read">Reads what the service gives for some more parameters, which ask for no more items than a number.</param>
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
        if (call.Method is null)
        {
            return await NumberedAsync(first: null, 1, ("pageNo", "pageSize"), call.PageSize, cancellationToken).ConfigureAwait(false);
        }

        var first = (RestPage)await read([], null).ConfigureAwait(false);
        int count = first.Items.Count;
        return first.NextToken.Length > 0 ? await FollowAsync(first).ConfigureAwait(false)
            : !first.GoesOn && (first.Total ?? count) == count ? first.Items
            // A service may refuse more than it gives.
            : await NumberedAsync(first, 0, first.PageNames, count > 0 ? count : null, cancellationToken).ConfigureAwait(false);
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

    private Task<IReadOnlyList<object>> NumberedAsync(
        RestPage? first, int firstNo, (string Number, string Size) names, int? pageSize, CancellationToken cancellationToken)
    {
        return new CompleteList<object>(client, PageAsync, IdentityOf, _what, Advice)
        {
            PageSize = pageSize,
            HasNumber = IsNumbered,
        }.ReadAsync(cancellationToken);

        Task<ListPage<object>> PageAsync(int? pageNo, int? size) => pageNo is not { } number || size is not { } most
            ? first is null ? read([], null) : Task.FromResult<ListPage<object>>(first)
            : read([new(names.Number, ParameterText.Of(number - 1 + firstNo)!), new(names.Size, ParameterText.Of(most)!)], most);
    }

    private async Task<IReadOnlyList<object>> FollowAsync(RestPage first)
    {
        List<object> items = [.. first.Items];
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        for (RestPage page = first; page.NextToken.Length > 0;)
        {
            if (!tokens.Add(page.NextToken) || tokens.Count > MostTokens)
            {
                throw Inconsistent("the same page was announced twice");
            }

            page = (RestPage)await read([new("nextToken", page.NextToken)], null).ConfigureAwait(false);
            items.AddRange(page.Items);
        }

        return !items.Where(IsNumbered).Select(IdentityOf).All(new HashSet<string>(StringComparer.Ordinal).Add) ? throw Inconsistent("an item came twice")
            : first.Total is { } total && total != items.Count ? throw Inconsistent($"{total} items were announced, and {items.Count} came")
            : items;
    }

    private NcpResponseException Inconsistent(string what) =>
        new($"{_what} changed, or contradicts itself: {what}. It is not known to be complete.", Advice) { Kind = FailureKind.Indeterminate };
}
