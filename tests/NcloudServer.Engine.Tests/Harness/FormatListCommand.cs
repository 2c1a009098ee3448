using System.Reflection;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace NcloudServer.EngineTests.Harness;

/// <summary>
/// Format-List as PowerShell has it: the engine's package holds the formatting, and not the module of the cmdlet that asks for a list.
/// </summary>
[Cmdlet(VerbsCommon.Format, "List")]
public sealed class FormatListCommand : OuterFormatTableAndListBase
{
    private const BindingFlags Inside = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Assembly s_engine = typeof(OuterFormatTableAndListBase).Assembly;

    public FormatListCommand()
    {
        Type shape = Inner("FormatShape");
        object list = Activator.CreateInstance(Inner("InnerFormatShapeCommand"), Inside, null, [Enum.Parse(shape, "List")], null)!;
        typeof(FrontEndCommandBase).GetField("implementation", Inside)!.SetValue(this, list);
    }

    private static Type Inner(string name) =>
        s_engine.GetType($"{typeof(OuterFormatTableAndListBase).Namespace}.{name}", throwOnError: true)!;
}
