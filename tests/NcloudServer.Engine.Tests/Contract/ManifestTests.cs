using System.Collections;
using System.Management.Automation.Language;
using System.Reflection;
using System.Text.RegularExpressions;

namespace NcloudServer.EngineTests.Contract;

/// <summary>What the module's folder holds, and what its manifest says of it.</summary>
public sealed class ManifestTests(ModuleSession session) : EngineTest(session)
{
    private static readonly Hashtable s_declared = Read(TestProcess.Manifest);

    [Fact]
    public void PowerShell_accepts_the_manifest()
    {
        PSObject manifest = Assert.Single(Run("Test-ModuleManifest $path -ErrorAction Stop", ("path", TestProcess.Manifest)).Output);

        var module = (PSModuleInfo)manifest.BaseObject;
        Assert.Equal("NcloudServer", module.Name);
        Assert.Equal(["Desktop", "Core"], module.CompatiblePSEditions);
        Assert.Equal(new Version(5, 1), module.PowerShellVersion);
    }

    [Fact]
    public void The_module_exports_what_it_declares_and_declares_without_wildcards()
    {
        CommandInfo[] commands = Commands();

        Assert.Equal(Declared("CmdletsToExport").Order(), commands.Select(command => command.Name).Order());
        Assert.All(commands, command => Assert.Equal(CommandTypes.Cmdlet, command.CommandType));
        Assert.DoesNotContain(Declared("CmdletsToExport"), name => name.Contains('*'));
        Assert.Empty(Declared("FunctionsToExport").Concat(Declared("AliasesToExport")).Concat(Declared("VariablesToExport")));
    }

    [Fact]
    public void The_commands_have_verbs_that_PowerShell_approves()
    {
        IEnumerable<string> approved = typeof(VerbsCommon).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(VerbsCommon).Namespace && type.Name.StartsWith("Verbs", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => field.Name).ToList();

        Assert.All(Commands(), command => Assert.Contains(((CmdletInfo)command).Verb, approved));
    }

    [Fact]
    public void The_files_that_show_servers_are_there()
    {
        Assert.Equal(["NcloudServer.Format.ps1xml"], Declared("FormatsToProcess"));
        Assert.True(File.Exists(InModule("NcloudServer.Format.ps1xml")));
    }

    [Fact]
    public void Nothing_comes_to_PowerShell_7_that_could_clash_with_it() => Assert.Equal(
        ["NcloudServer.Client.dll", "NcloudServer.dll"],
        Directory.EnumerateFiles(InModule("bin/Core"), "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)!)
            .Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void To_Windows_PowerShell_comes_what_that_lacks_and_nothing_that_it_has()
    {
        string[] names = FilesOfDesktop();

        Assert.All(["NcloudServer.dll", "NcloudServer.Client.dll", "System.Text.Json.dll"], name => Assert.Contains(name, names));
        Assert.DoesNotContain("System.Management.Automation.dll", names);
        Assert.All(names, name => Assert.EndsWith(".dll", name));
    }

    [Fact]
    public void The_license_of_each_library_that_is_not_its_own_is_given()
    {
        IEnumerable<string> libraries =
            Regex.Matches(File.ReadAllText(InModule("ThirdPartyNotices.txt")).ReplaceLineEndings("\n"), @"(?m)^    (\S+)$")
                .Select(match => $"{match.Groups[1].Value}.dll");

        Assert.Equal(
            FilesOfDesktop().Where(name => !name.StartsWith("NcloudServer", StringComparison.Ordinal))
                .Order(StringComparer.OrdinalIgnoreCase),
            libraries);
        Assert.True(File.Exists(InModule("LICENSE")));
    }

    [Fact]
    public void The_manifest_says_what_has_changed()
    {
        var data = (Hashtable)((Hashtable)s_declared["PrivateData"]!)["PSData"]!;

        Assert.Matches(@"^### \w+", (string)data["ReleaseNotes"]!);
    }

    [Fact]
    public void The_impact_of_every_change_decides_who_asks_by_default() => Assert.Equal(
        new SortedDictionary<string, ConfirmImpact>
        {
            ["Invoke-NcpApi"] = ConfirmImpact.Medium,
            ["Invoke-NcpServerInterrupt"] = ConfirmImpact.High,
            ["Remove-NcpProfile"] = ConfirmImpact.Medium,
            ["Restart-NcpServerInstance"] = ConfirmImpact.Medium,
            ["Set-NcpProfile"] = ConfirmImpact.Medium,
            ["Start-NcpServerInstance"] = ConfirmImpact.Medium,
            ["Stop-NcpServerInstance"] = ConfirmImpact.Medium,
        },
        new SortedDictionary<string, ConfirmImpact>(Commands().OfType<CmdletInfo>()
            .Select(command => (command.Name, Cmdlet: command.ImplementingType.GetCustomAttribute<CmdletAttribute>()!))
            .Where(command => command.Cmdlet.SupportsShouldProcess)
            .ToDictionary(command => command.Name, command => command.Cmdlet.ConfirmImpact)));

    [Theory]
    [MemberData(nameof(NumberCommands.Names), MemberType = typeof(NumberCommands))]
    public void A_server_is_what_these_cmdlets_declare_to_give(string name) => Assert.Equal(
        "NcloudServer.ServerInstance", Assert.Single(Commands().Single(command => command.Name == name).OutputType).Name);

    [Fact]
    public void The_tests_of_all_cmdlets_that_take_numbers_forget_none() => Assert.Equal(
        Commands().Where(command => command.Parameters.ContainsKey("ServerInstanceNo")).Select(command => command.Name).Order(),
        NumberCommands.Cmdlets.Order());

    private static Hashtable Read(string manifest) => (Hashtable)Parser.ParseFile(manifest, out _, out _)
        .Find(node => node is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue();

    private static IEnumerable<string> Declared(string key) =>
        s_declared[key] is object[] many ? many.Cast<string>() : s_declared[key] is string one ? [one] : [];

    private static string InModule(string path) => Path.Combine(TestProcess.ModuleDirectory, path);

    private static string[] FilesOfDesktop() =>
        [.. Directory.EnumerateFiles(InModule("bin/Desktop")).Select(path => Path.GetFileName(path)!)];

    private CommandInfo[] Commands() =>
        [.. Run("Get-Command -Module NcloudServer").Output.Select(command => (CommandInfo)command.BaseObject)];
}
