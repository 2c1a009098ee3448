using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NcloudServer.Simulator;

/// <summary>Kestrel with nothing around it: no configuration files, no environment, no logging.</summary>
internal static class WebServer
{
    // Above every limit that a policy may set, so that the policy answers and not Kestrel.
    private const int LongestRequestLine = 256 * 1024;

    public static WebApplication Build(int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();

        // Hung requests are part of the business; a shutdown does not wait for them.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        return builder.Build();
    }

    /// <summary>The usual lifetime catches Ctrl+C, which belongs to the host of the simulator.</summary>
    private sealed class SilentLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
