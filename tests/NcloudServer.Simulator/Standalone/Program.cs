using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NcloudServer.Simulator;

internal static class Program
{
    private const int CannotListen = 1;
    private const int BadOption = 2;

    private static async Task<int> Main(string[] arguments)
    {
        try
        {
            CommandLine line = CommandLine.Parse(arguments);
            if (line.IsHelp)
            {
                Console.WriteLine(CommandLine.Help);
                return 0;
            }

            await RunAsync(line);
            return 0;
        }
        catch (FormatException mistake)
        {
            await Console.Error.WriteLineAsync(mistake.Message);
            return BadOption;
        }
        catch (IOException mistake)
        {
            await Console.Error.WriteLineAsync(mistake.Message);
            return CannotListen;
        }
    }

    private static async Task RunAsync(CommandLine line)
    {
        // Before the simulator starts: a signal that comes early must not be lost.
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);

        await using SimulatorHost simulator = await SimulatorHost.StartAsync(line.Options);
        string address = simulator.EndpointUrl.GetLeftPart(UriPartial.Authority);
        Console.WriteLine($"$env:NCLOUD_API_GW = '{address}'");
        if (simulator.Role.Mode == RoleMode.Off)
        {
            // A key in the environment would be used in place of the role's.
            Console.WriteLine($"$env:NCLOUD_ACCESS_KEY_ID = '{simulator.AccessKey}'");
            Console.WriteLine($"$env:NCLOUD_SECRET_ACCESS_KEY = '{simulator.SecretKey}'");
        }

        Console.WriteLine($"$env:NCLOUD_METADATA_API_ENDPOINT = '{address}'");
        Console.WriteLine("Ready. Ctrl+C ends it.");

        await (line.ParentPid is { } pid ? Task.WhenAny(ended.Task, ParentGoneAsync(pid)) : ended.Task);

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            ended.TrySetResult();
        }
    }

    private static async Task ParentGoneAsync(int pid)
    {
        try
        {
            using Process parent = Process.GetProcessById(pid);
            await parent.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It had gone before anybody looked.
        }
    }
}
