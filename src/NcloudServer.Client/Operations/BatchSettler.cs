using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Http;

namespace NcloudServer.Operations;

/// <summary>
/// Brings every number of a batch to its own outcome. A refused batch is looked up in one call, then sent again without the
/// culprits, then in halves; a batch whose fate is unknown is looked at before anything is sent again.
/// </summary>
/// <param name="action">What is done.</param>
/// <param name="client">The way to the service.</param>
/// <param name="events">What the operation is told on the way.</param>
/// <param name="wait">How long to wait for busy servers; null for as often as anything else is repeated.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class BatchSettler(
    ServerAction action, NcloudClient client, BatchEvents events, WaitOptions? wait, CancellationToken cancellationToken)
{
    private readonly BatchCalls _calls = new(action, client, events, cancellationToken);
    private readonly BusyPatience _patience = new(client, wait);

    private int MaximumRounds => client.Retry.MaximumRetryCount;

    private ActivityLog Log => client.Log;

    /// <summary>Ends when every item is settled.</summary>
    public async Task SettleAsync(IReadOnlyList<Outcome> batch)
    {
        string region = batch[0].RegionCode is { } code ? $"region {code}" : "the service's first region";
        Log.Verbose($"{action.Progress} {Count(batch)} in {region}.");
        NcpException? failure;
        List<Outcome> open;
        try
        {
            (open, failure) = await _calls.SendAsync(batch).ConfigureAwait(false);
        }
        finally
        {
            events.OnFirstAnswer();
        }

        await FollowAsync(open, failure, round: 0, isLookedUp: false).ConfigureAwait(false);
    }

    /// <summary>Decides what comes after an answer that left these items open.</summary>
    /// <param name="items">The items, none of them settled.</param>
    /// <param name="failure">Why, or null where the reply left them out.</param>
    /// <param name="round">How often something was repeated already.</param>
    /// <param name="isLookedUp">Whether a look at the state has ruled out what it could since the items were last refused.</param>
    private Task FollowAsync(List<Outcome> items, NcpException? failure, int round, bool isLookedUp)
    {
        if (items.Count == 0)
        {
            return Task.CompletedTask;
        }

        switch (failure?.Fate)
        {
            case null:
                return ResolveAsync(items, null, round);
            case Fate.TooLarge when items.Count > 1:
                Log.Verbose($"The service finds {Count(items)} in one request too many; halving.");
                return HalveAsync(items, round, isLookedUp);
            case Fate.Refused or Fate.Busy when !isLookedUp:
                Log.Verbose($"{failure.Message} Looking up {Count(items)}.");
                return ResolveAsync(items, failure, round);
            case Fate.Refused or Fate.Busy when items.Count > 1:
                Log.Verbose($"{failure.Message} Halving {Count(items)}.");
                return HalveAsync(items, round, isLookedUp);
            case Fate.Busy:
                return WaitForBusyAsync(items, [], failure, round);
            case Fate.Unknown when action.Goal is not null:
                return AfterUnknownAsync(items, failure, round);
            case Fate.Unknown:
                return FailAll(items, item => ServerFailures.Unknown(item, action, failure));
            default:
                return FailAll(items, _ => failure);
        }
    }

    private Task HalveAsync(List<Outcome> items, int round, bool isLookedUp)
    {
        int half = (items.Count + 1) / 2;
        return Task.WhenAll(
            SendAgainAsync(items.GetRange(0, half), round, isLookedUp),
            SendAgainAsync(items.GetRange(half, items.Count - half), round, isLookedUp));
    }

    private async Task SendAgainAsync(IReadOnlyList<Outcome> items, int round, bool isLookedUp)
    {
        (List<Outcome> open, NcpException? failure) = await _calls.SendAsync(items).ConfigureAwait(false);
        await FollowAsync(open, failure, round, isLookedUp).ConfigureAwait(false);
    }

    private async Task AfterUnknownAsync(List<Outcome> items, NcpException failure, int round)
    {
        // A request that was cut off can still be on its way through the service: what is read too early is not the answer.
        TimeSpan pause = RetryPolicy.Pause(round, (failure as NcpServiceException)?.RetryAfter);
        Log.Verbose($"{failure.Message} It is not known whether {action.Name} was carried out; looking up {Count(items)} in {RetryPolicy.InSeconds(pause)} s.");
        await client.Retry.WaitAsync(pause, cancellationToken).ConfigureAwait(false);
        await ResolveAsync(items, failure, round).ConfigureAwait(false);
    }

    private async Task WaitForBusyAsync(List<Outcome> items, Dictionary<string, ServerInstance> seen, NcpException? refusal, int round)
    {
        if (items.Count == 0)
        {
            return;
        }

        if (_patience.NextPause(items[0], refusal, round) is not { } pause)
        {
            await FailAll(items, item => ServerFailures.Busy(
                item, action, seen.TryGetValue(item.ServerInstanceNo, out ServerInstance? server) ? server : null, refusal)).ConfigureAwait(false);
            return;
        }

        Log.Verbose($"Another operation is under way on {Count(items)}; looking again in {RetryPolicy.InSeconds(pause)} s{(wait is null ? $" ({round + 1} of {MaximumRounds})" : string.Empty)}.");
        await client.Retry.WaitAsync(pause, cancellationToken).ConfigureAwait(false);
        await ResolveAsync(items, refusal is { Fate: Fate.Busy } ? refusal : null, round + 1, isWaiting: true).ConfigureAwait(false);
    }

    /// <summary>Reads the state of the items in one call, settles what it answers, and goes on with the others.</summary>
    private async Task ResolveAsync(List<Outcome> items, NcpException? failure, int round, bool isWaiting = false)
    {
        bool isUnknown = failure is { Fate: Fate.Unknown };
        bool isLeftOut = failure is null && !isWaiting;
        Dictionary<string, ServerInstance> seen;
        try
        {
            seen = await _calls.LookUpAsync(items).ConfigureAwait(false);
        }
        catch (NcpException e)
        {
            Log.Verbose($"The state of {Count(items)} can't be read. {e.Message}");
            await (isUnknown || isLeftOut
                ? FailAll(items, item => ServerFailures.Unknown(item, action, e))
                : SplitOrEndAsync(items, failure, round)).ConfigureAwait(false);
            return;
        }

        List<Outcome> ready = [];
        List<Outcome> busy = [];
        foreach (Outcome item in items)
        {
            Judge(item, seen, isLeftOut, ready, busy);
        }

        Task waiting = WaitForBusyAsync(busy, seen, failure, round);
        bool isNothingRevealed = ready.Count == items.Count && !isWaiting;
        Task going = ready.Count == 0 ? Task.CompletedTask
            : isUnknown ? SendAfterUnknownAsync(ready, failure!, round)
            : isLeftOut ? SendLeftOutAsync(ready, round)
            : isNothingRevealed ? SplitOrEndAsync(ready, failure, round)
            : SendAgainAsync(ready, round, isLookedUp: true);
        await Task.WhenAll(waiting, going).ConfigureAwait(false);
    }

    private void Judge(
        Outcome item, Dictionary<string, ServerInstance> seen, bool isLeftOut, List<Outcome> ready, List<Outcome> busy)
    {
        if (!seen.TryGetValue(item.ServerInstanceNo, out ServerInstance? server))
        {
            item.Fail(ServerFailures.NotFound(item));
            return;
        }

        Standing standing = action.Judge(server, item.HasBooted(server, client.ClockOffset));
        if (standing == Standing.Arrived)
        {
            Log.Verbose($"Server instance {item.ServerInstanceNo} is {ServerFailures.StatusOf(server)}.");
            events.Accept(item, server);
        }
        else if (standing == Standing.RuledOut)
        {
            item.Fail(ServerFailures.RuledOut(item, action, server));
        }
        else if (isLeftOut && action.Goal is null)
        {
            item.Fail(ServerFailures.UnknownSinceLeftOut(item, action));
        }
        else
        {
            (standing == Standing.Busy ? busy : ready).Add(item);
        }
    }

    /// <summary>The items were refused together and their state does not say why: half of them may be innocent.</summary>
    private Task SplitOrEndAsync(List<Outcome> items, NcpException? failure, int round) =>
        failure is null ? SendAgainAsync(items, round, isLookedUp: true) : FollowAsync(items, failure, round, isLookedUp: true);

    private Task SendAfterUnknownAsync(List<Outcome> items, NcpException failure, int round)
    {
        if (round >= MaximumRounds)
        {
            return FailAll(items, _ => failure);
        }

        Log.Verbose($"{action.Name} was not carried out on {Count(items)}; sending it again ({round + 1} of {MaximumRounds}).");
        return SendAgainAsync(items, round + 1, isLookedUp: false);
    }

    private Task SendLeftOutAsync(List<Outcome> items, int round)
    {
        if (round > 0)
        {
            return FailAll(items, item => ServerFailures.LeftOut(item, action));
        }

        Log.Verbose($"The reply left {Count(items)} out; sending {action.Name} again for them.");
        return SendAgainAsync(items, round + 1, isLookedUp: true);
    }

    private static Task FailAll(IEnumerable<Outcome> items, Func<Outcome, NcpException> failure)
    {
        foreach (Outcome item in items)
        {
            item.Fail(failure(item));
        }

        return Task.CompletedTask;
    }

    private static string Count(IReadOnlyList<Outcome> items) =>
        items.Count == 1 ? $"server instance {items[0].ServerInstanceNo}" : $"{items.Count} server instances";
}
