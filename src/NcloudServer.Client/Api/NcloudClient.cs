using NcloudServer.Addresses;
using NcloudServer.Credentials;
using NcloudServer.Http;
using NcloudServer.Wire;

namespace NcloudServer.Api;

/// <summary>Calls the actions of the Server API.</summary>
/// <remarks>Source: api.ncloud-docs.com, pages <c>compute-vserver-server-*</c>.</remarks>
internal sealed class NcloudClient(
    Uri apiBase, CredentialChain credentials, HttpTransport transport, ClientOptions options, ActivityLog log) : IDisposable
{
    private const string NumberList = "serverInstanceNoList";
    private const string ListAction = "getServerInstanceList";
    private const string RegionAction = "getRegionList";

    private readonly ApiCaller _caller = new(credentials, transport, options, log);
    private string? _firstRegion;

    public RetryPolicy Retry => options.Retry;
    public Action<Action> Queue => options.Queue;
    public ActivityLog Log => log;

    /// <inheritdoc cref="ActivityLog.WriteTo"/>
    public void WriteLog(Action<string> verbose, Action<string> debug) => log.WriteTo(verbose, debug);

    /// <summary>The throttle. Whoever changes or finds servers or checks a region has to enter it; all other calls do so themselves.</summary>
    public RequestGate Gate => _caller.Gate;

    public TimeSpan Elapsed => options.Elapsed();
    public ServiceClock Clock => _caller.Clock;

    /// <summary>Makes sure that there is a key, before anything is asked of the service.</summary>
    /// <returns>Where requests go to, and where the key comes from, in a sentence.</returns>
    /// <exception cref="NcpConfigurationException">There is no key.</exception>
    public async Task<string> AuthenticateAsync(CancellationToken cancellationToken)
    {
        ApiCaller.Prepare();
        await credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        return $"The endpoint is {apiBase}, the access key comes from {credentials.Source}.";
    }

    /// <summary>Finds the region of the server whose role the access key belongs to; null where there is none, or it is unknown.</summary>
    /// <exception cref="NcpConfigurationException">There is no key.</exception>
    public Task<RegionSetting?> FindRegionAsync(CancellationToken cancellationToken) => credentials.FindRegionAsync(cancellationToken);

    /// <summary>The length that the address of an action on servers, if any, and of a query has at most before the first number.</summary>
    public int UrlLengthWithoutNumbers(ApiAction? action, string? regionCode) =>
        apiBase.AbsoluteUri.Length + 1 + Math.Max(action?.Name.Length ?? 0, ListAction.Length) + Query(regionCode).ToString().Length;

    /// <summary>What a number at a position of the list, from 1, adds to the address.</summary>
    public static int UrlLengthOf(int position, string number) =>
        NumberList.Length + position.ToString(CultureInfo.InvariantCulture).Length + number.Length + 3;

    /// <summary>The service's first region, as its responses to requests without a region name it; null while none has.</summary>
    public string? FirstRegion => Volatile.Read(ref _firstRegion);

    /// <summary>Carries out an action on servers. It is never repeated once it may have been carried out, nor after a moment.</summary>
    /// <returns>The servers that the response names: those that the service accepted.</returns>
    public Task<ListPage<ServerInstance>> ChangeAsync(
        ApiAction action, string? regionCode, IReadOnlyList<string> numbers, TimeSpan? until, CancellationToken cancellationToken)
    {
        QueryBuilder query = Query(regionCode, action.Format);
        _ = action.TakesMany ? query.AddList(NumberList, numbers) : query.Add("serverInstanceNo", numbers[0]);
        return _caller.CallAsync(
            action.Name,
            Request(action.Name, query, isChange: true),
            body => InRegion(ResponseCheck.Changed(body), body, regionCode),
            until,
            cancellationToken);
    }

    /// <summary>Reads those servers of some numbers that exist. The list may hold less than was asked for: then it announces more.</summary>
    public Task<ListPage<ServerInstance>> FindAsync(
        string? regionCode, IReadOnlyList<string> numbers, TimeSpan? until, CancellationToken cancellationToken) => _caller.CallAsync(
            ListAction,
            Request(ListAction, Query(regionCode).AddList(NumberList, numbers)),
            body => InRegion(ResponseCheck.Numbers(body, numbers), body, regionCode),
            until,
            cancellationToken);

    /// <summary>Asks whether a region's list can be read at all: for one server, without any number.</summary>
    public Task<ListPage<ServerInstance>> CheckRegionAsync(string? regionCode, TimeSpan? until, CancellationToken cancellationToken) =>
        ListOnceAsync(new ServerFilter(regionCode), pageNo: 1, pageSize: 1, until, cancellationToken);

    /// <summary>Reads the regions. The service uses the first where a request names none.</summary>
    public Task<IReadOnlyList<Region>> GetRegionsAsync(CancellationToken cancellationToken) => InvokeAsync(
        RegionAction,
        Request(RegionAction, Query(regionCode: null)),
        body => ResponseCheck.Whole(body, "regionList", ModelFields.Region, "region", region => region.RegionCode),
        cancellationToken);

    /// <summary>Reads servers of a region: one page, from 1, of a size; or, without both, all of them at once.</summary>
    public Task<ListPage<ServerInstance>> ListAsync(ServerFilter filter, int? pageNo, int? pageSize, CancellationToken cancellationToken) =>
        Gate.PassAsync(() => ListOnceAsync(filter, pageNo, pageSize, until: null, cancellationToken), cancellationToken);

    private Task<ListPage<ServerInstance>> ListOnceAsync(
        ServerFilter filter, int? pageNo, int? pageSize, TimeSpan? until, CancellationToken cancellationToken)
    {
        QueryBuilder query = Query(filter.RegionCode).Add("vpcNo", filter.VpcNo)
            .Add("serverInstanceStatusCode", filter.StatusCode).Add("ip", filter.IpAddress)
            .Add("fabricClusterPoolNo", filter.FabricClusterPoolNo).Add("fabricClusterNo", filter.FabricClusterNo)
            .Add("pageNo", pageNo).Add("pageSize", pageSize);
        return _caller.CallAsync(ListAction, Request(ListAction, query), Page, until, cancellationToken);

        ListPage<ServerInstance> Page(ResponseBody body) => InRegion(ResponseCheck.Page(body, pageSize), body, filter.RegionCode);
    }

    /// <summary>Calls any action. One that changes something is never repeated once it may have been carried out.</summary>
    public Task<T> InvokeAsync<T>(
        string action, ApiRequest request, Func<ResponseBody, T> read, CancellationToken cancellationToken) =>
        Gate.PassAsync(() => _caller.CallAsync(action, request, read, until: null, cancellationToken), cancellationToken);

    public string AddressOf(string path) => Endpoint.At(apiBase, path);

    public void Dispose() => _caller.Dispose();

    private static QueryBuilder Query(string? regionCode, string format = "json") =>
        new QueryBuilder().Add("responseFormatType", format).Add("regionCode", regionCode);

    private ListPage<ServerInstance> InRegion(IReadOnlyList<ServerInstance> servers, ResponseBody body, string? regionCode)
    {
        foreach (ServerInstance server in servers)
        {
            // What is piped on has to find its way back to its region.
            if (server.RegionCode.Length == 0 && regionCode is not null)
            {
                server.RegionCode = regionCode;
            }
            else if (server.RegionCode.Length > 0 && regionCode is null)
            {
                Volatile.Write(ref _firstRegion, server.RegionCode);
            }
        }

        return new ListPage<ServerInstance>(servers, ResponseCheck.Announced(body));
    }

    private ApiRequest Request(string action, QueryBuilder query, bool isChange = false) =>
        new(new Uri($"{apiBase}/{action}{query}"), isChange);
}
