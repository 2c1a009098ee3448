namespace NcloudServer.Profiles;

/// <summary>Writes the configure file: one process at a time, at once or not at all, readable for the owner only.</summary>
internal sealed class ConfigureStore(
    string path, TimeSpan? patience = null, Action<string, string>? move = null, Action? throwIfStopping = null)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_betweenAttempts = TimeSpan.FromMilliseconds(20);

    public static ConfigureStore OfUser(Action throwIfStopping) => new(ConfigureFile.OfUser().Path, throwIfStopping: throwIfStopping);

    /// <exception cref="NcpConfigurationException">It can't; the file is unchanged. A profile that is not there needs a key.</exception>
    public void Set(ConfigureProfile profile) => Edit((document, file) => document.Set(
        file.Find(profile.Name)?.Name ?? (profile.AccessKeyId.Length > 0 ? profile.Name : throw file.NotFound(profile.Name)),
        profile.Values));

    /// <exception cref="NcpConfigurationException">There is no such profile, or it can't; the file is unchanged.</exception>
    public void Remove(string name) => Edit(
        (document, file) => document.Remove((file.Find(name) ?? throw file.NotFound(name)).Name));

    private void Edit(Action<ConfigureDocument, ConfigureFile> change)
    {
        if (!Path.IsPathRooted(path))
            throw Failure("The user has no home folder for the file of profiles.", "Create a home folder for this user.");

        try
        {
            string target = Target();
            OwnerOnly.CreateDirectory(Path.GetDirectoryName(target)!);
            // The lock file stays: deleting it could delete the lock of another process.
            using FileStream oneAtATime = Patiently(() => OwnerOnly.Open(target + ".lock", FileMode.OpenOrCreate));
            byte[]? content = Patiently(() => ConfigureFile.Content(target));
            var document = new ConfigureDocument(content ?? []);
            if (!document.ToArray().SequenceEqual(content ?? []))
                throw Failure($"{path} is not a text file that can be edited without loss.", "Save the file as UTF-8.");

            change(document, new ConfigureFile(path, () => content));
            Write(target, document.ToArray());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(
                $"{path} can't be written: {e.Message}",
                "Give yourself the right to write the file and its folder. If another process has the file open, wait until it ends.",
                e);
        }
    }

    private void Write(string target, byte[] content)
    {
        string temporary = target + ".next";
        try
        {
            // Under the lock, such a file can only be left over from a process that was killed; it contains secrets.
            File.Delete(temporary);
            using (FileStream stream = OwnerOnly.Open(temporary, FileMode.CreateNew))
            {
                stream.Write(content, 0, content.Length);
                stream.Flush(flushToDisk: true);
            }

            Patiently(() =>
            {
                (move ?? OwnerOnly.Move)(temporary, target);
                return true;
            });
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static NcpConfigurationException Failure(string message, string advice, Exception? cause = null) =>
        new(NcpErrorId.NcpCredentialIncomplete, message, advice, cause);

    /// <summary>The link's target if the path is a link, so that the link is kept.</summary>
    private string Target()
    {
#if NETFRAMEWORK
        // .NET Framework can't follow a link, and would replace it by a file.
        return File.Exists(path) && (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0
            ? throw new IOException("It is a link, which Windows PowerShell can't follow. PowerShell 7 can.")
            : path;
#else
        return ConfigureFile.Resolved(path).FullName;
#endif
    }

    /// <summary>Retries while another process has the file or its lock open.</summary>
    private T Patiently<T>(Func<T> attempt)
    {
        DateTime end = DateTime.UtcNow + (patience ?? s_patience);
        while (true)
        {
            throwIfStopping?.Invoke();
            try
            {
                return attempt();
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException or DriveNotFoundException)
                && DateTime.UtcNow < end)
            {
                Thread.Sleep(s_betweenAttempts);
            }
        }
    }
}
