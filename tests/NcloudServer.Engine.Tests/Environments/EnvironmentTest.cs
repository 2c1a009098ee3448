using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NcloudServer.Simulator;
using Xunit;

namespace NcloudServer.EngineTests.Environments;

/// <summary>A session whose commands are given neither key nor endpoint; variables and file are gone when the test is over.</summary>
[Collection(OneAtATime.Name)]
public abstract class EnvironmentTest : EngineTest, IDisposable
{
    private readonly HashSet<string> _variables = [];

    protected EnvironmentTest(ModuleSession session)
        : base(session)
    {
        string address = session.Service.EndpointUrl.GetLeftPart(UriPartial.Authority);
        Set("NCLOUD_API_GW", address);
        Set("NCLOUD_METADATA_API_ENDPOINT", address);
    }

    private static string File => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".ncloud", "configure");

    protected IReadOnlyList<LoggedRequest> MetadataRequests => Requests().Where(request => request.IsMetadata).ToList();

    protected IReadOnlyList<LoggedRequest> ApiRequests => Requests().Where(request => !request.IsMetadata).ToList();

    public void Dispose()
    {
        foreach (string name in _variables)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        if (Directory.Exists(Path.GetDirectoryName(File)))
        {
            Directory.Delete(Path.GetDirectoryName(File)!, recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    protected void Set(string name, string? value)
    {
        _variables.Add(name);
        Environment.SetEnvironmentVariable(name, value);
    }

    /// <summary>Makes the file of profiles.</summary>
    protected static void WriteProfiles(params string[] lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllLines(File, lines);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    protected static IReadOnlyList<string> ReadProfiles() => System.IO.File.ReadAllLines(File);

    /// <summary>The lines of a profile with the key that the service knows.</summary>
    protected string[] Profile(string name, params string[] more) =>
        [$"[{name}]", $"ncloud_access_key_id = {Service.AccessKey}", $"ncloud_secret_access_key = {Service.SecretKey}", .. more];

    /// <summary>Runs a script without the session's defaults.</summary>
    protected Result RunPlain(string script, params (string Name, object? Value)[] variables) =>
        Run("$PSDefaultParameterValues = @{}\n" + script, variables);
}
