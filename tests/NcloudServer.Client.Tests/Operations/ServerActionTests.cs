using NcloudServer.Operations;
using NcloudServer.Tests.Laws;

namespace NcloudServer.Tests.Operations;

/// <summary>What each action makes of every status and operation: the table of the API's pages, and what it leaves open.</summary>
public sealed class ServerActionTests
{
    private const string Later = "LATER";
    private const string Operations = "NULL START SHTDN RESTA CHNG SETUP TERMT LATER";

    // What is in no table (FSTOP, a later status) is open: the service decides, and nothing tells whether the action was carried out.
    private static readonly Dictionary<string, string> s_tables = new()
    {
        ["Stop"] = """
            INIT   busy    busy    busy    busy    busy    busy    never   busy
            CREAT  busy    busy    busy    busy    busy    busy    never   busy
            RUN    ready   busy    arrived busy    busy    busy    never   busy
            NSTOP  arrived busy    arrived busy    arrived busy    never   busy
            FSTOP  open    busy    arrived busy    busy    busy    never   busy
            LATER  open    busy    arrived busy    busy    busy    never   busy
            """,
        ["Start"] = """
            INIT   busy    busy    busy    busy    busy    busy    never   busy
            CREAT  busy    busy    busy    busy    busy    busy    never   busy
            RUN    arrived arrived busy    arrived busy    busy    never   busy
            NSTOP  ready   arrived busy    arrived busy    busy    never   busy
            FSTOP  open    arrived busy    arrived busy    busy    never   busy
            LATER  open    arrived busy    arrived busy    busy    never   busy
            """,
        ["Restart"] = """
            INIT   busy    busy    busy    busy    busy    busy    never   busy
            CREAT  busy    busy    busy    busy    busy    busy    never   busy
            RUN    ready   busy    busy    arrived busy    busy    never   busy
            NSTOP  never   busy    busy    arrived busy    busy    never   busy
            FSTOP  open    busy    busy    arrived busy    busy    never   busy
            LATER  open    busy    busy    arrived busy    busy    never   busy
            """,
        ["Interrupt"] = """
            INIT   busy    busy    busy    busy    busy    busy    never   busy
            CREAT  busy    busy    busy    busy    busy    busy    never   busy
            RUN    ready   busy    busy    busy    busy    busy    never   busy
            NSTOP  never   busy    busy    busy    busy    busy    never   busy
            FSTOP  open    busy    busy    busy    busy    busy    never   busy
            LATER  open    busy    busy    busy    busy    busy    never   busy
            """,
    };

    public static TheoryData<string, string, string, string> Cells
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach ((string action, string table) in s_tables)
            {
                foreach (string[] row in table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                {
                    foreach ((string operation, string result) in Operations.Split(' ').Zip(row.Skip(1)))
                    {
                        data.Add(action, row[0], operation, result.Trim());
                    }
                }
            }

            return data;
        }
    }

    [Fact]
    public void Every_action_has_a_table_and_is_tried_by_the_laws_and_the_explorer()
    {
        IEnumerable<string> actions = ServerActions.All.Keys.Order();

        Assert.Equal(actions, s_tables.Keys.Order());
        Assert.Equal(actions, Enum.GetValues<Command>().Where(Commands.IsChange).Select(command => command.ToString()).Order());
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_look_up_says_of_every_state_what_the_table_says(string action, string status, string operation, string expected)
    {
        Assert.Equal(expected, Word(ServerActions.All[action].Evaluate(State(status, operation), hasBooted: false)));
        if (operation == "NULL")
        {
            Assert.Equal(expected, Word(ServerActions.All[action].Evaluate(State(status, string.Empty), hasBooted: false)));
        }
    }

    [Theory]
    [InlineData("shutting down")]
    [InlineData("hard shutting down")]
    public void A_later_code_for_a_shutdown_is_known_by_its_name(string name)
    {
        ServerInstance server = Server("RUN", Later);
        server.ServerInstanceStatusName = name;

        Assert.Equal(LookUpResult.EffectSeen, ServerAction.Stop.Evaluate(ServerState.Of(server), hasBooted: false));
    }

    [Theory]
    [InlineData("RUN", null, "open")]
    [InlineData("RUN", true, "arrived")]
    [InlineData("NSTOP", null, "never")]
    [InlineData("FSTOP", null, "open")]
    [InlineData("INIT", null, "busy")]
    public void A_restart_is_told_by_the_boot(string status, bool? hasBooted, string expected) =>
        Assert.Equal(expected, Word(ServerAction.Restart.Evaluate(State(status, "NULL"), hasBooted)));

    [Theory]
    [InlineData("INIT", "NULL", false)]
    [InlineData("CREAT", "NULL", false)]
    [InlineData("RUN", "SETUP", false)]
    [InlineData("RUN", Later, false)]
    [InlineData(Later, "NULL", false)]
    [InlineData("FSTOP", "NULL", false)]
    [InlineData("NSTOP", "NULL", false)]
    [InlineData("RUN", "NULL", true)]
    public void A_server_that_is_created_runs_when_it_is_at_rest(string status, string operation, bool isReached) =>
        Assert.Equal(isReached, TargetState.Running.IsReached(State(status, operation), hasBooted: false));

    [Fact]
    public void A_server_without_a_status_is_left_to_the_service() =>
        Assert.Equal(LookUpResult.Unclear, ServerAction.Stop.Evaluate(ServerState.Of(new ServerInstance()), hasBooted: false));

    [Fact]
    public void Only_an_interrupt_takes_one_number_and_can_not_be_seen() => Assert.Equal(
        [ServerAction.Interrupt], ServerActions.All.Values.Where(action => !action.TakesMany || !action.IsObservable));

    private static string Word(LookUpResult result) => result switch
    {
        LookUpResult.RuledOut => "never",
        LookUpResult.Unclear => "open",
        LookUpResult.EffectSeen => "arrived",
        _ => result.ToString().ToLowerInvariant(),
    };

    private static ServerState State(string status, string operation) => ServerState.Of(Server(status, operation));

    private static ServerInstance Server(string status, string operation) => new()
    {
        ServerInstanceNo = "1",
        ServerInstanceStatus = new CodeName(status),
        ServerInstanceOperation = new CodeName(operation),
    };
}
