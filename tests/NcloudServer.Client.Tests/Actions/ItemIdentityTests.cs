using NcloudServer.Actions;

namespace NcloudServer.Tests.Actions;

/// <summary>Which items of two readings of a list are the same one.</summary>
public sealed class ItemIdentityTests
{
    private static readonly ItemIdentity s_identity = new(hasIds: false);

    [Fact]
    public void An_item_with_a_number_is_the_same_whatever_else_changes()
    {
        Assert.Equal(Identity("vpc", ("vpcNo", "1"), ("status", "INIT")), Identity("vpc", ("vpcNo", "1"), ("status", "RUN")));
        Assert.NotEqual(Identity("vpc", ("vpcNo", "1")), Identity("vpc", ("vpcNo", "2")));
    }

    [Fact]
    public void An_item_without_a_number_is_the_same_if_all_of_it_is()
    {
        Assert.Equal(Identity("rule", ("port", 22), ("name", "a")), Identity("rule", ("port", 22), ("name", "a")));
        Assert.NotEqual(Identity("rule", ("port", 22)), Identity("rule", ("port", 23)));
        Assert.NotEqual(Identity("rule", ("name", "a")), Identity("rule", ("name", "b")));
        Assert.NotEqual(Identity("rule", ("name", "a")), Identity("rule", ("name", null)));
        Assert.NotEqual(Identity("rule", ("name", "a")), Identity("rule", ("title", "a")));
        Assert.NotEqual(Identity("rule", ("type", new CodeName("A"))), Identity("rule", ("type", new CodeName("B"))));
        Assert.NotEqual(Identity("rule", ("ports", new object?[] { 1, 2 })), Identity("rule", ("ports", new object?[] { 12 })));
        Assert.NotEqual(Identity("rule", ("vpc", Item("vpc", ("name", "a")))), Identity("rule", ("vpc", Item("vpc", ("name", "b")))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_number_that_is_empty_tells_nothing(string? number) =>
        Assert.NotEqual(Identity("vpc", ("vpcNo", number), ("name", "a")), Identity("vpc", ("vpcNo", number), ("name", "b")));

    [Fact]
    public void A_list_of_texts_has_as_many_items_as_it_has_different_texts()
    {
        Assert.Equal(s_identity.Of("a"), s_identity.Of("a"));
        Assert.NotEqual(s_identity.Of("a"), s_identity.Of("b"));
    }

    [Fact]
    public void Only_an_item_of_a_REST_service_has_its_number_in_the_id()
    {
        Assert.NotEqual(Identity("rule", ("id", "1"), ("name", "a")), Identity("rule", ("id", "1"), ("name", "b")));
        var ofRest = new ItemIdentity(hasIds: true);
        Assert.Equal(ofRest.Of(Item("rule", ("id", "1"), ("name", "a"))), ofRest.Of(Item("rule", ("id", "1"), ("name", "b"))));
    }

    private static string Identity(string name, params (string Name, object? Value)[] members) => s_identity.Of(Item(name, members));

    private static ResponseObject Item(string name, params (string Name, object? Value)[] members)
    {
        var item = new ResponseObject(name);
        foreach ((string member, object? value) in members)
        {
            item.Add(member, value);
        }

        return item;
    }
}
