using NcloudServer.Profiles;

namespace NcloudServer.Tests.Profiles;

/// <summary>The file while several programs have it open. Windows locks an open file; other systems do not.</summary>
public sealed class ConfigureSharingTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    private readonly string _home = Directory.CreateTempSubdirectory("ncloud").FullName;

    private string File => Path.Combine(_home, "configure");

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task Readers_find_a_whole_file_at_any_time_while_it_is_written()
    {
        Set(new ConfigureStore(File), "KEY0");

        for (int i = 1; i <= 300; i++)
        {
            Task[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(AssertWhole))];
            Set(new ConfigureStore(File, s_limit), $"KEY{i}");
            await Task.WhenAll(readers);
        }

        Assert.Equal("KEY300", new ConfigureFile(File).Find("prod")?.AccessKeyId);
        void AssertWhole() => Assert.Equal("SECRET", new ConfigureFile(File).Find("prod")?.SecretAccessKey);
    }

    [Fact]
    public async Task A_program_that_reads_the_file_delays_a_write_at_most()
    {
        Set(new ConfigureStore(File), "KEY0");
        var attempt = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task write;
        using (new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.Read))
        {
            write = Task.Run(() => Set(
                new ConfigureStore(File, s_limit, (from, to) =>
                {
                    try
                    {
                        OwnerOnly.Move(from, to);
                    }
                    finally
                    {
                        attempt.TrySetResult();
                    }
                }),
                "KEY1"));
            await attempt.Task.WaitAsync(s_limit);
        }

        await write.WaitAsync(s_limit);
        Assert.Equal("KEY1", new ConfigureFile(File).Find("prod")?.AccessKeyId);
    }

    [Fact]
    public async Task A_write_waits_for_no_one_where_Windows_has_the_file_as_read_only()
    {
        Set(new ConfigureStore(File), "KEY0");
        System.IO.File.SetAttributes(File, FileAttributes.ReadOnly);
        try
        {
            Task write = Task.Run(() => Set(new ConfigureStore(File, TimeSpan.FromHours(1)), "KEY1"));

            Exception? exception = await Record.ExceptionAsync(() => write.WaitAsync(s_limit));

            bool isRefused = OperatingSystem.IsWindows();
            Assert.Equal(isRefused, exception is NcpConfigurationException && exception.Message.Contains("read-only", StringComparison.Ordinal));
            Assert.Equal(isRefused ? "KEY0" : "KEY1", new ConfigureFile(File).Find("prod")?.AccessKeyId);
        }
        finally
        {
            System.IO.File.SetAttributes(File, FileAttributes.Normal);
        }
    }

    private static void Set(ConfigureStore store, string key) =>
        store.Set(ConfigureProfile.From("prod", key, "SECRET", endpoint: null));
}
