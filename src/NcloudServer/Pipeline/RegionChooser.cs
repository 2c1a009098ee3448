using NcloudServer.Credentials;

namespace NcloudServer.Pipeline;

/// <summary>Chooses the region of what comes in, and says on Verbose once where it comes from.</summary>
/// <remarks>A given region is the parameter's or the input's. Nothing is changed in a region that was not meant.</remarks>
internal sealed class RegionChooser(NcpCommandBase command, bool isParameter, bool isChange)
{
    // What fails, fails once: the next number gets the same exception.
    private readonly Lazy<RegionSetting?> _default = new(() => Logged(command, command.Settings.DefaultRegion()));
    private readonly Lazy<RegionSetting?> _ofServer = new(() => FindOfServer(command, isChange));
    private readonly Lazy<string?> _firstListed = new(() => FindFirstListed(command));
    private bool _isGivenLogged;

    /// <summary>The first region of the service's list, which it uses where none is named; null where it can't be found out.</summary>
    public string? FirstListed => _firstListed.Value;

    /// <summary>The region that is given, else the default, else that of the server whose role is used; null leaves it to the service.</summary>
    /// <exception cref="NcpException">One of the two steps failed.</exception>
    public string? Choose(string? given) => OrOfServer(WithoutRequest(given));

    /// <summary>The region that is given, else the default; null where a request is needed to find it. Sends nothing.</summary>
    /// <exception cref="NcpConfigurationException">The profile is not there, or the file of profiles can't be read.</exception>
    public string? WithoutRequest(string? given)
    {
        if (string.IsNullOrWhiteSpace(given))
            return _default.Value?.Code;

        string code = given!.Trim();
        if (!_isGivenLogged)
        {
            _isGivenLogged = true;
            command.WriteVerbose(isParameter ? $"The region is {code}, from -RegionCode." : "The regions come from the input.");
        }

        return code;
    }

    /// <summary>The region as it is, else that of the server whose role is used; null leaves the choice to the service.</summary>
    /// <exception cref="NcpException">There is no key, or the region of that server can't be found out, and something is changed.</exception>
    public string? OrOfServer(string? regionCode) => regionCode ?? _ofServer.Value?.Code;

    private static RegionSetting? FindOfServer(NcpCommandBase command, bool isChange)
    {
        try
        {
            RegionSetting? region = Logged(command, command.Await((client, stopToken) => client.FindRegionAsync(stopToken)));
            if (region is null)
                command.WriteVerbose("No region is known: the service uses its first one.");

            return region;
        }
        catch (NcpConfigurationException e) when (!isChange && !e.IsFatal)
        {
            command.WriteWarning($"{e.Message} The service uses its first region. {e.RecommendedAction}");
            return null;
        }
    }

    private static string? FindFirstListed(NcpCommandBase command)
    {
        try
        {
            return command.Await((client, stopToken) => client.GetRegionsAsync(stopToken)).Select(region => region.RegionCode).FirstOrDefault();
        }
        catch (NcpException e)
        {
            command.WriteVerbose($"The service's first region can't be found out. {e.Message}");
            return null;
        }
    }

    private static RegionSetting? Logged(NcpCommandBase command, RegionSetting? region)
    {
        if (region is not null)
            command.WriteVerbose($"The region is {region.Code}, from {region.Source}.");

        return region;
    }
}
