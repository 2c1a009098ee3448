using System;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Failures;

namespace NcloudServer.Api;

/// <summary>Lets as many requests through at once as the limit says, and none after a fatal failure.</summary>
internal sealed class RequestGate(int limit) : IDisposable
{
    private readonly SemaphoreSlim _inFlight = new(limit);

    /// <summary>The failure after which nothing more is sent.</summary>
    public FatalErrorLatch Fatal { get; } = new();

    public void Dispose() => _inFlight.Dispose();

    /// <exception cref="NcpException">The request failed, or one before it for good.</exception>
    public async Task<T> PassAsync<T>(Func<Task<T>> request, bool isChange, CancellationToken cancellationToken)
    {
        await _inFlight.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Checked and set while no other request can take this one's place: after a fatal answer, nothing goes out.
            Fatal.ThrowIfSet();
            return await request().ConfigureAwait(false);
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
}
