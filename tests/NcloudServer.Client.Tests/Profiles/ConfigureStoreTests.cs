using NcloudServer.Profiles;

namespace NcloudServer.Tests.Profiles;

public sealed class ConfigureStoreTests : IDisposable
{
    private const string Old = "# by hand\n[old]\nncloud_access_key_id = OLDKEY\nncloud_secret_access_key = OLDSECRET\n";

    private readonly string _home = Directory.CreateTempSubdirectory("ncloud").FullName;

    private string Folder => Path.Combine(_home, ".ncloud");

    private string File => Path.Combine(Folder, "configure");

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        WriteOld();

        NcpConfigurationException exception = Assert.Throws<NcpConfigurationException>(
            () => Set(new ConfigureStore(File, TimeSpan.Zero, (_, _) => throw new IOException("The disk is full."))));

        Assert.Equal(NcpErrorId.NcpCredentialIncomplete, exception.Id);
        Assert.Contains("The disk is full.", exception.Message, StringComparison.Ordinal);
        AssertUntouched(exception);
    }

    [Fact]
    public void What_a_writer_left_that_was_ended_goes_with_the_next_write()
    {
        WriteOld();
        System.IO.File.WriteAllText(File + ".next", "[half]\nncloud_secret_");

        Set(new ConfigureStore(File));

        Assert.Equal(["old", "new"], new ConfigureFile(File).Names);
        Assert.Equal(["configure", "configure.lock"], Directory.GetFiles(Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_file_that_can_not_be_understood_is_left_alone()
    {
        string broken = Old + "half of OLDSECRET\n";
        Directory.CreateDirectory(Folder);
        System.IO.File.WriteAllText(File, broken);

        NcpConfigurationException exception = Assert.Throws<NcpConfigurationException>(() => Set(new ConfigureStore(File)));

        Assert.Contains("line 5 ", exception.Message, StringComparison.Ordinal);
        AssertUntouched(exception, broken);
    }

    [Fact]
    public void Text_that_can_not_be_kept_as_it_is_is_left_alone()
    {
        byte[] odd = [0xFF, 0xFE, (byte)'#', 0, 0x0A];
        Directory.CreateDirectory(Folder);
        System.IO.File.WriteAllBytes(File, odd);

        Assert.Throws<NcpConfigurationException>(() => Set(new ConfigureStore(File)));

        Assert.Equal(odd, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void A_removal_of_what_is_not_there_is_an_error_and_leaves_the_file_alone()
    {
        WriteOld();

        NcpConfigurationException exception = Assert.Throws<NcpConfigurationException>(
            () => new ConfigureStore(File).Remove("new"));

        Assert.Equal(NcpErrorId.NcpProfileNotFound, exception.Id);
        AssertUntouched(exception);
    }

    [Fact]
    public void A_profile_without_a_key_is_not_created()
    {
        WriteOld();

        NcpConfigurationException exception = Assert.Throws<NcpConfigurationException>(
            () => new ConfigureStore(File).Set(RegionOnly("new")));

        Assert.Equal(NcpErrorId.NcpProfileNotFound, exception.Id);
        AssertUntouched(exception);
    }

    [Fact]
    public void An_empty_file_is_not_told_as_one_that_is_not_there()
    {
        Directory.CreateDirectory(Folder);
        System.IO.File.WriteAllText(File, string.Empty);

        Assert.Equal(
            $"{File} has no profile 'new'. It has none.",
            Assert.Throws<NcpConfigurationException>(() => new ConfigureStore(File).Set(RegionOnly("new"))).Message);
    }

    [Fact]
    public void A_region_alone_is_added_to_a_profile_that_keeps_its_key()
    {
        WriteOld();

        new ConfigureStore(File).Set(RegionOnly("old"));

        Assert.Equal(("OLDKEY", "OLDSECRET", "KR"), (Found("old")?.AccessKeyId, Found("old")?.SecretAccessKey, Found("old")?.RegionCode));
    }

    [Fact]
    public void A_profile_that_differs_in_upper_and_lower_case_alone_is_the_same()
    {
        WriteOld();

        Set(new ConfigureStore(File), "OLD");
        Assert.Equal(["old"], new ConfigureFile(File).Names);
        Assert.Equal("SECRET", Found("old")?.SecretAccessKey);

        new ConfigureStore(File).Remove("Old");
        Assert.Equal("# by hand\n", System.IO.File.ReadAllText(File));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_link_stays_a_link(bool isDangling)
    {
        string target = Path.Combine(_home, "dotfiles", "ncloud");
        Directory.CreateDirectory(Folder);
        if (!isDangling)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.WriteAllText(target, Old);
        }

        System.IO.File.CreateSymbolicLink(File, Path.Combine("..", "dotfiles", "ncloud"));

        Assert.Equal(!isDangling && !OperatingSystem.IsWindows(), System.IO.File.Exists(target) && OwnerOnly.IsReadableByOthers(File));
        Set(new ConfigureStore(File));

        Assert.NotNull(new FileInfo(File).LinkTarget);
        Assert.Equal("SECRET", Found("new")?.SecretAccessKey);
        Assert.Equal(isDangling ? "" : Old, System.IO.File.ReadAllText(target)[..(isDangling ? 0 : Old.Length)]);
        Assert.False(OwnerOnly.IsReadableByOthers(target));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => Task.Run(() => Set(new ConfigureStore(File, TimeSpan.FromMinutes(1)), $"p{i}"))));

        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"p{i}").Order(), new ConfigureFile(File).Names.Order());
        Assert.All(new ConfigureFile(File).Profiles, profile => Assert.Equal("SECRET", profile.SecretAccessKey));
        Assert.Equal(["configure", "configure.lock"], Directory.GetFiles(Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Waiting_for_another_writer_ends_after_a_while_and_with_its_cancellation()
    {
        WriteOld();
        using FileStream other = OwnerOnly.Open(File + ".lock", FileMode.OpenOrCreate);
        using var stopping = new CancellationTokenSource();

        AssertUntouched(Assert.Throws<NcpConfigurationException>(() => Set(new ConfigureStore(File, TimeSpan.FromMilliseconds(100)))));
        var waiting = Task.Run(() => new ConfigureStore(File, throwIfStopping: stopping.Token.ThrowIfCancellationRequested).Set(Entry("new")));
        await Task.Delay(100);
        Assert.False(waiting.IsCompleted);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void Without_a_home_nothing_is_written_into_the_current_folder()
    {
        NcpConfigurationException exception = Assert.Throws<NcpConfigurationException>(
            () => Set(new ConfigureStore(Path.Combine(".ncloud", "configure"))));

        Assert.Contains("home", exception.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(".ncloud"));
    }

    private static ConfigureProfile Entry(string name) => ConfigureProfile.From(name, "NEWKEY", "SECRET", endpoint: null);

    private static ConfigureProfile RegionOnly(string name) => ConfigureProfile.From(name, null, null, endpoint: null, "KR");

    private static void Set(ConfigureStore store, string name = "new") => store.Set(Entry(name));

    private ConfigureProfile? Found(string name) => new ConfigureFile(File).Find(name);

    private void WriteOld()
    {
        Directory.CreateDirectory(Folder);
        System.IO.File.WriteAllText(File, Old);
    }

    private void AssertUntouched(Exception exception, string content = Old)
    {
        Assert.Equal(content, System.IO.File.ReadAllText(File));
        Assert.Empty(Directory.GetFiles(Folder).Select(Path.GetFileName).Except(["configure", "configure.lock"]));
        Assert.DoesNotContain("SECRET", exception.ToString(), StringComparison.Ordinal);
    }
}
