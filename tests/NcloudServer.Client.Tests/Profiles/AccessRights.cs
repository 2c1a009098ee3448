using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace NcloudServer.Tests.Profiles;

/// <summary>Who may read a file, on every system.</summary>
internal static class AccessRights
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void AssertOwnerAlone(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            AssertUserAlone(new FileInfo(path));
        }
        else
        {
            Assert.Equal(OwnerFile, File.GetUnixFileMode(path));
        }
    }

    public static void AssertOwnerAloneInFolder(string path)
    {
        // On Windows, a folder of the user's home folder has the rights of that one.
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(OwnerFile | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
        }
    }

    public static void LetOthersRead(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            var file = new FileInfo(path);
            FileSecurity security = file.GetAccessControl(AccessControlSections.Access);
            var users = new SecurityIdentifier(WellKnownSidType.BuiltinUsersSid, null);
            security.AddAccessRule(new FileSystemAccessRule(users, FileSystemRights.Read, AccessControlType.Allow));
            file.SetAccessControl(security);
        }
        else
        {
            File.SetUnixFileMode(path, OwnerFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }

    [SupportedOSPlatform("windows")]
    private static void AssertUserAlone(FileInfo file)
    {
        using var user = WindowsIdentity.GetCurrent();
        // The system can read everything anyway.
        var system = new SecurityIdentifier(WellKnownSidType.LocalSystemSid, null);
        var readers = new List<IdentityReference>();
        FileSecurity security = file.GetAccessControl(AccessControlSections.Access);
        foreach (FileSystemAccessRule rule in security.GetAccessRules(true, true, typeof(SecurityIdentifier)))
        {
            if (rule.AccessControlType == AccessControlType.Allow && rule.IdentityReference != system)
            {
                readers.Add(rule.IdentityReference);
            }
        }

        Assert.Equal([user.User!], readers);
    }
}
