using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>The servers of an operation that have no outcome yet: takes in what happens, and does for each what comes next. For one thread.</summary>
internal sealed class PendingServers(NcloudClient client, BatchOptions options, Schedule schedule)
{
    private readonly HashSet<PendingServer> _pending = [];
    private readonly RegionMemory _regions = new(client);
    private readonly ResponseIntake _intake = new(client, options);
    private readonly FollowUps _followUps = new(client, options, schedule);

    /// <summary>How far the servers have come whose arrival is awaited; null where none is.</summary>
    public WaitProgress? Progress => _pending
        .Where(server => server.IsWatched)
        .GroupBy(server => ServerFailures.StatusOf(server.LastSeen), (state, servers) => new WaitProgress(servers.Count(), state))
        .OrderByDescending(most => most.Count)
        .FirstOrDefault();

    /// <summary>Takes in a batch of one region.</summary>
    public void Add(IReadOnlyList<PendingServer> batch)
    {
        string region = batch[0].RegionCode is { } code ? $"region {code}" : "the service's first region";
        if (options.Action is { } action)
            client.Log.Verbose($"{action.Progress} {PendingServer.Count(batch)} in {region}.");

        _pending.UnionWith(batch);
        schedule.AddFirst(new ServerRequest(options.Action is null ? RequestKind.LookUp : RequestKind.Change, batch) { IsFirst = true });
    }

    /// <summary>Takes in that time has passed.</summary>
    public void OnTime()
    {
        schedule.BringUp();
        // What a round asks next may be too late as well.
        while (schedule.TakeOverdue() is { } request)
        {
            ILookup<bool, PendingServer> byTime = request.Servers.ToLookup(IsOverdue);
            DoNext(byTime[true].ToArray(), request.Round);
            if (byTime[false].Any())
            {
                schedule.Add(request.For(byTime[false].ToArray(), isFirst: false));
            }
            else
            {
                Advance(request.Round);
            }
        }
    }

    public ServerRequest TakeRequest()
    {
        ServerRequest request = schedule.Take();
        foreach (PendingServer server in request.Servers)
            server.OnSending(request, client.Elapsed, options.IsWaiting ? options.WaitTimeout : null);

        return request;
    }

    /// <inheritdoc cref="RegionMemory.Known"/>
    public ServerResponse? Known(ServerRequest request) => _regions.Known(request);

    public void OnAnswered(ServerRequest request, ServerResponse response)
    {
        request.OnAnswered(response, client.Elapsed);
        schedule.Learn(request, response);
        if (response is { IsFromMemory: false, Failure: null or { Kind: FailureKind.Busy } })
            _regions.OnExists(request);

        if (response.Failure?.Kind is FailureKind.Rejected or FailureKind.Busy)
            request.Round?.OnRejected(request);

        Action<ServerRequest, ServerResponse> takeIn = request.Kind switch
        {
            RequestKind.Change => _intake.OnChanged,
            RequestKind.LookUp => _intake.OnLookedUp,
            _ => _regions.OnChecked,
        };
        takeIn(request, response);
        DoNext(request.Servers, request.Round);
        Advance(request.Round);
    }

    /// <summary>Ends servers after a defect of the module.</summary>
    public void Fail(IReadOnlyList<PendingServer> servers, Exception cause) =>
        End(servers, server => ServerFailures.Unexpected(server, cause));

    public void FailAll(Exception cause)
    {
        schedule.Clear();
        Fail(_pending.ToArray(), cause);
    }

    private bool IsOverdue(PendingServer server) => server.Deadline <= client.Elapsed;

    /// <summary>Does what comes next for servers that were asked about together.</summary>
    private void DoNext(IReadOnlyList<PendingServer> servers, BusyRound? round = null)
    {
        // A group by the enum itself would be compiled anew in each process.
        foreach (IGrouping<object, PendingServer> group in servers.GroupBy(server => (object)StepFor(server)))
            CarryOut((Step)group.Key, group.ToArray(), round);
    }

    private Step StepFor(PendingServer server) =>
        NextStep.For(Situation.Of(server, options, _regions, client.Retry.MaximumRetryCount), IsOverdue(server));

    private void CarryOut(Step step, PendingServer[] servers, BusyRound? round)
    {
        switch (step)
        {
            case Step.Send:
                ILookup<bool, PendingServer> byBusy = servers.ToLookup(server => server.Reason == PendingReason.RefusedAsBusy);
                _followUps.Send(byBusy[false]);
                _followUps.RoundsOf(byBusy[true]).ForEach(Advance);
                break;
            case Step.LookUp:
                _followUps.LookUp(servers);
                break;
            case Step.LookUpLater:
                _followUps.LookUpLater(servers);
                break;
            case Step.Divide when round is not null:
                round.Split(servers);
                break;
            case Step.Divide:
                _followUps.Divide(servers[0].Change!, servers);
                break;
            case Step.DivideLookUp:
                _followUps.Divide(servers[0].LookUp!, servers);
                break;
            case Step.CheckRegion:
                schedule.Add(new ServerRequest(RequestKind.CheckRegion, servers));
                break;
            case Step.Accept:
                _intake.Accept(servers);
                DoNext(servers);
                break;
            default:
                End(servers, server => ServerFailures.For(step, server, options));
                break;
        }
    }

    /// <summary>Makes the next request of a round to busy servers; if it is over, what is left pauses until the next one.</summary>
    private void Advance(BusyRound? round)
    {
        if (round?.Next() is { } next)
        {
            schedule.Add(new ServerRequest(RequestKind.Change, next) { Round = round, IsAfterLookUp = true });
        }
        else if (round is not null)
        {
            ILookup<bool, PendingServer> byTime = round.Rest().ToLookup(IsOverdue);
            _followUps.LookUpLater(byTime[false]);
            DoNext(byTime[true].ToArray());
        }
    }

    private void End(IReadOnlyList<PendingServer> servers, Func<PendingServer, NcpException?> failure)
    {
        foreach (PendingServer server in servers)
        {
            _pending.Remove(server);
            server.End(failure(server));
        }
    }
}
