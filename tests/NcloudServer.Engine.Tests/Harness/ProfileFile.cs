namespace NcloudServer.EngineTests.Harness;

/// <summary>The file of profiles in the tests' own home.</summary>
public static class ProfileFile
{
    private static string Folder { get; } = System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".ncloud");

    public static string Path { get; } = System.IO.Path.Combine(Folder, "configure");

    /// <summary>Whether the module looks into that home: Windows finds the user's own without asking the environment.</summary>
    public static bool IsOwn { get; } =
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) == Environment.GetEnvironmentVariable("HOME");

    /// <summary>Makes the file, readable for its owner alone.</summary>
    /// <exception cref="InvalidOperationException">It would be the file of this computer's user.</exception>
    public static void Write(string text)
    {
        if (!IsOwn)
        {
            throw new InvalidOperationException("The test needs ProfileFact or ProfileTheory.");
        }

        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public static string[] ReadLines() => File.ReadAllLines(Path);

    public static void Remove()
    {
        if (IsOwn && Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
