using System;
using System.Collections.Generic;
using System.Linq;
using NcloudServer.Api;
using NcloudServer.Failures;

namespace NcloudServer.Operations;

/// <summary>What is pending in an operation, and the requests that are to be made for it. For one thread.</summary>
internal sealed class PendingWork(NcloudClient client, BatchOptions options)
{
    private const int NumbersPerLook = 100;

    private static readonly TimeSpan s_betweenProgress = TimeSpan.FromSeconds(0.4);

    private readonly NextStep _next = new(options.Action, options.Target, client.Retry.MaximumRetryCount);
    private readonly HashSet<PendingServer> _pending = [];
    private readonly StateUpdater _updater = new(client, options);
    private readonly RequestChecks _checks = new();
    private readonly Pauses _pauses = new(client, options);
    private readonly RequestQueue _requests = new(client, options);
    private TimeSpan _lastProgress;
    private volatile WaitProgress? _waiting;

    /// <summary>The servers that are awaited. Any thread may ask.</summary>
    public WaitProgress? Waiting => _waiting;

    /// <summary>When the next pause ends; null where nothing pauses.</summary>
    public TimeSpan? NextDue => _pauses.Next;

    /// <summary>Brings <see cref="Waiting"/> up to date.</summary>
    /// <param name="isQuiet">Whether nothing will change soon; otherwise it is done now and then, since it looks at every server.</param>
    public void RefreshProgress(bool isQuiet)
    {
        if (options.Target is not null && (isQuiet || client.Elapsed - _lastProgress >= s_betweenProgress))
        {
            _lastProgress = client.Elapsed;
            PendingServer[] accepted = _pending.Where(server => server.State.Reason == PendingReason.Accepted).ToArray();
            _waiting = WaitProgress.Of(accepted, client.Elapsed);
        }
    }

    /// <summary>Takes in a batch of one region.</summary>
    public void Add(IReadOnlyList<PendingServer> batch)
    {
        string region = batch[0].RegionCode is { } code ? $"region {code}" : "the service's first region";
        if (options.Action is { } action)
        {
            client.Log.Verbose($"{action.Progress} {PendingServer.Count(batch)} in {region}.");
        }

        _pending.UnionWith(batch);
        _requests.AddFirst(batch);
    }

    /// <summary>Goes on with those whose pause is over.</summary>
    public void ResumeDue()
    {
        IReadOnlyList<PendingServer> due = _pauses.TakeDue();
        foreach (PendingServer server in due)
        {
            server.State = server.State.Paused();
        }

        foreach (IReadOnlyList<PendingServer> servers in _requests.Chunks(due, NumbersPerLook))
        {
            Continue(servers);
        }
    }

    /// <summary>The next request to make; null where there is none.</summary>
    public ServerRequest? TakeRequest()
    {
        while (_requests.Take() is { } request)
        {
            TimeSpan now = client.Elapsed;
            // Nothing is changed any more for those whose time is over. A last look is theirs.
            ILookup<bool, PendingServer> byTime = request.Servers.ToLookup(
                server => request.Kind == RequestKind.Change && server.State.Deadline <= now);
            PendingServer[] inTime = byTime[false].ToArray();
            Continue(StateUpdater.OnOverdue(byTime[true], now));
            if (inTime.Length > 0)
            {
                _updater.OnAsked(request.Kind, inTime, now);
                return request with { Servers = inTime };
            }

            GoOn(request.Round);
        }

        return null;
    }

    /// <summary>The response to a request that is known to be rejected; null where it has to be made.</summary>
    public ServerResponse? Known(ServerRequest request) => _checks.Known(request);

    public void OnAnswered(ServerRequest request, ServerResponse response)
    {
        if (response.Failure is null)
        {
            _checks.OnSuccess(request);
        }
        else if (response.Failure.Kind is FailureKind.Rejected or FailureKind.Busy)
        {
            request.Round?.OnRejected(request.Servers.Count);
        }

        if (request.Kind == RequestKind.Check)
        {
            _checks.OnChecked(request, response);
        }
        else
        {
            _updater.OnAnswered(request, response);
        }

        Continue(request.Servers, request.Round);
        GoOn(request.Round);
    }

    /// <summary>Ends servers after a defect of the module.</summary>
    public void Fail(IReadOnlyList<PendingServer> servers, Exception cause) =>
        End(servers, server => ServerFailures.Unexpected(server, cause));

    public void FailAll(Exception cause)
    {
        _requests.Clear();
        Fail(_pending.ToArray(), cause);
    }

    /// <summary>Does what comes next for servers that were asked about together.</summary>
    private void Continue(IReadOnlyList<PendingServer> servers, AskingRound? round = null)
    {
        foreach (IGrouping<Step, PendingServer> group in servers.GroupBy(server => _next.For(server.State)).ToArray())
        {
            CarryOut(group.Key, group.ToArray(), round);
        }
    }

    private void CarryOut(Step step, IReadOnlyList<PendingServer> servers, AskingRound? round)
    {
        switch (step)
        {
            case Step.Send:
                _requests.SendAgain(servers);
                break;
            case Step.LookUp:
                _requests.Ask(RequestKind.Look, servers);
                break;
            case Step.SplitChange when round is not null:
                round.Split(servers);
                break;
            case Step.SplitChange or Step.SplitLook:
                _requests.Split(step == Step.SplitLook ? RequestKind.Look : RequestKind.Change, servers);
                break;
            case Step.CheckRequest:
                _requests.Ask(RequestKind.Check, servers);
                break;
            case Step.Pause:
                _pauses.Add(servers);
                break;
            case Step.Accept:
                _updater.Accept(servers);
                Continue(servers);
                break;
            default:
                End(servers, server => ServerFailures.For(step, server, options));
                break;
        }
    }

    private void GoOn(AskingRound? round)
    {
        if (round is not null)
        {
            TimeSpan now = client.Elapsed;
            ILookup<bool, PendingServer> byTime = _requests.Advance(round).ToLookup(server => server.State.Deadline <= now);
            _pauses.Add(byTime[false]);
            Continue(StateUpdater.OnOverdue(byTime[true], now));
        }
    }

    private void End(IReadOnlyList<PendingServer> servers, Func<PendingServer, NcpException?> failure)
    {
        foreach (PendingServer server in servers)
        {
            _pending.Remove(server);
            if (failure(server) is { } reason)
            {
                server.Fail(reason);
            }
            else
            {
                server.Succeed(server.State.LastSeen!);
            }
        }
    }
}
