using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace NcloudServer.Tests.Architecture;

/// <summary>
/// The client has one way down: a folder uses those before it, and none after it. A failure names each step up, type by type.
/// </summary>
public sealed class ClientLayerTests
{
    private static readonly string[] s_layers = ["Models", "Failures", "Addresses", "Http", "Wire", "Profiles", "Credentials", "Api", "Operations", "Actions"];
    private static readonly SourceFolders s_client = new("NcloudServer.Client", AppContext.BaseDirectory);

    public static TheoryData<string> Layers => [.. s_layers.SkipLast(1)];

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_uses_no_layer_after_it(string layer)
    {
        string[] later = s_layers[(Array.IndexOf(s_layers, layer) + 1)..];

        Types().That().Are(s_client.TypesIn(layer)).As(layer)
            .Should().NotDependOnAny(s_client.TypesIn(later)).As($"{layer} should use none of {string.Join(", ", later)}")
            .Check(s_client.Assembly);
    }

    [Fact]
    public void Every_type_is_in_a_layer() => Assert.Empty(s_client.TypesOutside(s_layers));

    [Fact]
    public void A_folder_is_a_namespace() => Assert.Empty(s_client.TypesInOtherNamespaces);

    [Fact]
    public void Every_layer_has_types() => Assert.All(s_layers, layer => Assert.NotEmpty(s_client.TypesIn(layer)));
}
