using System.Text;
using NcloudServer.Api;
using NcloudServer.Profiles;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests;

/// <summary>
/// Environment variables and a file of profiles that belong to one test. The metadata address is always one of loopback: no test
/// may ask the real one, which answers on some computers.
/// </summary>
internal sealed class TestEnvironment : IDisposable
{
    public const string MetadataName = "NCLOUD_METADATA_API_ENDPOINT";

    private readonly ClosedPort _nobody = new();
    private readonly Dictionary<string, string?> _variables = [];
    private readonly string _directory = Directory.CreateDirectory(
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName())).FullName;

    public TestEnvironment(string? configure = null)
    {
        Path = System.IO.Path.Combine(_directory, "configure");
        this[MetadataName] = _nobody.Address;
        if (configure is not null)
        {
            Write(Encoding.UTF8.GetBytes(configure));
        }
    }

    public string Path { get; }

    public ConfigureFile File => new(Path);

    public string? this[string name]
    {
        get => _variables.GetValueOrDefault(name);
        set => _variables[name] = value;
    }

    public string? Variable(string name) => this[name];

    public void Write(byte[] content) => System.IO.File.WriteAllBytes(Path, content);

    public ConnectionSettings Settings(string? profileName = null, Uri? endpoint = null, (string, string)? credential = null) =>
        new(Variable, () => File) { ProfileName = profileName, EndpointUrl = endpoint, Credential = credential };

    public void Dispose()
    {
        _nobody.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}
