using System.Text;
using NcloudServer.Demo;
using NcloudServer.Simulator;

const int BadOption = 2;
switch (args)
{
    case []:
        return await ShowAsync();
    case ["--shell"]:
        return await Shell.RunAsync();
    default:
        Console.WriteLine("Without an option: shows the cmdlets against a simulated service. --shell: opens PowerShell to try them.");
        return BadOption;
}

static async Task<int> ShowAsync()
{
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    await using SimulatorHost simulator = await SimulatorHost.StartAsync();
    foreach ((string name, string? value) in ServiceVariables.For(simulator))
    {
        Environment.SetEnvironmentVariable(name, value);
    }

    return Scenario.Run(simulator) ? 0 : 1;
}
