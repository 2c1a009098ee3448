using System.Diagnostics;
using NcloudServer.Profiles;

namespace NcloudServer.Tests.Profiles;

/// <summary>What stands in the place of the file and is none: nobody takes it for a file that is not there.</summary>
public sealed class UnreadableFileTests
{
    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(60);

    [Fact]
    public void A_folder_that_is_a_link_and_has_no_file_is_like_any_other_without_one()
    {
        DirectoryInfo home = Directory.CreateTempSubdirectory("ncloudserver-");
        try
        {
            string folder = Path.Combine(home.FullName, ".ncloud");
            Directory.CreateSymbolicLink(folder, home.CreateSubdirectory("dotfiles").FullName);

            Assert.False(new ConfigureFile(Path.Combine(folder, "configure")).IsThere);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    public static TheoryData<string> Kinds => OperatingSystem.IsWindows() ? ["folder"] : ["folder", "pipe", "link", "link to a pipe"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_is_an_error_that_names_the_file_and_nobody_waits_for_it(string kind)
    {
        using var here = new TestEnvironment();
        Make(kind, here.Path);

        NcpConfigurationException failure = await Assert.ThrowsAsync<NcpConfigurationException>(
            () => Task.Run(() => here.File.Find("DEFAULT")).WaitAsync(s_safety));

        Assert.Equal(NcpErrorId.NcpCredentialIncomplete, failure.Id);
        Assert.StartsWith($"{here.Path} can't be read: ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("pipe")]
    public async Task Nothing_is_written_there_and_nobody_waits_for_it(string kind)
    {
        using var here = new TestEnvironment();
        Make(OperatingSystem.IsWindows() ? "folder" : kind, here.Path);
        // Nothing else has it open: to wait would not help.
        var store = new ConfigureStore(here.Path, patience: TimeSpan.FromDays(1));

        NcpConfigurationException failure = await Assert.ThrowsAsync<NcpConfigurationException>(() => Task.Run(
            () => store.Set(ConfigureProfile.From("DEFAULT", "ID", "SECRET", endpoint: null))).WaitAsync(s_safety));

        Assert.StartsWith($"{here.Path} can't be written: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Profiles_beyond_number_are_read_and_listed_shortly()
    {
        using var here = new TestEnvironment(string.Concat(Enumerable.Range(1, 20_000).Select(number => $"[p {number}]\n")));

        NcpConfigurationException failure = here.File.NotFound("p");

        Assert.Contains("has no profile 'p'. It has 'p 1', 'p 2', ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(" and 19980 more.", failure.Message, StringComparison.Ordinal);
    }

    private static void Make(string kind, string path)
    {
        switch (kind)
        {
            case "folder":
                Directory.CreateDirectory(path);
                break;
            case "link":
                File.CreateSymbolicLink(path, path + ".gone");
                break;
            default:
                string pipe = kind == "pipe" ? path : path + ".pipe";
                using (Process process = Process.Start("mkfifo", pipe))
                {
                    process.WaitForExit();
                }

                if (kind != "pipe")
                {
                    File.CreateSymbolicLink(path, pipe);
                }

                break;
        }
    }
}
