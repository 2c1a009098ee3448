using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Connections;

/// <summary>
/// A session whose commands are given neither key nor endpoint; when the test is over, variables are as before and the file is gone.
/// </summary>
[Collection(ProcessEnvironment.Name)]
public abstract class EnvironmentTest : EngineTest, IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    protected EnvironmentTest(ModuleSession session)
        : base(session)
    {
        string address = session.Service.EndpointUrl.GetLeftPart(UriPartial.Authority);
        Set("NCLOUD_API_GW", address);
        Set("NCLOUD_METADATA_API_ENDPOINT", address);
    }

    protected IReadOnlyList<LoggedRequest> MetadataRequests => Requests().Where(request => request.IsMetadata).ToList();

    protected IReadOnlyList<LoggedRequest> ApiRequests => Requests().Where(request => !request.IsMetadata).ToList();

    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        ProfileFile.Remove();
        GC.SuppressFinalize(this);
    }

    protected void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    /// <summary>Makes the file of profiles.</summary>
    protected static void WriteProfiles(params string[] lines) =>
        ProfileFile.Write(string.Concat(lines.Select(line => line + Environment.NewLine)));

    /// <summary>The lines of a profile with the key that the service knows.</summary>
    protected string[] Profile(string name, params string[] more) =>
        [$"[{name}]", $"ncloud_access_key_id = {Service.AccessKey}", $"ncloud_secret_access_key = {Service.SecretKey}", .. more];

    /// <summary>Runs a script without the session's defaults.</summary>
    protected Result RunPlain(string script, params (string Name, object? Value)[] variables) =>
        Run("$PSDefaultParameterValues = @{}\n" + script, variables);
}
