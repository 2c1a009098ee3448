using NcloudServer.Actions;

namespace NcloudServer.Tests.Actions;

/// <summary>Which items of two readings of a list are the same one.</summary>
public sealed class ItemIdentityTests
{
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
        Assert.Equal(WholeList.IdentityOf("a", hasIds: false), WholeList.IdentityOf("a", hasIds: false));
        Assert.NotEqual(WholeList.IdentityOf("a", hasIds: false), WholeList.IdentityOf("b", hasIds: false));
    }

    [Fact]
    public void Only_an_item_of_a_REST_service_has_its_number_in_the_id()
    {
        Assert.NotEqual(Identity("rule", ("id", "1"), ("name", "a")), Identity("rule", ("id", "1"), ("name", "b")));
        Assert.Equal(OfRest("a"), OfRest("b"));

        static string OfRest(string name) => WholeList.IdentityOf(Item("rule", ("id", "1"), ("name", name)), hasIds: true);
    }

    private static string Identity(string name, params (string Name, object? Value)[] members) =>
        WholeList.IdentityOf(Item(name, members), hasIds: false);

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
