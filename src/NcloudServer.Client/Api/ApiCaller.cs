using NcloudServer.Credentials;
using NcloudServer.Http;
using NcloudServer.Wire;

namespace NcloudServer.Api;

/// <summary>Carries a call through: sends it, reads what comes back, and repeats what may be repeated.</summary>
internal sealed class ApiCaller(CredentialChain credentials, HttpTransport transport, ClientOptions options, ActivityLog log)
    : IDisposable
{
    // What a query may take beyond the time that is left for it.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(3);

    private static readonly Lazy<Task> s_preparation = new(() => Task.Run(() =>
    {
        RequestSigner.Signature("GET", "/", "0", new AccessKey("none", "none"));
        ResponseReader.Prepare();
    }));

    private readonly SigningSender _sender = new(credentials, transport, options, log);
    private readonly ConnectionBreaker _breaker = new(options.Elapsed);

    /// <summary>Every call has to enter it first.</summary>
    public RequestGate Gate { get; } = new(options.ThrottleLimit, options);

    public ServiceClock Clock => _sender.Clock;

    /// <summary>Sets up what a process's first call would wait for, beside what else there is to do until it is needed.</summary>
    public static void Prepare() => _ = s_preparation.Value;

    /// <summary>When a query ends at the latest that has some time left, until a moment on the monotonic clock.</summary>
    public static TimeSpan WithGrace(TimeSpan until) => until + s_grace;

    /// <summary>
    /// Sends a signed request until it is answered, or may not be sent again, or a moment has passed. What reading throws counts like any
    /// other failure. The caller has entered the gate.
    /// </summary>
    /// <exception cref="NcpException">It was refused, or there was no answer that says what became of it.</exception>
    public async Task<T> CallAsync<T>(
        string action, ApiRequest request, Func<ResponseBody, T> read, TimeSpan? until, CancellationToken cancellationToken)
    {
        for (int retry = 0; ; retry++)
        {
            bool isTrial = _breaker.Enter();
            TimeSpan began = options.Elapsed();
            TimeSpan resumption;
            NcpException failure;
            try
            {
                using RawResponse response = Gate.Fatal is { } fatal ? throw fatal
                    : await _sender.SendAsync(request, TimeFor(request, until), cancellationToken).ConfigureAwait(false);
                _breaker.OnResponse();
                using ResponseBody body = ResponseReader.Read(response, options.Clock(), request.Form);
                TraceId(action, request.Secrets.Hide(PlainText.Of(body.RequestId)), request.IsChange);
                return read(body);
            }
            catch (NcpException e)
            {
                failure = e;
                e.SentAt ??= began;
                if (request.IsChange)
                    Gate.OnFailure(e);

                TimeSpan? pause = PauseAfter(e, retry, request, isTrial, until);
                if (isTrial || pause is null)
                    _breaker.OnFailure(e, options.Elapsed() - began);

                if (pause is not { } time)
                    throw;

                resumption = options.Elapsed() + time;
                string count = $"({retry + 1} of {options.Retry.MaximumRetryCount})";
                log.Verbose($"{request.Secrets.Hide(e.Message)} Repeating {action} in {RetryPolicy.InSeconds(time)} s {count}.");
            }

            // The computer may have slept meanwhile: nothing is changed late.
            bool isInTime = await Gate.WaitAsync(resumption, until, cancellationToken).ConfigureAwait(false);
            if (!isInTime || (request.IsChange && options.Elapsed() > until))
                throw failure;
        }
    }

    public void Dispose()
    {
        transport.Dispose();
        credentials.Dispose();
        Gate.Dispose();
    }

    private TimeSpan TimeFor(ApiRequest request, TimeSpan? until)
    {
        if (request.IsChange || until is not { } end)
            return options.Timeout;

        TimeSpan left = WithGrace(end) - options.Elapsed();
        left = left > s_grace ? left : s_grace;
        return left < options.Timeout ? left : options.Timeout;
    }

    private TimeSpan? PauseAfter(NcpException failure, int retry, ApiRequest request, bool isTrial, TimeSpan? until)
    {
        TimeSpan? allowed = options.Retry.PauseAfter(failure, retry, request.IsChange, request.IsRepeatedWhileBusy);
        if (failure.Id == NcpErrorId.NcpRateLimited)
        {
            // It is the caller who is to wait, whatever it asks for.
            Gate.Hold(allowed ?? options.Retry.Pause(retry, failure.RetryAfter));
        }

        // A trial tells whether connections can be made; when none can, it has told.
        return (isTrial && failure.IsUnreachable) || options.Elapsed() + allowed > until ? null : allowed;
    }

    // NAVER's support asks for it. Queries are left to -Debug: a wait makes hundreds of them.
    private void TraceId(string action, string requestId, bool isChange)
    {
        if (requestId.Length > 0)
        {
            string text = $"The request id of {action} is {requestId}.";
            log.Debug(text);
            if (isChange)
                log.Verbose(text);
        }
    }
}
