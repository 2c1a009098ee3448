using System;
using System.Diagnostics;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Credentials;
using NcloudServer.Failures;
using NcloudServer.Http;
using NcloudServer.Wire;

namespace NcloudServer.Api;

/// <summary>Carries a call through: limits how many there are, signs, repeats what may be repeated, reads.</summary>
internal sealed class ApiCaller(CredentialChain credentials, HttpTransport transport, ClientOptions options, ActivityLog log)
    : IDisposable
{
    private static readonly Lazy<Task> s_preparation = new(() => Task.Run(() =>
    {
        RequestSigner.Signature("GET", "/", "0", new AccessKey("none", "none"));
        ResponseReader.Prepare();
    }));

    private readonly SemaphoreSlim _inFlight = new(options.ThrottleLimit);
    private readonly ConnectionBreaker _breaker = new(options.Elapsed);
    private long _clockOffsetTicks;

    /// <summary>The failure after which nothing more is sent.</summary>
    public FatalErrorLatch Fatal { get; } = new();

    /// <summary>By how much the service's clock is ahead of this computer's, as its last reply shows it.</summary>
    public TimeSpan ClockOffset => new(Volatile.Read(ref _clockOffsetTicks));

    /// <summary>Sets up what a process's first call would wait for, beside what else there is to do until it is needed.</summary>
    public static void Prepare() => _ = s_preparation.Value;

    /// <summary>Sends a signed request until it is answered or may not be sent again.</summary>
    /// <param name="action">The action's name, for messages.</param>
    /// <param name="uri">The address with the whole query.</param>
    /// <param name="isChange">Whether it changes servers: then it is never sent again once it may have been carried out.</param>
    /// <param name="read">Takes out of the body what is wanted; what it throws counts like any other failure.</param>
    /// <param name="until">The time (<see cref="ClientOptions.Elapsed"/>) after which nothing is repeated; null for no limit.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="NcpException">It was refused, or there was no answer that says what became of it.</exception>
    public async Task<T> CallAsync<T>(
        string action, Uri uri, bool isChange, Func<ResponseBody, T> read, TimeSpan? until, CancellationToken cancellationToken)
    {
        RetryPolicy policy = options.Retry;
        for (int retry = 0; ; retry++)
        {
            bool isTrial = _breaker.Enter();
            TimeSpan pause;
            try
            {
                return await CallOnceAsync(uri, isChange, read, cancellationToken).ConfigureAwait(false);
            }
            catch (NcpException e)
            {
                pause = RetryPolicy.Pause(retry, (e as NcpServiceException)?.RetryAfter);
                if (isTrial || retry >= policy.MaximumRetryCount || !MayBeRepeated(e, isChange) || options.Elapsed() + pause > until)
                {
                    _breaker.OnFailure(e);
                    throw;
                }

                log.Verbose($"{e.Message} Repeating {action} in {RetryPolicy.InSeconds(pause)} s ({retry + 1} of {policy.MaximumRetryCount}).");
            }

            await policy.WaitAsync(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        transport.Dispose();
        credentials.Dispose();
    }

    private static bool MayBeRepeated(NcpException failure, bool isChange) =>
        failure.Kind == FailureKind.Transient || (failure is { Kind: FailureKind.Indeterminate } and not NcpResponseException { IsTooLarge: true } && !isChange);

    private async Task<T> CallOnceAsync<T>(Uri uri, bool isChange, Func<ResponseBody, T> read, CancellationToken cancellationToken)
    {
        using RawResponse reply = await ExchangeAsync(uri, isChange, cancellationToken).ConfigureAwait(false);
        // A long list takes a while to read: the next request is under way by then.
        return read(Read(reply, isChange));
    }

    private async Task<RawResponse> ExchangeAsync(Uri uri, bool isChange, CancellationToken cancellationToken)
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
            RawResponse reply = await transport.SendAsync(request, options.Timeout, cancellationToken).ConfigureAwait(false);
            log.Debug(WireTrace.Reply(reply, watch.Elapsed));
            _breaker.OnReply();
            if (reply.Headers.Date is { } date)
            {
                Volatile.Write(ref _clockOffsetTicks, (date - options.Clock()).Ticks);
            }

            if (!reply.IsSuccess)
            {
                // Throws what it says.
                ResponseReader.Read(reply, options.Clock());
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

    private ResponseBody Read(RawResponse reply, bool isChange)
    {
        try
        {
            return ResponseReader.Read(reply, options.Clock());
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
