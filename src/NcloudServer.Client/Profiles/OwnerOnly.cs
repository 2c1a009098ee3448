#if NETFRAMEWORK
using System.ComponentModel;
using System.Runtime.InteropServices;
#else
using System.Runtime.Versioning;
#endif
using System.Security.AccessControl;
using System.Security.Principal;

namespace NcloudServer.Profiles;

/// <summary>Creates files and folders that only their owner can read, from the moment they exist.</summary>
internal static class OwnerOnly
{
    /// <summary>Whether other users can read a file; false where that can't be found out, and where there is none.</summary>
    public static bool IsReadableByOthers(string path)
    {
        try
        {
            return File.Exists(path) && IsGrantedToOthers(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or InvalidOperationException)
        {
            // The last two: a file system of Windows without access rights, such as some network shares.
            return false;
        }
    }

#if NETFRAMEWORK
    private const int ReplaceExisting = 1;

    public static void CreateDirectory(string path) => Directory.CreateDirectory(path);

    public static FileStream Open(string path, FileMode mode) =>
        new(path, mode, FileSystemRights.Read | FileSystemRights.Write, FileShare.None, 4096, FileOptions.None, Rights());

    public static void Move(string from, string to)
    {
        // File.Replace is not atomic: for a moment there is no file, and where it fails half-way, the old file is gone.
        if (!MoveFileEx(from, to, ReplaceExisting))
            throw Refused(to, new Win32Exception());
    }

    private static bool IsGrantedToOthers(string path) => HasRuleForOthers(new FileInfo(path));
#else
    public static void CreateDirectory(string path) => _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    public static FileStream Open(string path, FileMode mode) => OperatingSystem.IsWindows()
        ? new FileInfo(path).Create(mode, FileSystemRights.Read | FileSystemRights.Write, FileShare.None, 4096, FileOptions.None, Rights())
        : new FileStream(path, new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });

    /// <summary>Replaces a file atomically. The file to replace need not exist.</summary>
    /// <exception cref="UnauthorizedAccessException">This user may not replace the file.</exception>
    /// <exception cref="IOException">Any other reason. On Windows, it may be another process that reads the file.</exception>
    public static void Move(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: true);
        }
        catch (UnauthorizedAccessException e) when (OperatingSystem.IsWindows())
        {
            throw Refused(to, e);
        }
    }

    private static bool IsGrantedToOthers(string path) => OperatingSystem.IsWindows()
        ? HasRuleForOthers(new FileInfo(path))
        : (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0;

    [SupportedOSPlatform("windows")]
#endif
    private static FileSecurity Rights()
    {
        var rights = new FileSecurity();
        rights.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        using var user = WindowsIdentity.GetCurrent();
        rights.AddAccessRule(new FileSystemAccessRule(user.User!, FileSystemRights.FullControl, AccessControlType.Allow));
        return rights;
    }

    // Administrators and the system can read everything anyway.
#if !NETFRAMEWORK
    [SupportedOSPlatform("windows")]
#endif
    private static bool HasRuleForOthers(FileInfo file) => file.GetAccessControl(AccessControlSections.Access)
        .GetAccessRules(true, true, typeof(SecurityIdentifier)).Cast<FileSystemAccessRule>().Any(rule =>
            rule is { AccessControlType: AccessControlType.Allow, IdentityReference: SecurityIdentifier who }
            && (rule.FileSystemRights & FileSystemRights.ReadData) != 0
            && (who.IsWellKnown(WellKnownSidType.WorldSid) || who.IsWellKnown(WellKnownSidType.AuthenticatedUserSid)
                || who.IsWellKnown(WellKnownSidType.BuiltinUsersSid)));

    // Windows has one answer for a file that may not be replaced and for one that another process reads.
    private static Exception Refused(string path, Exception e) =>
        File.Exists(path) && (File.GetAttributes(path) & FileAttributes.ReadOnly) != 0
            ? new UnauthorizedAccessException("It is read-only.", e)
            : new IOException(e.Message, e);
#if NETFRAMEWORK

    [DllImport("kernel32.dll", EntryPoint = "MoveFileExW", CharSet = CharSet.Unicode, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool MoveFileEx(string from, string to, int flags);
#endif
}
