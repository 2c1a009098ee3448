using NcloudServer.Api;
using NcloudServer.Failures;
using NcloudServer.Operations;

namespace NcloudServer.Actions;

/// <summary>Reads every page of a list of a REST service, whether its pages have numbers or tokens.</summary>
internal sealed class RestList(NcloudClient client, ApiCall call)
{
    // Nothing guarantees that tokens end.
    private const int MostTokens = 10_000;

    private const string Advice = "Try again when less is changed at once, or narrow the list down with -Parameter.";

    /// <exception cref="NcpException">A page can't be read, or the pages do not add up.</exception>
    public async Task<IReadOnlyList<object>> ReadAsync(CancellationToken cancellationToken)
    {
        RestPage first = await PageAsync([], cancellationToken).ConfigureAwait(false);
        if (first.NextToken.Length > 0)
        {
            return await FollowAsync(first, cancellationToken).ConfigureAwait(false);
        }

        if (!first.List.GoesOn && (first.List.Total ?? first.List.Items.Count) == first.List.Items.Count)
        {
            return first.List.Items;
        }

        (string number, string size) = first.PageNames;
        return await new CompleteList<object>(
            client, async (pageNo, pageSize) => pageNo is null ? first.List : (await PageAsync(
            [
                new(number, ParameterText.Of(pageNo.Value - 1)!), new(size, ParameterText.Of(pageSize!.Value)!),
            ],
            cancellationToken).ConfigureAwait(false)).List, ItemIdentity.Of, $"The list of {call.Path}", Advice)
        {
            // A service may refuse more than it gives.
            PageSize = first.List.Items.Count > 0 ? first.List.Items.Count : null,
            HasNumber = ItemIdentity.IsNumbered,
        }.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<object>> FollowAsync(RestPage first, CancellationToken cancellationToken)
    {
        List<object> items = [.. first.List.Items];
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        for (RestPage page = first; page.NextToken.Length > 0;)
        {
            if (!tokens.Add(page.NextToken) || tokens.Count > MostTokens)
            {
                throw Inconsistent("the same page was announced twice");
            }

            page = await PageAsync([new("nextToken", page.NextToken)], cancellationToken).ConfigureAwait(false);
            items.AddRange(page.List.Items);
        }

        IEnumerable<string> numbered = items.Where(ItemIdentity.IsNumbered).Select(ItemIdentity.Of);
        return !numbered.All(new HashSet<string>(StringComparer.Ordinal).Add) ? throw Inconsistent("an item came twice")
            : first.List.Total is { } total && total != items.Count ? throw Inconsistent($"{total} items were announced, and {items.Count} came")
            : items;
    }

    private Task<RestPage> PageAsync(IReadOnlyList<KeyValuePair<string, string>> page, CancellationToken cancellationToken)
    {
        KeyValuePair<string, string>[] query = [.. call.Parameters.Where(given => !page.Any(own => own.Key == given.Key)), .. page];
        return client.InvokeAsync(
            call.Action,
            ApiRequest.Rest(call.Method!, client.AddressOf(call.Path), query, body: null, values: []),
            body => RestPage.Read(body, call.Path),
            cancellationToken);
    }

    private NcpResponseException Inconsistent(string what) =>
        new($"The list of {call.Path} changed, or contradicts itself: {what}. It is not known to be complete.", Advice)
        {
            Kind = FailureKind.Indeterminate,
        };
}
