using System;
using System.Collections.Generic;
using System.Management.Automation;
using NcloudServer.Simulator;
using NcloudServer.Tests.Http;
using Xunit;

namespace NcloudServer.EngineTests.Connections;

/// <summary>An endpoint where nobody listens at first.</summary>
public sealed class ReturningEndpointTests(ModuleSession session) : EngineTest(session), IDisposable
{
    private readonly ClosedPort _closed = new();
    private SimulatorHost? _service;

    public void Dispose()
    {
        _closed.Dispose();
        _service?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    [Fact]
    public void It_is_used_again_as_soon_as_it_can_be()
    {
        var failed = new List<ErrorRecord>();
        Func<bool> isTold = () => failed.Count == 10;
        Action open = Open;
        string address = _closed.Address;

        // A number that was given before makes no request; it only keeps the pipeline moving until the errors are out.
        Result result = Run(
            """
            & {
                1000001..1000010
                while (-not $isTold.Invoke()) { 1000001 }
                $open.Invoke()
                1000011..1000030
            } | Stop-NcpServerInstance -BatchSize 10 -MaximumRetryCount 1 -EndpointUrl $url 2>&1 |
                ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { $failed.Add($_) } else { $_ } }
            """,
            ("isTold", isTold), ("open", open), ("failed", failed), ("url", address));

        Assert.Equal(Expected.Numbers(1000001, 10), failed.ConvertAll(error => $"{error.TargetObject}"));
        Assert.All(failed, error => Assert.Equal("NcpConnectionFailed", Result.IdOf(error)));
        Assert.Equal(Expected.Numbers(1000011, 20), result.Numbers);
    }

    [Fact]
    public void It_is_tried_again_by_the_next_command()
    {
        const string Script = "1000001 | Stop-NcpServerInstance -EndpointUrl $url -MaximumRetryCount 0";
        string address = _closed.Address;
        Assert.Equal(["NcpConnectionFailed"], Run(Script, ("url", address)).ErrorIds);

        Open();

        Assert.Equal(["1000001"], Run(Script, ("url", address)).Numbers);
    }

    private void Open()
    {
        int port = new Uri(_closed.Address).Port;
        _closed.Dispose();
        _service = SimulatorHost.StartAsync(new SimulatorOptions { Port = port }).GetAwaiter().GetResult();
    }
}
