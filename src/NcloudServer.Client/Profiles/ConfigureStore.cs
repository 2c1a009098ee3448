using System;
using System.IO;
using System.Linq;
using System.Threading;

namespace NcloudServer.Profiles;

/// <summary>
/// Writes the file of profiles: one process at a time, in one step, for the owner's eyes alone. Whoever reads meanwhile finds the old
/// file or the new one, and a failure leaves the old one.
/// </summary>
internal sealed class ConfigureStore(string path, TimeSpan? patience = null, Action<string, string>? move = null)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_betweenAttempts = TimeSpan.FromMilliseconds(20);

    public static ConfigureStore OfUser() => new(ConfigureFile.OfUser().Path);

    /// <exception cref="NcpConfigurationException">The file can't be understood or written; it is as it was.</exception>
    public void Set(ProfileEntry entry, CancellationToken cancellationToken) => Edit(
        (document, file) => document.Set(file.Find(entry.Name)?.Name ?? entry.Name, entry.Values), cancellationToken);

    /// <exception cref="NcpConfigurationException">There is no such profile, or the file can't be understood or written; it is as it was.</exception>
    public void Remove(string name, CancellationToken cancellationToken) => Edit(
        (document, file) => document.Remove((file.Find(name) ?? throw file.NotFound(name)).Name), cancellationToken);

    private void Edit(Action<ConfigureDocument, ConfigureFile> change, CancellationToken cancellationToken)
    {
        if (!Path.IsPathRooted(path))
        {
            throw new NcpConfigurationException(
                NcpErrorId.NcpCredentialIncomplete, "There is no home folder to keep the file of profiles in.", "Give this user a home folder.");
        }

        try
        {
            string target = Target();
            OwnerOnly.CreateDirectory(Path.GetDirectoryName(target)!);
            // It stays: whoever deletes a lock may delete the one that somebody else has just taken.
            using FileStream oneAtATime = Patiently(() => OwnerOnly.Open(target + ".lock", FileMode.OpenOrCreate), cancellationToken);
            byte[] content = File.Exists(target) ? Patiently(() => File.ReadAllBytes(target), cancellationToken) : [];
            var document = new ConfigureDocument(content);
            if (!document.ToArray().SequenceEqual(content))
            {
                throw new NcpConfigurationException(
                    NcpErrorId.NcpCredentialIncomplete, $"{path} is no text that could be kept as it is.", "Save the file as UTF-8.");
            }

            change(document, ConfigureFile.Of(path, document.Lines));
            Write(target, document.ToArray(), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NcpConfigurationException(
                NcpErrorId.NcpCredentialIncomplete,
                $"{path} can't be written: {e.Message}",
                "Give yourself the right to write the file and its folder; if another process holds it, try again when that has ended.",
                e);
        }
    }

    private void Write(string target, byte[] content, CancellationToken cancellationToken)
    {
        string temporary = target + ".next";
        try
        {
            // Under the lock it can only be what a process left that was ended: secrets that nobody would ever find.
            File.Delete(temporary);
            using (FileStream stream = OwnerOnly.Open(temporary, FileMode.CreateNew))
            {
                stream.Write(content, 0, content.Length);
                stream.Flush(flushToDisk: true);
            }

            Patiently(
                () =>
                {
                    (move ?? OwnerOnly.Move)(temporary, target);
                    return true;
                },
                cancellationToken);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The file itself, where the path is a link: the link has to stay.</summary>
    private string Target()
    {
#if NETFRAMEWORK
        // .NET Framework can't follow it, and would put a file in its place.
        return File.Exists(path) && (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0
            ? throw new IOException("It is a link, which Windows PowerShell can't follow. PowerShell 7 can.")
            : path;
#else
        var file = new FileInfo(path);
        return file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
#endif
    }

    /// <summary>Others hold the file and its lock for a moment only.</summary>
    private T Patiently<T>(Func<T> attempt, CancellationToken cancellationToken)
    {
        DateTime end = DateTime.UtcNow + (patience ?? s_patience);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return attempt();
            }
            catch (Exception e) when (IsHeld(e) && DateTime.UtcNow < end)
            {
                cancellationToken.WaitHandle.WaitOne(s_betweenAttempts);
            }
        }
    }

    // Windows refuses the right to replace a file that somebody reads; elsewhere a missing right stays missing.
    private static bool IsHeld(Exception e) =>
        e is IOException and not (DirectoryNotFoundException or PathTooLongException or DriveNotFoundException)
        || (e is UnauthorizedAccessException && Path.DirectorySeparatorChar == '\\');
}
