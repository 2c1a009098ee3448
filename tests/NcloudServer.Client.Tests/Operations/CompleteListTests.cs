using NcloudServer.Api;
using NcloudServer.Failures;
using NcloudServer.Operations;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Operations;

/// <summary>When pages make up a list, whatever it is a list of.</summary>
/// <remarks>Page: compute-vserver-fabriccluster-getfabricclusterlist.</remarks>
public sealed class CompleteListTests
{
    private readonly List<(int? PageNo, int? PageSize)> _asked = [];

    [Fact]
    public async Task Pages_that_agree_with_what_they_announce_are_the_list() =>
        Assert.Equal(["a", "b", "c", "d", "e"], await ReadAsync(Page(5, "a", "b"), Page(5, "c", "d"), Page(5, "e")));

    [Fact]
    public async Task Pages_that_announce_no_total_of_their_own_are_held_against_the_first() =>
        Assert.Equal(["a", "b", "c"], await ReadAsync(Page(3, "a", "b"), Page(null, "c")));

    [Theory]
    [InlineData("5 a b", "5 c d", "4 e")]
    [InlineData("5 a b", "6 c d", "5 e")]
    [InlineData("5 a b", "5 c d", "5 e a")]
    [InlineData("5 a b", "5 c d", "5 d")]
    [InlineData("5 a b", "5 c d", "5")]
    public async Task Pages_that_contradict_each_other_never_are(params string[] pages)
    {
        ListPage<string>[] contradictory = pages.Select(page => page.Split(' '))
            .Select(parts => Page(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), parts[1..])).ToArray();

        NcpException failure = await Assert.ThrowsAsync<NcpResponseException>(() => ReadAsync(contradictory));

        Assert.Contains("The list kept changing", failure.Message, StringComparison.Ordinal);
    }

    public static TheoryData<NcpException> TooLarge => new()
    {
        new NcpServiceException(NcpErrorId.NcpRequestRefused, "too large", "advice") { Kind = FailureKind.TooLarge },
        new NcpResponseException("too large", "advice") { Kind = FailureKind.Indeterminate, IsTooLarge = true },
    };

    [Theory]
    [MemberData(nameof(TooLarge))]
    internal async Task A_list_that_is_too_large_as_a_whole_is_read_in_pages(NcpException failure)
    {
        using var client = new ClientUnderTest(AnsweringHandler.Address);
        var list = new CompleteList<string>(client.Client, Read, item => item, "The list", "advice");

        Assert.Equal(["a", "b"], await list.ReadAsync(CancellationToken.None));

        Task<ListPage<string>> Read(int? pageNo, int? size) => pageNo is null ? throw failure : Task.FromResult(Page(2, "a", "b"));
    }

    [Fact]
    public async Task A_list_that_can_not_be_read_as_a_whole_for_another_reason_is_not_read_in_pages()
    {
        using var client = new ClientUnderTest(AnsweringHandler.Address);
        var failure = new NcpResponseException("foreign", "advice") { Kind = FailureKind.Indeterminate };
        var list = new CompleteList<string>(client.Client, (_, _) => throw failure, item => item, "The list", "advice");

        Assert.Same(failure, await Assert.ThrowsAsync<NcpResponseException>(() => list.ReadAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task A_list_without_a_total_is_whole_if_its_action_has_no_pages()
    {
        using var client = new ClientUnderTest(AnsweringHandler.Address);
        var list = new CompleteList<string>(client.Client, Read, item => item, "The list", "advice");

        Assert.Equal(["a", "b"], await list.ReadAsync(CancellationToken.None));

        static Task<ListPage<string>> Read(int? pageNo, int? size) => pageNo is null
            ? Task.FromResult(Page(null, "a", "b"))
            : throw new NcpServiceException(NcpErrorId.NcpRequestRefused, "no pages", "advice") { Kind = FailureKind.Rejected };
    }

    [Fact]
    public async Task The_further_pages_of_a_long_list_are_read_eight_at_once()
    {
        using var client = new ClientUnderTest(AnsweringHandler.Address, throttleLimit: 8);
        var areEightAsked = new TaskCompletionSource();
        int asked = 0;
        var list = new CompleteList<string>(client.Client, ReadAsync, item => item, "The list", "advice");

        Assert.Equal(10, (await list.ReadAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30))).Count);

        async Task<ListPage<string>> ReadAsync(int? pageNo, int? size)
        {
            if (pageNo > 2)
            {
                if (++asked == 8)
                {
                    areEightAsked.SetResult();
                }

                await areEightAsked.Task;
            }

            return Page(10, $"{pageNo ?? 1}");
        }
    }

    [Theory]
    [InlineData(null, 500)]
    [InlineData(20, 20)]
    public async Task A_page_is_as_large_as_its_list_allows_and_then_as_large_as_the_service_made_it(int? most, int expected)
    {
        await ReadAsync(most, Page(3, "a", "b"), Page(3, "c"));

        Assert.Equal([(null, null), (1, expected), (2, 2), (1, 2), (2, 2)], _asked);
    }

    private static ListPage<string> Page(int? total, params string[] items) => new(items, total);

    private Task<IReadOnlyList<string>> ReadAsync(params ListPage<string>[] pages) => ReadAsync(pageSize: null, pages);

    /// <summary>Reads pages of a list that does not come whole at once.</summary>
    private async Task<IReadOnlyList<string>> ReadAsync(int? pageSize, params ListPage<string>[] pages)
    {
        using var client = new ClientUnderTest(AnsweringHandler.Address, retries: 1);
        return await new CompleteList<string>(client.Client, Read, item => item, "The list", "advice") { PageSize = pageSize }
            .ReadAsync(CancellationToken.None);

        Task<ListPage<string>> Read(int? pageNo, int? size)
        {
            _asked.Add((pageNo, size));
            return Task.FromResult(pages[(pageNo ?? 1) - 1]);
        }
    }
}
