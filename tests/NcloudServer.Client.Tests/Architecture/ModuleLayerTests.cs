using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace NcloudServer.Tests.Architecture;

/// <summary>The cmdlets have one way down too, and know no HTTP. A failure names each step up, type by type.</summary>
public sealed class ModuleLayerTests
{
    private static readonly string[] s_layers = ["Completion", "Binding", "Pipeline", "Commands"];
    private static readonly SourceFolders s_module =
        new("NcloudServer", Path.Combine(SourceFolders.PathOf("ModuleDirectory"), "bin", "Core"));

    public static TheoryData<string> Layers => [.. s_layers.SkipLast(1)];

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_uses_no_layer_after_it(string layer)
    {
        string[] later = s_layers[(Array.IndexOf(s_layers, layer) + 1)..];

        Types().That().Are(s_module.TypesIn(layer)).As(layer)
            .Should().NotDependOnAny(s_module.TypesIn(later)).As($"{layer} should use none of {string.Join(", ", later)}")
            .Check(s_module.Assembly);
    }

    [Fact]
    public void The_module_knows_no_HTTP() =>
        Types().That().Are(s_module.Assembly.Types).As("The module")
            .Should().NotDependOnAny(Types(includeReferenced: true).That()
                .HaveFullNameMatching(@"^(NcloudServer\.Http|System\.Net\.(Http|Sockets))\.|^System\.Net\.(IWebProxy|WebProxy|WebRequest|HttpWebRequest|WebClient)$"))
            .As("The module should use no HTTP")
            .Check(s_module.Assembly);

    [Fact]
    public void Only_what_PowerShell_calls_on_import_is_outside_the_layers() =>
        Assert.Equal(["NcloudServer.ModuleAssemblies"], s_module.TypesOutside(s_layers));

    [Fact]
    public void A_folder_is_a_namespace() => Assert.Empty(s_module.TypesInOtherNamespaces);

    [Fact]
    public void Every_layer_has_types() => Assert.All(s_layers, layer => Assert.NotEmpty(s_module.TypesIn(layer)));
}
