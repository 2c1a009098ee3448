using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FsCheck;
using FsCheck.Fluent;
using NcloudServer.Api;
using NcloudServer.Credentials;
using NcloudServer.Http;
using NcloudServer.Operations;
using Xunit;
using Outcome = NcloudServer.Operations.Outcome;

namespace NcloudServer.Tests.Laws;

/// <summary>The promise: what goes in comes out once, in order, told truthfully, and nothing is done twice blindly.</summary>
public sealed class OneOutcomeLawTests
{
    private static readonly Config s_thousands = Config.QuickThrowOnFailure.WithMaxTest(6000).WithEndSize(60);

    [Fact]
    public void Every_number_that_is_stopped_has_one_true_outcome() =>
        Check.One(s_thousands, Prop.ForAll(Scenario.Any(), scenario => HoldsFor(scenario, ServerAction.Stop)));

    [Fact]
    public void Every_number_that_is_started_has_one_true_outcome() =>
        Check.One(s_thousands, Prop.ForAll(Scenario.Any(), scenario => HoldsFor(scenario, ServerAction.Start)));

    [Fact]
    public void Every_number_that_is_restarted_has_one_true_outcome() =>
        Check.One(s_thousands, Prop.ForAll(Scenario.Any(), scenario => HoldsFor(scenario, ServerAction.Restart)));

    [Fact]
    public void Every_number_that_is_interrupted_has_one_true_outcome() =>
        Check.One(s_thousands, Prop.ForAll(Scenario.Any(), scenario => HoldsFor(scenario, ServerAction.Interrupt)));

    [Fact]
    public void A_bad_number_never_keeps_a_good_one_from_being_stopped() => Check.One(s_thousands, Prop.ForAll(Scenario.Calm(), scenario =>
    {
        using var service = new ModelService(scenario);
        IEnumerable<Outcome> good = Run(scenario, service, ServerAction.Stop)
            .Where(outcome => service.Kind(outcome.ServerInstanceNo) is ServerKind.Running or ServerKind.GoneOnceStopped or ServerKind.Stopped or ServerKind.Stopping);
        Assert.All(good, outcome => Assert.NotNull(outcome.Instance));
    }));

    [Fact]
    public void Isolating_k_bad_of_n_numbers_takes_at_most_2_plus_2k_log2_n_further_requests() => Check.One(s_thousands, Prop.ForAll(Scenario.Calm(), scenario =>
    {
        // Busy servers are asked about again while they are busy, which is another matter.
        ServerKind[] kinds = scenario.Kinds.Select(kind => kind is ServerKind.Busy or ServerKind.StuckBusy ? ServerKind.Running : kind).ToArray();
        Scenario patient = scenario with { BatchSize = 100, IsWaiting = false, Kinds = kinds };
        using var service = new ModelService(patient);
        foreach (IGrouping<string?, Outcome> batch in Run(patient, service, ServerAction.Stop).GroupBy(outcome => outcome.RegionCode))
        {
            int n = batch.Count();
            int k = batch.Count(outcome => service.Kind(outcome.ServerInstanceNo) is not (ServerKind.Running or ServerKind.GoneOnceStopped));
            int further = service.Requests.Count(request => request.Region == batch.Key) - 1;
            int bound = k == 0 ? 0 : 2 + (2 * k * CeilingOfLog2(n));
            Assert.True(further <= bound, $"{further} further requests for {k} bad of {n}, bound {bound}.");
        }
    }));

    private static int CeilingOfLog2(int n) => n <= 1 ? 0 : 1 + CeilingOfLog2((n + 1) / 2);

    private static void HoldsFor(Scenario scenario, ServerAction action)
    {
        using var service = new ModelService(scenario);
        IReadOnlyList<Outcome> outcomes = Run(scenario, service, action);

        IEnumerable<(string, string?)> given = scenario.Input
            .Select(item => (ModelService.Number(item.Number), (string?)ModelService.Region(item.Region))).Distinct();
        IEnumerable<(string, string?)> taken = outcomes.Select(outcome => (outcome.ServerInstanceNo, outcome.RegionCode));
        // Whoever waits for the servers gets them as they arrive, everybody else in the order of the input.
        bool isInOrder = !IsWaiting(scenario, action);
        Assert.Equal(isInOrder ? given : given.Order(), isInOrder ? taken : taken.Order());
        foreach (Outcome outcome in outcomes)
        {
            Assert.True(outcome.Instance is null ^ outcome.Failure is null);
            AssertTrue(outcome, service, action, IsWaiting(scenario, action));
        }

        AssertNothingTwiceBlindly(service, action);
    }

