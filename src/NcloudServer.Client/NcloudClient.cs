using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Credentials;
using NcloudServer.Http;
using NcloudServer.Operations;
using NcloudServer.Wire;

namespace NcloudServer;

/// <summary>Calls the actions of the Server API.</summary>
/// <remarks>Source: api.ncloud-docs.com, pages <c>compute-vserver-server-*</c>.</remarks>
internal sealed class NcloudClient(Uri apiBase, CredentialChain credentials, HttpTransport transport, ClientOptions options, ActivityLog log)
    : IDisposable
{
    private const string NumberList = "serverInstanceNoList";
    private const string ListAction = "getServerInstanceList";

    private readonly ApiCaller _caller = new(credentials, transport, options, log);

    public RetryPolicy Retry => options.Retry;

    public ActivityLog Log => log;

    /// <summary>The failure after which this client sends nothing more.</summary>
    public FatalFailure Fatal => _caller.Fatal;

    public DateTimeOffset Now => options.Clock();

    /// <summary>Time for measuring durations; its beginning means nothing.</summary>
    public TimeSpan Elapsed => options.Elapsed();

    /// <summary>By how much the service's clock is ahead of this computer's, as its last reply shows it.</summary>
    public TimeSpan ClockOffset => _caller.ClockOffset;

    /// <summary>Makes sure that there is a key, before anything is asked of the service.</summary>
    /// <exception cref="NcpConfigurationException">There is none.</exception>
    public async Task AuthenticateAsync(CancellationToken cancellationToken)
    {
        ApiCaller.Prepare();
        await credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        log.Verbose($"The endpoint is {apiBase}, the access key comes from {credentials.Source}.");
    }

    /// <summary>The length of the longest address that any action on a server of the region has before the first number.</summary>
    public int UrlLengthWithoutNumbers(string? regionCode) =>
        apiBase.AbsoluteUri.Length + 1 + "interruptServerInstance".Length + Query(regionCode).ToString().Length;

    /// <summary>What a number adds to the address.</summary>
    /// <param name="position">Its place in the list, from 1.</param>
    /// <param name="number">The number.</param>
    public static int UrlLengthOf(int position, string number) =>
        NumberList.Length + position.ToString(CultureInfo.InvariantCulture).Length + number.Length + 3;

    /// <summary>Carries out an action that changes servers. It is never repeated once it may have been carried out.</summary>
    public async Task<IReadOnlyList<ServerInstance>> ChangeAsync(
        ServerAction action, string? regionCode, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        QueryBuilder query = Query(regionCode);
        _ = action.Goal is not null ? query.AddList(NumberList, numbers) : query.Add("serverInstanceNo", numbers[0]);
        ReplyBody body = await CallAsync(action.Name, query, isChange: true, cancellationToken).ConfigureAwait(false);
        // Nobody named: what became of the servers has to be looked up.
        return InRegion(body.ServerInstanceList ?? [], regionCode);
    }

    /// <summary>Reads servers by their numbers; those that do not exist are not among the answer. What is too much for one request is read in halves.</summary>
    public async Task<IReadOnlyList<ServerInstance>> FindAsync(
        string? regionCode, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        try
        {
            QueryBuilder query = Query(regionCode).AddList(NumberList, numbers);
            IReadOnlyList<ServerInstance> servers = await ReadAsync(
                ListAction, query, body => ListCheck.Numbers(body, numbers), cancellationToken).ConfigureAwait(false);
            return InRegion(servers, regionCode);
        }
        catch (NcpException e) when (e.Fate == Fate.TooLarge && numbers.Count > 1)
        {
            int half = numbers.Count / 2;
            IReadOnlyList<ServerInstance> first = await FindAsync(regionCode, numbers.Take(half).ToArray(), cancellationToken).ConfigureAwait(false);
            IReadOnlyList<ServerInstance> second = await FindAsync(regionCode, numbers.Skip(half).ToArray(), cancellationToken).ConfigureAwait(false);
            return [.. first, .. second];
        }
    }

    /// <summary>Reads the regions; the service takes the first for whoever names none.</summary>
    public Task<IReadOnlyList<Region>> GetRegionsAsync(CancellationToken cancellationToken) =>
        ReadAsync("getRegionList", new QueryBuilder().Add("responseFormatType", "json"), ListCheck.Regions, cancellationToken);

    /// <summary>Reads one page of a region's servers.</summary>
    /// <param name="filter">Which servers.</param>
    /// <param name="pageNo">The page, from 1.</param>
    /// <param name="pageSize">How many servers a page has.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The page, and how many servers there are on all pages.</returns>
    public async Task<(IReadOnlyList<ServerInstance> Servers, int Total)> GetPageAsync(
        ServerFilter filter, int pageNo, int pageSize, CancellationToken cancellationToken)
    {
        QueryBuilder query = Query(filter.RegionCode).Add("vpcNo", filter.VpcNo).Add("serverName", filter.ServerName)
            .Add("serverInstanceStatusCode", filter.StatusCode).Add("pageNo", pageNo).Add("pageSize", pageSize);
        (IReadOnlyList<ServerInstance> servers, int total) = await ReadAsync(
            ListAction, query, body => (ListCheck.Page(body, pageSize), body.TotalRows ?? 0), cancellationToken).ConfigureAwait(false);
        return (InRegion(servers, filter.RegionCode), total);
    }

    public void Dispose() => _caller.Dispose();

    private static QueryBuilder Query(string? regionCode) =>
        new QueryBuilder().Add("responseFormatType", "json").Add("regionCode", regionCode);

    private static IReadOnlyList<ServerInstance> InRegion(IReadOnlyList<ServerInstance> servers, string? regionCode)
    {
        foreach (ServerInstance server in servers)
        {
            // What is piped on has to find its way back to its region.
            if (server.RegionCode.Length == 0 && regionCode is not null)
            {
                server.RegionCode = regionCode;
            }
        }

        return servers;
    }

    /// <summary>Reads something, again where its reply contradicts itself: as often as anything else that may pass.</summary>
    private async Task<T> ReadAsync<T>(string action, QueryBuilder query, Func<ReplyBody, T> check, CancellationToken cancellationToken)
    {
        for (int retry = 0; ; retry++)
        {
            ReplyBody body = await CallAsync(action, query, isChange: false, cancellationToken).ConfigureAwait(false);
            try
            {
                return check(body);
            }
            catch (NcpResponseException e) when (retry < Retry.MaximumRetryCount)
            {
                TimeSpan pause = RetryPolicy.Pause(retry);
                string count = $"({retry + 1} of {Retry.MaximumRetryCount})";
                log.Verbose($"{e.Message} Repeating {action} in {RetryPolicy.InSeconds(pause)} s {count}.");
                await Retry.WaitAsync(pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private Task<ReplyBody> CallAsync(string action, QueryBuilder query, bool isChange, CancellationToken cancellationToken) =>
        _caller.CallAsync(action, new Uri($"{apiBase}/{action}{query}"), isChange, cancellationToken);
}
