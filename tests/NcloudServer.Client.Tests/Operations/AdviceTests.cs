using NcloudServer.Operations;

namespace NcloudServer.Tests.Operations;

/// <summary>What the errors advise: for each action and each state of the server, what helps there and nothing that harms.</summary>
public sealed class AdviceTests
{
    // What only the other actions' advice may speak of.
    private static readonly Dictionary<string, string[]> s_foreign = new()
    {
        ["Start"] = ["stop a", "restart", "crash", "Uptime"],
        ["Stop"] = ["start a", "restart", "crash", "Uptime"],
        ["Restart"] = ["harm", "crash"],
        ["Interrupt"] = ["harm", "restart", "-Wait", "Uptime"],
    };

    private static readonly Step[] s_steps =
    [
        Step.FailAsRuledOut, Step.FailAsBusy, Step.FailAsLeftOut, Step.FailAsTimedOut, Step.FailAsStuck, Step.FailAsUnknown,
    ];

    private static readonly (string Status, string Operation)[] s_states =
    [
        ("INIT", "NULL"), ("CREAT", "NULL"), ("RUN", "NULL"), ("RUN", "SHTDN"), ("RUN", "RESTA"), ("RUN", "CHNG"), ("RUN", "HSHTD"),
        ("NSTOP", "NULL"), ("NSTOP", "START"), ("FSTOP", "NULL"), ("SD_FL", "NULL"), ("ST_FL", "NULL"), ("RS_FL", "NULL"), ("TERMT", "TERMT"),
    ];

    // What helps a server whose status rules the action out.
    private static readonly Dictionary<(string Action, string Status), string> s_waysOut = new()
    {
        [("Restart", "NSTOP")] = "Start it with Start-NcpServerInstance.",
        [("Interrupt", "NSTOP")] = "Start it with Start-NcpServerInstance.",
    };

    [Theory]
    [MemberData(nameof(ServerActions.Names), MemberType = typeof(ServerActions))]
    public void No_action_is_told_what_is_true_of_another(string name)
    {
        ServerAction action = ServerActions.All[name];
        foreach (Step step in s_steps.Where(step => action.Target is not null || step is not (Step.FailAsTimedOut or Step.FailAsStuck)))
        {
            foreach ((string status, string operation) in s_states)
            {
                if (step == Step.FailAsRuledOut && !IsRuledOut(action, (status, operation)))
                {
                    continue;
                }

                string advice = Advice(step, action, status, operation);

                Assert.EndsWith(".", advice, StringComparison.Ordinal);
                Assert.DoesNotContain(s_foreign[name], word => advice.Contains(word, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("Start", "to start a running server does no harm.")]
    [InlineData("Stop", "to stop a stopped server does no harm.")]
    [InlineData("Restart", "if it has moved, the server has restarted, and would once more.")]
    [InlineData("Interrupt", "a server that has crashed would crash once more.")]
    public void A_doubt_is_told_with_what_a_repeat_would_do(string name, string expected)
    {
        foreach ((string status, string operation) in s_states)
        {
            Assert.EndsWith(
                expected,
                Advice(Step.FailAsUnknown, ServerActions.All[name], status, operation),
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(ServerActions.Names), MemberType = typeof(ServerActions))]
    public void A_state_that_rules_the_action_out_is_told_with_the_way_out_of_it(string name)
    {
        ServerAction action = ServerActions.All[name];
        foreach ((string status, string operation) in s_states.Where(state => IsRuledOut(action, state)))
        {
            string expected = operation == "TERMT" ? "It is being terminated: leave it out." : s_waysOut[(name, status)];

            Assert.Equal(expected, Advice(Step.FailAsRuledOut, action, status, operation));
        }
    }

    [Theory]
    [InlineData("Stop", "or raise -MaximumRetryCount, or use -Wait.")]
    [InlineData("Interrupt", "or raise -MaximumRetryCount.")]
    public void A_busy_server_is_told_with_parameters_that_the_cmdlet_has(string name, string expected) => Assert.EndsWith(
        expected,
        Advice(Step.FailAsBusy, ServerActions.All[name], "RUN", "CHNG"),
        StringComparison.Ordinal);

    private static bool IsRuledOut(ServerAction action, (string Status, string Operation) state) =>
        action.Evaluate(new ServerState(state.Status, state.Operation == "NULL" ? string.Empty : state.Operation), hasBooted: false)
            == LookUpResult.RuledOut;

    private static string Advice(Step step, ServerAction action, string status, string operation)
    {
        var server = new PendingServer("1", "KR", PendingReason.InDoubt);
        server.OnSeen(
            new ServerInstance
            {
                ServerInstanceNo = "1",
                ServerInstanceStatus = new CodeName(status, string.Empty),
                ServerInstanceOperation = new CodeName(operation, string.Empty),
            },
            isUnderWay: false);
        return ServerFailures.For(step, server, new BatchOptions { Action = action, Target = action.Target })!.RecommendedAction;
    }
}
