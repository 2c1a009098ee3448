using System;
using System.Collections.Generic;
using System.Linq;
using NcloudServer.Http;
using NcloudServer.Profiles;

namespace NcloudServer.Completion;

/// <summary>Offers the gateways of the three sites; their names complete too.</summary>
public sealed class EndpointCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values() =>
    [
        (Endpoint.Public, "The public site's gateway"),
        (Endpoint.Gov, "The government site's gateway"),
        (Endpoint.Fin, "The financial site's gateway"),
    ];

    // "gov" begins the second word of its hint.
    private protected override bool IsMeant(string word, string hint) => hint.Split(' ')[1].StartsWith(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Offers the profiles of the user's file.</summary>
public sealed class ProfileCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values()
    {
        ConfigureFile file = ConfigureFile.OfUser();
        return file.Names.Select(name => (name, $"profile {name} of {file.Path}"));
    }
}

/// <summary>Offers the regions that are known, and those that this PowerShell has fetched.</summary>
public sealed class RegionCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values() => SeenObjects.Regions;
}

/// <summary>Offers the status names that the service is known to give.</summary>
public sealed class StatusCompleter : Completer
{
    private static readonly string[] s_names =
        ["running", "stopped", "booting", "shutting down", "rebooting", "setting up", "creating", "terminating", "repairing"];

    private protected override IEnumerable<(string Text, string Hint)> Values() => s_names.Select(name => (name, name));
}

/// <summary>Offers the numbers of the servers that this PowerShell has seen.</summary>
public sealed class ServerInstanceNoCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values() =>
        SeenObjects.Servers.Select(server => (server.Number, $"{server.Name}, {server.Status}"));
}

/// <summary>Offers the names of the servers that this PowerShell has seen.</summary>
public sealed class ServerNameCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values() => SeenObjects.Servers
        .Where(server => server.Name.Length > 0)
        .GroupBy(server => server.Name)
        .Select(servers => (servers.Key, string.Join(", ", servers.Select(server => $"{server.Number} {server.Status}"))));
}
