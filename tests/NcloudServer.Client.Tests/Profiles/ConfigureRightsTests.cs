using NcloudServer.Profiles;

namespace NcloudServer.Tests.Profiles;

public sealed class ConfigureRightsTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("ncloud").FullName;

    private string Folder => Path.Combine(_home, ".ncloud");

    private string File => Path.Combine(Folder, "configure");

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void A_new_file_and_its_folder_are_the_owners_alone()
    {
        Set(new ConfigureStore(File));

        AccessRights.AssertOwnerAloneInFolder(Folder);
        AccessRights.AssertOwnerAlone(File);
        AccessRights.AssertOwnerAlone(File + ".lock");
        Assert.False(OwnerOnly.IsReadableByOthers(File));
    }

    [Fact]
    public void What_is_about_to_become_the_file_is_the_owners_alone_before_it_takes_the_place()
    {
        Set(new ConfigureStore(File), "old");
        AccessRights.LetOthersRead(File);
        Assert.True(OwnerOnly.IsReadableByOthers(File));
        bool hasMoved = false;

        Set(new ConfigureStore(File, move: (from, to) =>
        {
            AccessRights.AssertOwnerAlone(from);
            Assert.Equal(Path.GetDirectoryName(to), Path.GetDirectoryName(from));
            OwnerOnly.Move(from, to);
            hasMoved = true;
        }));

        Assert.True(hasMoved);
        AccessRights.AssertOwnerAlone(File);
        Assert.False(OwnerOnly.IsReadableByOthers(File));
        Assert.Equal(["old", "new"], new ConfigureFile(File).Names);
    }

    private static void Set(ConfigureStore store, string name = "new") =>
        store.Set(ConfigureProfile.From(name, "NEWKEY", "SECRET", endpoint: null));
}
