using System.Linq;
using System.Threading.Tasks;
using NcloudServer.Simulator;
using Xunit;

namespace NcloudServer.EngineTests.Progress;

public sealed class HiddenProgressTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -ProgressAction SilentlyContinue")]
    [InlineData("1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -ProgressAction Ignore")]
    [InlineData("$ProgressPreference = 'SilentlyContinue'; 1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1")]
    [InlineData("1000001 | Wait-NcpServerInstance -Status Stopped -PollingIntervalSec 1 -ProgressAction SilentlyContinue")]
    [InlineData("$ProgressPreference = 'SilentlyContinue'; 1000001 | Wait-NcpServerInstance -Status Stopped -PollingIntervalSec 1")]
    public async Task It_is_not_shown_where_the_user_wants_none(string script)
    {
        Service.Fleet.Set(new ServerSettings { Number = "1000001", Operation = "SHTDN" });
        using RunningScript running = Session.Start(script);
        // By the third look it would long have been there.
        ModuleSession.WaitFor(() => Requests("getServerInstanceList").Count(request => request.Completed is not null) >= 3);
        Service.Fleet.Set(new ServerSettings { Number = "1000001", Status = "NSTOP" });

        Result result = await running.EndAsync();

        Assert.Equal(["1000001"], result.Numbers);
        Assert.Empty(Session.Console.Progress);
        Assert.Empty(result.Progress);
    }

    [Fact]
    public async Task ProgressAction_shows_it_where_the_session_hides_it()
    {
        Service.Fleet.Set(new ServerSettings { Number = "1000001", Operation = "SHTDN" });
        using RunningScript running = Session.Start(
            "$ProgressPreference = 'SilentlyContinue'; "
            + "1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -ProgressAction Continue");
        ModuleSession.WaitFor(() => Session.Console.Progress.Count > 0);
        Service.Fleet.Set(new ServerSettings { Number = "1000001", Status = "NSTOP" });

        Assert.Equal(["1000001"], (await running.EndAsync()).Numbers);
    }
}
