using System.Globalization;
using System.Management.Automation.Host;

namespace NcloudServer.EngineTests.Harness;

/// <summary>A person at a console: sees what the engine shows, and answers what it asks.</summary>
public sealed class RecordingHost : PSHost
{
    private CultureInfo _culture = CultureInfo.InvariantCulture;

    public Console Console { get; } = new();

    public override CultureInfo CurrentCulture => _culture;

    public override CultureInfo CurrentUICulture => _culture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "RecordingHost";

    public override PSHostUserInterface UI => Console;

    public override Version Version { get; } = new(1, 0);

    public void UseCulture(string name) => _culture = CultureInfo.GetCultureInfo(name);

    public override void EnterNestedPrompt() => Console.Suspend();

    public override void ExitNestedPrompt()
    {
    }

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
