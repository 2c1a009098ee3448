using System.Globalization;
using System.Management.Automation.Host;

namespace NcloudServer.Demo;

/// <summary>What the engine needs of the program around it: a console to write to.</summary>
internal sealed class DemoHost : PSHost
{
    public ConsoleInterface Console { get; } = new();

    public override PSHostUserInterface UI => Console;

    public override string Name => "NcloudServer.Demo";

    public override Version Version { get; } = typeof(DemoHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