    private static List<Outcome> Run(Scenario scenario, ModelService service, ServerAction action)
    {
        var options = new ClientOptions
        {
            ThrottleLimit = scenario.ThrottleLimit,
            Retry = new RetryPolicy(scenario.MaximumRetryCount, service.PassAsync),
            Clock = service.ClientClock,
            Elapsed = service.Elapsed,
        };
        var key = new CredentialChain([new GivenKeySource("key", "secret")]);
        using var client = new NcloudClient(
            new Uri("http://localhost/vserver/v2"), key, HttpTransport.Over(service), options, new ActivityLog());
        using var operation = new BatchOperation(
            client, new BatchOptions
            {
                Action = action,
                Target = IsWaiting(scenario, action) ? action.Target : null,
                Wait = new WaitOptions(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(2)),
                BatchSize = scenario.BatchSize,
                ThrottleLimit = scenario.ThrottleLimit,
            },
            CancellationToken.None);
        var intake = new NumberParser();
        List<Outcome> outcomes = [];
        foreach ((int index, int region) in scenario.Input)
        {
            if (intake.TryAdd(ModelService.Number(index), ModelService.Region(region)))
            {
                operation.Add(ModelService.Number(index), ModelService.Region(region));
                Drain(operation, outcomes, () => !operation.IsBacklogged);
            }
        }

        operation.Flush();
        Drain(operation, outcomes, () => operation.IsEmpty);
        return outcomes;
    }

    private static void Drain(BatchOperation operation, List<Outcome> outcomes, Func<bool> isEnough)
    {
        // Only a number that never gets an outcome can exhaust this.
        using var hang = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            operation.ResetChanged();
            while (operation.TryTake() is { } outcome)
            {
                outcomes.Add(outcome);
            }

            if (isEnough())
            {
                return;
            }

            operation.WaitForChange(Timeout.InfiniteTimeSpan, hang.Token);
        }
    }

    private static bool IsWaiting(Scenario scenario, ServerAction action) => scenario.IsWaiting && action.Target is not null;

    private static void AssertTrue(Outcome outcome, ModelService service, ServerAction action, bool isWaiting)
    {
        ServerState state = service.State(outcome.RegionCode!, outcome.ServerInstanceNo);
        int done = service.Done(outcome.RegionCode!, outcome.ServerInstanceNo, action.Name);
        switch (outcome.Failure?.Id)
        {
            case null:
                Assert.Equal(outcome.ServerInstanceNo, outcome.Instance!.ServerInstanceNo);
                Assert.True(IsThere(state, done, action, isWaiting), $"{outcome.ServerInstanceNo} is reported as done, but is {state}.");
                break;
            case NcpErrorId.NcpOutcomeUnknown or NcpErrorId.NcpWaitTimeout:
                break;
            case NcpErrorId.NcpServerInstanceNotFound:
                Assert.Equal(ServerState.Missing, state);
                break;
            default:
                Assert.True(done == 0, $"{outcome.ServerInstanceNo} is reported as {outcome.Failure.Id}, but {action.Name} was carried out.");
                break;
        }
    }

    private static bool IsThere(ServerState state, int done, ServerAction action, bool isWaiting)
    {
        if (action == ServerAction.Stop)
        {
            return state is ServerState.Stopped or ServerState.Missing || (!isWaiting && state == ServerState.Stopping);
        }

        if (action == ServerAction.Start)
        {
            return state == ServerState.Running || (!isWaiting && state == ServerState.Booting);
        }

        return done > 0 && (state == ServerState.Running || !isWaiting);
    }

    /// <summary>After a change that may have been carried out, the next change of the same number needs a look at its state before it.</summary>
    private static void AssertNothingTwiceBlindly(ModelService service, ServerAction action)
    {
        HashSet<(string, string)> blind = [];
        foreach (SeenRequest request in service.Requests)
        {
            foreach (string number in request.Numbers)
            {
                if (request.Action != action.Name)
                {
                    // A read whose reply was lost has shown nothing.
                    _ = !request.IsAnswered || blind.Remove((request.Region, number));
                    continue;
                }

                Assert.False(blind.Contains((request.Region, number)), $"{request.Action} was sent again for {number} without a look.");
                if (request.MayBeDone)
                {
                    blind.Add((request.Region, number));
                }
            }
        }

        if (action == ServerAction.Interrupt)
        {
            IEnumerable<IGrouping<(string, string), SeenRequest>> done = service.Requests
                .Where(request => request.Action == action.Name && request.MayBeDone)
                .GroupBy(request => (request.Region, request.Numbers[0]));
            Assert.All(done, sent => Assert.Single(sent));
        }
    }
}
