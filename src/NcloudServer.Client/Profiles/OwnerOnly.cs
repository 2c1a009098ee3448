#if !NETFRAMEWORK
using System;
#endif
using System.IO;
#if !NETFRAMEWORK
using System.Runtime.Versioning;
#endif
using System.Security.AccessControl;
using System.Security.Principal;

namespace NcloudServer.Profiles;

/// <summary>Creates files and folders that only their owner can read, from the moment they exist.</summary>
internal static class OwnerOnly
{
#if NETFRAMEWORK
    public static void CreateDirectory(string path) => Directory.CreateDirectory(path);

    public static FileStream Open(string path, FileMode mode) =>
        new(path, mode, FileSystemRights.Read | FileSystemRights.Write, FileShare.None, 4096, FileOptions.None, Rights());

    /// <summary>Replaces a file atomically. The file to replace need not exist.</summary>
    public static void Move(string from, string to)
    {
        if (!File.Exists(to))
        {
            File.Move(from, to);
            return;
        }

        // The new file takes over the rights of the one that it replaces.
        File.SetAccessControl(to, Rights());
        File.Replace(from, to, destinationBackupFileName: null);
    }

    public static bool IsReadableByOthers(string path) => IsGrantedToOthers(new FileInfo(path));
#else
    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

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
    public static void Move(string from, string to) => File.Move(from, to, overwrite: true);

    public static bool IsReadableByOthers(string path) => OperatingSystem.IsWindows()
        ? IsGrantedToOthers(new FileInfo(path))
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
    private static bool IsGrantedToOthers(FileInfo file)
    {
        FileSecurity security = file.GetAccessControl(AccessControlSections.Access);
        foreach (FileSystemAccessRule rule in security.GetAccessRules(true, true, typeof(SecurityIdentifier)))
        {
            var who = (SecurityIdentifier)rule.IdentityReference;
            if (rule.AccessControlType == AccessControlType.Allow && (rule.FileSystemRights & FileSystemRights.ReadData) != 0
                && (who.IsWellKnown(WellKnownSidType.WorldSid) || who.IsWellKnown(WellKnownSidType.AuthenticatedUserSid)
                    || who.IsWellKnown(WellKnownSidType.BuiltinUsersSid)))
            {
                return true;
            }
        }

        return false;
    }
}
