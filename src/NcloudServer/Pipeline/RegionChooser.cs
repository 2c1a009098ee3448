using NcloudServer.Credentials;

namespace NcloudServer.Pipeline;

/// <summary>Chooses the region of what comes in, and says on Verbose once where it comes from.</summary>
internal sealed class RegionChooser
{
    private readonly IServerCommand _command;
    private readonly bool _isParameter;
    private readonly bool _isChange;
    private readonly Lazy<RegionSetting?> _default;
    private readonly Lazy<RegionSetting?> _ofServer;
    private bool _isGivenLogged;

    /// <param name="command">The cmdlet.</param>
    /// <param name="isParameter">Whether a given region is the parameter's, and not the input's.</param>
    /// <param name="isChange">Whether something is changed, which must not happen in a region that was not meant.</param>
    /// <param name="findDefault">Finds the region for input without one, without a request.</param>
    public RegionChooser(IServerCommand command, bool isParameter, bool isChange, Func<RegionSetting?> findDefault)
    {
        _command = command;
        _isParameter = isParameter;
        _isChange = isChange;
        _default = new Lazy<RegionSetting?>(() => Logged(findDefault()));
        _ofServer = new Lazy<RegionSetting?>(FindOfServer);
    }

    /// <summary>The region that is given, else the default; null where a request is needed to find it. Sends nothing.</summary>
    /// <exception cref="NcpConfigurationException">The profile is not there, or the file of profiles can't be read.</exception>
    public string? WithoutRequest(string? given)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            return _default.Value?.Code;
        }

        string code = given!.Trim();
        if (!_isGivenLogged)
        {
            _isGivenLogged = true;
            _command.WriteVerbose(_isParameter ? $"The region is {code}, from -RegionCode." : "The regions come from the input.");
        }

        return code;
    }

    /// <summary>The region as it is, else that of the server whose role is used; null leaves the choice to the service.</summary>
    /// <exception cref="NcpException">There is no key, or the region of that server can't be found out, and something is changed.</exception>
    public string? OrOfServer(string? regionCode) => regionCode ?? _ofServer.Value?.Code;

    private RegionSetting? FindOfServer()
    {
        RegionSetting? region = null;
        try
        {
            region = Logged(_command.Await((client, stopToken) => client.FindRegionAsync(stopToken)));
        }
        catch (NcpConfigurationException e) when (!_isChange && !e.IsFatal)
        {
            _command.WriteWarning($"{e.Message} The service uses its first region. {e.RecommendedAction}");
            return null;
        }

        if (region is null)
        {
            _command.WriteVerbose("No region is known: the service uses its first one.");
        }

        return region;
    }

    private RegionSetting? Logged(RegionSetting? region)
    {
        if (region is not null)
        {
            _command.WriteVerbose($"The region is {region.Code}, from {region.Source}.");
        }

        return region;
    }
}
