namespace NcloudServer.Profiles;

/// <summary>Reads a file, and tells one that is certainly not there from one that can't be read.</summary>
internal static class FileContent
{
    /// <summary>Reads a file that another process can write and replace meanwhile, which Windows would refuse otherwise.</summary>
    /// <returns>The content; null where there certainly is no such file.</returns>
    /// <exception cref="UnauthorizedAccessException">This user may not read it, or see it; or what is there is no file.</exception>
    public static byte[]? Read(string path)
    {
        try
        {
            // To open a pipe for reading alone waits until somebody writes into it.
            FileAccess access = MayBePipe(path) ? FileAccess.ReadWrite : FileAccess.Read;
            using var stream = new FileStream(path, FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete);
            if (!stream.CanSeek)
            {
                throw new UnauthorizedAccessException("It is not a file.");
            }

            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            string folder = Path.GetDirectoryName(path)!;
            return IsLink(path) || (IsLink(folder) && !Directory.Exists(folder))
                ? throw new UnauthorizedAccessException("It is a link to something that is not there.", e)
                : null;
        }
    }

#if NETFRAMEWORK
    private static bool MayBePipe(string path) => false;

    // Of a path that leads nowhere there are no attributes.
    private static bool IsLink(string path) => (int)new FileInfo(path).Attributes is var attributes and not -1
        && ((FileAttributes)attributes & FileAttributes.ReparsePoint) != 0;
#else
    private static bool MayBePipe(string path) => !OperatingSystem.IsWindows() && Resolved(path) is { Exists: true, Length: 0 };

    /// <summary>The target of the path if it is a link, else the path.</summary>
    public static FileInfo Resolved(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
#endif
}
