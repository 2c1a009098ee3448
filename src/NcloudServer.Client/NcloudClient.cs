using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Credentials;
using NcloudServer.Http;
using NcloudServer.Operations;
using NcloudServer.Wire;

namespace NcloudServer;

/// <summary>How a client behaves; the defaults are the cmdlets'.</summary>
internal sealed record ClientOptions
{
    /// <summary>The time for one request, its body included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many requests may be under way at once.</summary>
    public int ThrottleLimit { get; init; } = 4;

    public RetryPolicy Retry { get; init; } = new(3);

    public Func<DateTimeOffset> Clock { get; init; } = () => DateTimeOffset.UtcNow;

    /// <summary>A clock for durations, which nobody sets.</summary>
    public Func<TimeSpan> Elapsed { get; init; } = () => TimeSpan.FromSeconds((double)Stopwatch.GetTimestamp() / Stopwatch.Frequency);
}

/// <summary>Calls the actions of the Server API: signs, limits, repeats what may be repeated, reads.</summary>
/// <remarks>Source: api.ncloud-docs.com, pages <c>compute-vserver-server-*</c>.</remarks>
internal sealed class NcloudClient(Uri apiBase, CredentialChain credentials, HttpTransport transport, ClientOptions options, ActivityLog log)
    : IDisposable
{
    private const string NumberList = "serverInstanceNoList";
    private const string ListAction = "getServerInstanceList";

    // What a process's first call would wait for is done beside it, in the order in which it is needed.
    private static readonly Lazy<Task> s_preparation = new(() => Task.Run(() =>
    {
        RequestSigner.Signature("GET", "/", "0", new AccessKey("none", "none"));
        ReplyReader.Prepare();
    }));

    private readonly SemaphoreSlim _inFlight = new(options.ThrottleLimit);
    private long _clockOffsetTicks;

    public RetryPolicy Retry => options.Retry;

    public ActivityLog Log => log;

    /// <summary>The failure after which this client sends nothing more.</summary>
    public FatalFailure Fatal { get; } = new();

    public DateTimeOffset Now => options.Clock();

    /// <summary>Time for measuring durations; its beginning means nothing.</summary>
    public TimeSpan Elapsed => options.Elapsed();

    /// <summary>By how much the service's clock is ahead of this computer's, as its last reply shows it.</summary>
    public TimeSpan ClockOffset => new(Volatile.Read(ref _clockOffsetTicks));

    /// <summary>Makes sure that there is a key, before anything is asked of the service.</summary>
    /// <exception cref="NcpConfigurationException">There is none.</exception>
    public async Task AuthenticateAsync(CancellationToken cancellationToken)
    {
        _ = s_preparation.Value;
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
        return Servers(body, regionCode);
    }

    /// <summary>Reads servers by their numbers; those that do not exist are not among the answer. What is too much for one request is read in halves.</summary>
    public async Task<IReadOnlyList<ServerInstance>> FindAsync(
        string? regionCode, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        try
        {
            QueryBuilder query = Query(regionCode).AddList(NumberList, numbers);
            ReplyBody body = await CallAsync(ListAction, query, isChange: false, cancellationToken).ConfigureAwait(false);
            return Servers(body, regionCode);
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
    public async Task<IReadOnlyList<Region>> GetRegionsAsync(CancellationToken cancellationToken)
    {
        var query = new QueryBuilder().Add("responseFormatType", "json");
        ReplyBody body = await CallAsync("getRegionList", query, isChange: false, cancellationToken).ConfigureAwait(false);
        return body.RegionList;
    }

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
        ReplyBody body = await CallAsync(ListAction, query, isChange: false, cancellationToken).ConfigureAwait(false);
        return (Servers(body, filter.RegionCode), body.TotalRows);
    }

    public void Dispose()
    {
        transport.Dispose();
        credentials.Dispose();
    }

    private static QueryBuilder Query(string? regionCode) =>
        new QueryBuilder().Add("responseFormatType", "json").Add("regionCode", regionCode);

    private static IReadOnlyList<ServerInstance> Servers(ReplyBody body, string? regionCode)
    {
        foreach (ServerInstance server in body.ServerInstanceList)
        {
            // What is piped on has to find its way back to its region.
            if (server.RegionCode.Length == 0 && regionCode is not null)
            {
                server.RegionCode = regionCode;
            }
        }

        return body.ServerInstanceList;
    }

    private async Task<ReplyBody> CallAsync(string action, QueryBuilder query, bool isChange, CancellationToken cancellationToken)
    {
        var uri = new Uri($"{apiBase}/{action}{query}");
        for (int retry = 0; ; retry++)
        {
            try
            {
                return await CallOnceAsync(uri, isChange, cancellationToken).ConfigureAwait(false);
            }
            catch (NcpException e) when (retry < Retry.MaximumRetryCount
                && (e.Fate == Fate.Repeatable || (e.Fate == Fate.Unknown && !isChange)))
            {
                TimeSpan pause = RetryPolicy.Pause(retry, (e as NcpServiceException)?.RetryAfter);
                log.Verbose($"{e.Message} Repeating {action} in {RetryPolicy.InSeconds(pause)} s ({retry + 1} of {Retry.MaximumRetryCount}).");
                await Retry.WaitAsync(pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<ReplyBody> CallOnceAsync(Uri uri, bool isChange, CancellationToken cancellationToken)
    {
        using RawReply reply = await ExchangeAsync(uri, isChange, cancellationToken).ConfigureAwait(false);
        // A long list takes a while to read: the next request is under way by then.
        return Read(reply, isChange);
    }

    private async Task<RawReply> ExchangeAsync(Uri uri, bool isChange, CancellationToken cancellationToken)
    {
        await _inFlight.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Checked and set while no other request can take this one's place: after a fatal answer, nothing goes out.
            Fatal.ThrowIfSet();
            AccessKey key = await credentials.GetAsync(cancellationToken).ConfigureAwait(false);
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            ForbidSilentRepeats(request, isChange);
            RequestSigner.Sign(request, key, options.Clock());
            log.Debug(WireTrace.Request(request));
            var watch = Stopwatch.StartNew();
            RawReply reply = await transport.SendAsync(request, options.Timeout, cancellationToken).ConfigureAwait(false);
            log.Debug(WireTrace.Reply(reply, watch.Elapsed));
            if (reply.Headers.Date is { } date)
            {
                Volatile.Write(ref _clockOffsetTicks, (date - options.Clock()).Ticks);
            }

            if (!reply.IsSuccess)
            {
                ReplyReader.Read(reply, options.Clock());
            }

            return reply;
        }
        catch (NcpException e) when (isChange)
        {
            Fatal.SetIfFatal(e);
            throw;
        }
        finally
        {
            _inFlight.Release();
        }
    }

    private ReplyBody Read(RawReply reply, bool isChange)
    {
        try
        {
            return ReplyReader.Read(reply, options.Clock());
        }
        catch (NcpException e) when (isChange)
        {
            Fatal.SetIfFatal(e);
            throw;
        }
    }

    /// <summary>
    /// The network stack sends a request again by itself when a kept connection ends before the first byte of the reply, although
    /// the service may have done the work by then. It never does so once it has begun to send a body, be it an empty one.
    /// </summary>
    private static void ForbidSilentRepeats(HttpRequestMessage request, bool isChange)
    {
#if NETFRAMEWORK
        // There a GET can't have a body; on a connection of its own it is not repeated either, and for a reading that is not worth it.
        request.Headers.ConnectionClose = isChange;
#else
        _ = isChange;
        request.Content = new ByteArrayContent([]);
#endif
    }
}
