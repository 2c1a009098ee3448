using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace NcloudServer.Simulator;

/// <summary>The VPC Server API on loopback. Several hosts in one process know nothing of each other.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly SimulatorOptions options;
    private readonly SimulatorSettings settings;
    private readonly RateLimit rateLimit;
    private readonly WebApplication application;

    private SimulatorHost(SimulatorOptions options)
    {
        if (options.Regions.Count == 0)
        {
            throw new ArgumentException("At least one region is needed.", nameof(options));
        }

        this.options = options;
        settings = new SimulatorSettings(options);
        var clock = new SimulatorClock(options.TimeProvider, settings);
        rateLimit = new RateLimit(clock);
        Fleet = new ServerFleet(options.Regions, clock);
        SubAccounts = new RestStore();
        Faults = new FaultList(clock, options.Seed);
        Log = new RequestLog(clock, options.LogCapacity);

        var sender = new ResponseSender(clock);
        var api = new ApiEndpoint(
            settings,
            Fleet,
            Faults,
            Log,
            new SignatureCheck(settings, clock),
            new ApiGateway(settings, rateLimit),
            new ServiceActions(
                new ServerQueries(Fleet, settings),
                new ServerChanges(Fleet, settings),
                new ServerLifecycle(Fleet, settings),
                new Catalogue(Fleet, settings)),
            new RestService(SubAccounts, settings),
            new MetadataEndpoint(settings, clock, sender, () => Fleet.Regions[0].Code),
            sender);
        var control = new ControlEndpoint(this);
        application = WebServer.Build(options.Port);
        CancellationToken stopping = application.Lifetime.ApplicationStopping;
        application.Run(context => Route(context, control, api, stopping));
    }

    /// <summary>The gateway root; the metadata address too.</summary>
    public Uri EndpointUrl { get; private set; } = new("http://127.0.0.1");

    public string AccessKey => options.AccessKey;

    public string SecretKey => options.SecretKey;

    public Policies Policies
    {
        get => settings.Policies;
        set => settings.Policies = value;
    }

    public SimulatorTimes Times
    {
        get => settings.Times;
        set => settings.Times = value;
    }

    public RoleSettings Role
    {
        get => settings.Role;
        set => settings.Role = value;
    }

    public FaultList Faults { get; }

    public ServerFleet Fleet { get; }

    /// <summary>What the REST service holds.</summary>
    public RestStore SubAccounts { get; }

    public RequestLog Log { get; }

    /// <summary>Returns once it listens.</summary>
    /// <exception cref="System.IO.IOException">The port is in use.</exception>
    public static async Task<SimulatorHost> StartAsync(SimulatorOptions? options = null)
    {
        var host = new SimulatorHost(options ?? new SimulatorOptions());
        try
        {
            await host.application.StartAsync();
        }
        catch
        {
            await host.application.DisposeAsync();
            throw;
        }

        IServer server = host.application.Services.GetRequiredService<IServer>();
        host.EndpointUrl = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        return host;
    }

    /// <summary>Everything as at the start, the log included.</summary>
    public void Reset()
    {
        settings.Reset();
        Faults.Reset();
        Fleet.Reset();
        SubAccounts.Reset();
        rateLimit.Reset();
        Log.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
    }

    private static async Task Route(HttpContext context, ControlEndpoint control, ApiEndpoint api, CancellationToken stopping)
    {
        try
        {
            bool isControl = context.Request.Path.Value?.StartsWith(ControlEndpoint.Root, StringComparison.Ordinal) == true;
            await (isControl ? control.HandleAsync(context) : api.HandleAsync(context, stopping));
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested || stopping.IsCancellationRequested)
        {
            // Nobody is left to answer. Without the abort Kestrel would make an empty success of it.
            context.Abort();
        }
    }
}
