using NcloudServer.Api;
using NcloudServer.Operations;
using NcloudServer.Tests.Http;
using Outcome = NcloudServer.Operations.Outcome;

namespace NcloudServer.Tests.Operations;

/// <summary>Whatever goes wrong inside, no number is left without an outcome.</summary>
public sealed class OperationLoopTests : OneBatchTest
{
    [Fact]
    public void A_defect_while_a_request_is_made_is_the_outcome_of_its_numbers()
    {
        using var service = new Thrower(() => new InvalidTimeZoneException("a defect"));

        Outcome outcome = RunOne(service);

        Assert.Equal(NcpErrorId.NcpOutcomeUnknown, outcome.Failure?.Id);
        Assert.Contains("a defect", outcome.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancellation_that_nobody_asked_for_is_a_broken_connection()
    {
        using var service = new Thrower(() => new OperationCanceledException("nobody asked"));

        Assert.Equal(NcpErrorId.NcpOutcomeUnknown, RunOne(service).Failure?.Id);
    }

    [Fact]
    public void Numbers_that_come_after_a_defect_have_their_outcome_too()
    {
        using var service = new Thrower(() => new InvalidTimeZoneException("a defect"));
        using var client = new ClientUnderTest("https://ncloud.apigw.ntruss.com", retries: 0, handler: service);
        var options = new BatchOptions { Action = ServerAction.Interrupt };
        using var operation = new BatchOperation(client.Client, options, CancellationToken.None);

        operation.Add("1", "KR");
        Outcome first = Take(operation);
        operation.Add("2", "KR");
        Outcome second = Take(operation);

        Assert.Equal(("1", "2"), (first.ServerInstanceNo, second.ServerInstanceNo));
    }

    [Fact]
    public void A_defect_between_two_requests_is_the_outcome_of_all_numbers()
    {
        using var service = new Thrower(() => new HttpRequestException("never asked"));
        using var client = new ClientUnderTest(
            "https://ncloud.apigw.ntruss.com", throttleLimit: 1, elapsed: () => throw new InvalidTimeZoneException("a defect"), handler: service);
        var options = new BatchOptions { Action = ServerAction.Interrupt };
        using var operation = new BatchOperation(client.Client, options, CancellationToken.None);
        string[] numbers = ["1", "2", "3"];
        foreach (string number in numbers)
        {
            operation.Add(number, "KR");
        }

        Outcome[] outcomes = numbers.Select(_ => Take(operation)).ToArray();
        operation.Add("4", "KR");

        Assert.Equal(numbers, outcomes.Select(outcome => outcome.ServerInstanceNo));
        Assert.All(outcomes.Append(Take(operation)), outcome => Assert.Contains("a defect", outcome.Failure?.Message, StringComparison.Ordinal));
        Assert.Equal(0, service.Requests);
    }

    [Fact]
    public void Nothing_more_is_sent_after_a_defect_even_if_it_does_not_come_again()
    {
        bool isBroken = true;
        using var service = new Thrower(() => new HttpRequestException("never asked"));
        using var client = new ClientUnderTest("https://ncloud.apigw.ntruss.com", handler: service, elapsed: () =>
        {
            (bool wasBroken, isBroken) = (isBroken, false);
            return wasBroken ? throw new InvalidTimeZoneException("a defect") : TimeSpan.Zero;
        });
        var options = new BatchOptions { Action = ServerAction.Interrupt };
        using var operation = new BatchOperation(client.Client, options, CancellationToken.None);

        for (int number = 1; number <= 20; number++)
        {
            operation.Add($"{number}", "KR");
            Assert.Contains("a defect", Take(operation).Failure?.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, service.Requests);
    }

    [Fact]
    public void A_region_that_no_address_has_room_for_is_the_error_of_its_number_alone()
    {
        using var service = new Thrower(() => new InvalidTimeZoneException("the other one is sent"));
        using var client = new ClientUnderTest("https://ncloud.apigw.ntruss.com", retries: 0, handler: service);
        using var operation = new BatchOperation(client.Client, new BatchOptions { Action = ServerAction.Stop }, CancellationToken.None);
        int room = 8000 - client.Client.UrlLengthWithoutNumbers(ServerAction.Stop.Api, "K") - NcloudClient.UrlLengthOf(1, "1");

        operation.Add("1", new string('K', room + 2));
        operation.Add("2", new string('K', room + 1));
        operation.Flush();

        Assert.Equal(NcpErrorId.NcpInvalidServerInstanceNo, Take(operation).Failure?.Id);
        Assert.Contains("the other one is sent", Take(operation).Failure?.Message, StringComparison.Ordinal);
        Assert.Equal(1, service.Requests);
    }

    [Fact]
    public void More_numbers_only_pile_up_while_one_batch_more_than_may_be_sent_at_once_has_no_answer()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        using var service = new Waiter(answer.Task);
        using var client = new ClientUnderTest("https://ncloud.apigw.ntruss.com", retries: 0, throttleLimit: 1, handler: service);
        var options = new BatchOptions { Action = ServerAction.Interrupt };
        using var operation = new BatchOperation(client.Client, options, CancellationToken.None);

        operation.Add("1", "KR");
        Assert.False(operation.IsBacklogged);
        operation.Add("2", "KR");
        Assert.True(operation.IsBacklogged);

        answer.SetException(new HttpRequestException("cut"));
        Take(operation);
        Take(operation);
        Assert.False(operation.IsBacklogged);
    }

    [Fact]
    public void Who_waits_for_outcomes_learns_of_what_is_logged_meanwhile()
    {
        using var client = new ClientUnderTest("https://ncloud.apigw.ntruss.com");
        using var operation = new BatchOperation(client.Client, new BatchOptions { Action = ServerAction.Stop }, CancellationToken.None);
        Assert.True(operation.WaitForChange(TimeSpan.FromSeconds(30), CancellationToken.None), "It never begins.");
        operation.ResetChanged();

        client.Log.Verbose("news");

        Assert.True(operation.WaitForChange(TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_is_sent_after_the_operation_has_been_disposed()
    {
        using var service = new Thrower(() => new HttpRequestException("refused"));
        using var client = new ClientUnderTest("https://ncloud.apigw.ntruss.com", handler: service);
        var operation = new BatchOperation(client.Client, new BatchOptions { Action = ServerAction.Stop }, CancellationToken.None);
        operation.Dispose();

        operation.Add("1", "KR");
        operation.Flush();
        await Task.Yield();

        Assert.Null(operation.TryTake());
        Assert.Equal(0, service.Requests);
    }

    private static Outcome RunOne(HttpMessageHandler service)
    {
        using var client = new ClientUnderTest("https://ncloud.apigw.ntruss.com", retries: 0, handler: service);
        using var operation = new BatchOperation(client.Client, new BatchOptions { Action = ServerAction.Stop }, CancellationToken.None);
        operation.Add("1", "KR");
        operation.Flush();
        return Take(operation);
    }

    private sealed class Waiter(Task<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer;
    }

    private sealed class Thrower(Func<Exception> failure) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            throw failure();
        }
    }
}
