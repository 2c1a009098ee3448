using System.Collections.Concurrent;
using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>
/// Brings every pending server to its outcome: takes in what has happened, and makes the requests that are due and that the gate lets
/// through. Only the loop touches a server's state; others talk to it through its inbox.
/// </summary>
internal sealed class OperationLoop : IDisposable
{
    private static readonly TimeSpan s_betweenProgress = TimeSpan.FromSeconds(0.4);

    private readonly NcloudClient _client;
    private readonly BatchOptions _options;
    private readonly Schedule _schedule;
    private readonly PendingServers _servers;
    private readonly Action _onChange;
    private readonly ConcurrentQueue<Action> _inbox = new();
    private readonly Signal _signal;
    private readonly CancellationTokenSource _ending;
    private Exception? _crash;
    private int _inFlight;
    private int _unanswered;
    private TimeSpan _lastProgress;
    private volatile WaitProgress? _waiting;

    /// <summary>Calls back when there are outcomes, or room for more batches.</summary>
    public OperationLoop(NcloudClient client, BatchOptions options, Action onChange, CancellationToken cancellationToken)
    {
        _client = client;
        _options = options;
        _onChange = onChange;
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _schedule = new Schedule(client, options);
        _servers = new PendingServers(client, options, _schedule);
        _signal = new Signal(client.Queue);
        client.Gate.Left += _signal.Set;
        // Never on the pipeline's thread.
        client.Queue(() => _ = RunAsync());
    }

    /// <summary>How many batches have not had their first answer.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    /// <summary>The servers that are awaited; null where none is. Any thread may ask.</summary>
    public WaitProgress? Waiting => _waiting;

    public void Add(IReadOnlyList<PendingServer> batch)
    {
        Interlocked.Increment(ref _unanswered);
        Post(() => _servers.Add(batch));
    }

    public void Dispose()
    {
        _client.Gate.Left -= _signal.Set;
        _ending.Cancel();
    }

    private void Post(Action message)
    {
        _inbox.Enqueue(message);
        _signal.Set();
    }

#pragma warning disable CA1031 // Whatever it is, a number without an outcome would make its reader wait for ever.
    private async Task RunAsync()
    {
        while (true)
        {
            try
            {
                _signal.Reset();
                TakeTurn();
                _onChange();
                TimeSpan? left = _crash is null ? _schedule.NextDue - _client.Elapsed : null;
                await _signal.WaitAsync(_client.Retry, left, _ending.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_ending.IsCancellationRequested)
            {
                // Nobody reads the outcomes any more.
                return;
            }
            catch (Exception e)
            {
                _crash ??= e;
            }
        }
    }

    private async Task SendAsync(ServerRequest request)
    {
        try
        {
            Answer(request, _servers.Known(request) ?? ServerResponse.Of(request, await CallAsync(request).ConfigureAwait(false)));
        }
        catch (NcpException e)
        {
            Answer(request, new ServerResponse(Servers: null, e));
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // Nobody reads the outcomes any more.
        }
        catch (Exception e)
        {
            Post(() => OnAnswered(request, () => _servers.Fail(request.Servers, e)));
        }
        finally
        {
            _client.Gate.Leave();
        }
    }
#pragma warning restore CA1031

    private Task<ListPage<ServerInstance>> CallAsync(ServerRequest request)
    {
        string[] numbers = request.Servers.Select(server => server.WireNo).ToArray();
        // A number whose time is over first does not wait for the repeats of a request for others.
        TimeSpan? until = request.EarliestDeadline;
        return request.Kind switch
        {
            RequestKind.Change => _client.ChangeAsync(_options.Action!.Api, request.RegionCode, numbers, until, _ending.Token),
            RequestKind.LookUp => _client.FindAsync(request.RegionCode, numbers, until, _ending.Token),
            _ => _client.CheckRegionAsync(request.RegionCode, until, _ending.Token),
        };
    }

    private void Answer(ServerRequest request, ServerResponse response) =>
        Post(() => OnAnswered(request, () => _servers.OnAnswered(request, response)));

    private void TakeTurn()
    {
        TakeIn();
        if (_crash is not null)
        {
            // Numbers that come later too.
            _servers.FailAll(_crash);
            Volatile.Write(ref _unanswered, 0);
            return;
        }

        _servers.OnTime();
        while (_schedule.HasRequest && _client.Gate.TryEnter())
        {
            _inFlight++;
            _ = SendAsync(_servers.TakeRequest());
            // An answer that is there already, or time that has passed, may decide about the next request.
            TakeIn();
            _servers.OnTime();
        }

        // Now and then, since it looks at every server; at once where nothing happens soon.
        if (_options.IsWaiting && (_inFlight == 0 || _client.Elapsed - _lastProgress >= s_betweenProgress))
        {
            _lastProgress = _client.Elapsed;
            _waiting = _servers.Progress;
        }
    }

    private void TakeIn()
    {
        while (_inbox.TryDequeue(out Action? message))
            message();
    }

    private void OnAnswered(ServerRequest request, Action takeIn)
    {
        _inFlight--;
        if (request.IsFirst)
            Interlocked.Decrement(ref _unanswered);

        takeIn();
    }
}
