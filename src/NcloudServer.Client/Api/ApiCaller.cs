using System;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Credentials;
using NcloudServer.Failures;
using NcloudServer.Http;
using NcloudServer.Wire;

namespace NcloudServer.Api;

/// <summary>Carries a call through: sends it, reads what comes back, and repeats what may be repeated.</summary>
internal sealed class ApiCaller(CredentialChain credentials, HttpTransport transport, ClientOptions options, ActivityLog log)
    : IDisposable
{
    private static readonly Lazy<Task> s_preparation = new(() => Task.Run(() =>
    {
        RequestSigner.Signature("GET", "/", "0", new AccessKey("none", "none"));
        ResponseReader.Prepare();
    }));

    private readonly SigningSender _sender = new(credentials, transport, options, log);
    private readonly RequestGate _gate = new(options.ThrottleLimit);
    private readonly ConnectionBreaker _breaker = new(options.Elapsed);

    /// <summary>The failure after which nothing more is sent.</summary>
    public FatalErrorLatch Fatal => _gate.Fatal;

    /// <inheritdoc cref="SigningSender.ClockOffset"/>
    public TimeSpan ClockOffset => _sender.ClockOffset;

    /// <summary>Sets up what a process's first call would wait for, beside what else there is to do until it is needed.</summary>
    public static void Prepare() => _ = s_preparation.Value;

    /// <summary>Sends a signed request until it is answered or may not be sent again.</summary>
    /// <param name="action">The action's name, for messages.</param>
    /// <param name="request">The request.</param>
    /// <param name="read">Takes out of the response what is wanted; what it throws counts like any other failure.</param>
    /// <param name="until">The time (<see cref="ClientOptions.Elapsed"/>) after which nothing is repeated; null for no limit.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="NcpException">It was refused, or there was no answer that says what became of it.</exception>
    public async Task<T> CallAsync<T>(
        string action, ApiRequest request, Func<RawResponse, ResponseBody, T> read, TimeSpan? until, CancellationToken cancellationToken)
    {
        for (int retry = 0; ; retry++)
        {
            bool isTrial = await _breaker.EnterAsync(cancellationToken).ConfigureAwait(false);
            TimeSpan began = options.Elapsed();
            TimeSpan pause;
            try
            {
                return await CallOnceAsync(action, request, read, cancellationToken).ConfigureAwait(false);
            }
            catch (NcpException e)
            {
                if (isTrial
                    || options.Retry.PauseAfter(e, retry, request.IsChange, request.IsRepeatedWhileBusy) is not { } allowed
                    || options.Elapsed() + allowed > until)
                {
                    _breaker.OnFailure(e, options.Elapsed() - began);
                    throw;
                }

                pause = allowed;
                string count = $"({retry + 1} of {options.Retry.MaximumRetryCount})";
                string reason = request.Secrets.Hide(e.Message);
                log.Verbose($"{reason} Repeating {action} in {RetryPolicy.InSeconds(pause)} s {count}.");
            }

            await options.Retry.WaitAsync(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        transport.Dispose();
        credentials.Dispose();
        _gate.Dispose();
    }

    private async Task<T> CallOnceAsync<T>(
        string action, ApiRequest request, Func<RawResponse, ResponseBody, T> read, CancellationToken cancellationToken)
    {
        using RawResponse response = await _gate
            .PassAsync(() => _sender.SendAsync(request, cancellationToken), request.IsChange, cancellationToken).ConfigureAwait(false);
        _breaker.OnResponse();
        try
        {
            // A long list takes a while to read: the next request is under way by then.
            ResponseBody body = ResponseReader.Read(response, request.IsEnveloped, options.Clock());
            TraceId(action, request.Secrets.Hide(body.RequestId), request.IsChange);
            return read(response, body);
        }
        catch (NcpException e) when (request.IsChange)
        {
            Fatal.SetIfFatal(e);
            throw;
        }
    }

    // NAVER's support asks for it. Queries are left to -Debug: a wait makes hundreds of them.
    private void TraceId(string action, string requestId, bool isChange)
    {
        if (requestId.Length > 0)
        {
            string text = $"The request id of {action} is {requestId}.";
            log.Debug(text);
            if (isChange)
            {
                log.Verbose(text);
            }
        }
    }
}
