using System.Collections;
using System.Globalization;
using NcloudServer.Actions;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Actions;

/// <summary>Items of a whole list that are equal: two of one number contradict each other, two without a number do not.</summary>
public sealed class EqualItemsTests
{
    [Theory]
    [InlineData(10, "port:22 port:22 port:80")]
    [InlineData(2, "port:22 port:22 port:80 port:22")]
    [InlineData(3, "port:22 port:80 port:443 port:22 port:22 port:8080 port:22")]
    public async Task Items_without_a_number_of_their_own_count_as_often_as_they_come(int most, string items) =>
        Assert.Equal(items.Split(' ').Length, await CountAsync(most, items));

    [Theory]
    [InlineData(10, "ruleNo:1 ruleNo:1 ruleNo:2")]
    [InlineData(2, "ruleNo:1 ruleNo:2 ruleNo:2")]
    public Task One_number_twice_is_a_contradiction(int most, string items) =>
        Assert.ThrowsAsync<NcpResponseException>(() => CountAsync(most, items));

    [Theory]
    [InlineData(true, 6)]
    [InlineData(false, null)]
    public Task Where_a_page_may_have_come_again_it_is_an_error(bool isLastRepeated, int? announced) =>
        Assert.ThrowsAsync<NcpResponseException>(() => CountAsync(2, "port:1 port:2 port:3 port:4 port:1", announced, isLastRepeated));

    [Fact]
    public async Task A_list_whose_action_knows_no_pages_is_whole_without_a_total() =>
        Assert.Equal(3, await CountAsync(most: null, "port:22 port:22 port:80", announced: null));

    private static Task<int> CountAsync(int most, string items) => CountAsync(most, items, items.Split(' ').Length);

    /// <summary>Reads a list whose service gives some items at once, and gives its last page again where it has no further one.</summary>
    private static async Task<int> CountAsync(int? most, string items, int? announced, bool isLastRepeated = false)
    {
        string[] all = items.Split(' ').Select(item => $"{{\"{item.Replace(":", "\":\"", StringComparison.Ordinal)}\"}}").ToArray();
        using var service = new ActionService
        {
            Answer = request =>
            {
                int page = most is null || Parameter(request, "pageNo") is not { } asked ? 1 : asked;
                int size = Math.Min(most ?? int.MaxValue, Parameter(request, "pageSize") ?? int.MaxValue);
                IEnumerable<string> shown = all.Skip(isLastRepeated ? size * (Math.Min(page, 2) - 1) : size * (page - 1)).Take(size);
                string total = announced is null ? string.Empty : $"\"totalRows\":{announced},";
                return ActionService.Response(
                    $"200 {{\"getRuleListResponse\":{{\"returnCode\":\"0\",{total}\"ruleList\":[{string.Join(",", shown)}]}}}}");
            },
        };
        using ClientUnderTest client = service.Client();
        ApiCall call = ApiCall.Of("vserver", "getRuleList", new Hashtable(), "KR", value => value);
        return (await new ActionInvocation(client.Client, call).ReadAllAsync(CancellationToken.None)).Count;
    }

    private static int? Parameter(HttpRequestMessage request, string name) => request.RequestUri!.Query.TrimStart('?').Split('&')
        .Where(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(pair => (int?)int.Parse(pair.Split('=')[1], CultureInfo.InvariantCulture)).FirstOrDefault();
}
