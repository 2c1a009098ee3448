using System.Collections.Generic;
using System.Linq;
using NcloudServer.Tests.Laws;

namespace NcloudServer.Tests.Explorer;

/// <summary>A run that breaks a law, as its script.</summary>
/// <param name="Law">The law's name.</param>
/// <param name="World">The world.</param>
/// <param name="Script">The surprises, in words.</param>
/// <param name="Text">What is broken, and the run.</param>
internal sealed record Counterexample(string Law, Scenario World, IReadOnlyList<string> Script, string Text)
{
    /// <summary>What those have in common that likely have the same cause: requests and numbers aside, the same surprises.</summary>
    public string Kind => string.Join(" + ", Script.Select(line => line.Substring(line.IndexOf("): ", System.StringComparison.Ordinal) + 3))
        .Select(surprise => surprise.StartsWith("somebody else has", System.StringComparison.Ordinal)
            ? surprise.Split(' ').Last() + " by somebody else"
            : surprise).Prepend(Law));

    public override string ToString() => $"{Law}:{World}script:\n{string.Join("\n", Script.DefaultIfEmpty("no surprise").Select(line => "  " + line))}\n{Text}";
}
