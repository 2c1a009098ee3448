namespace NcloudServer.Tests.Wire;

/// <summary>In a script a pair is its code.</summary>
public sealed class CodeNameTests
{
    [Fact]
    public void It_prints_and_converts_as_its_code()
    {
        var platform = new CodeName("WND64", "Windows 64 Bit");

        Assert.Equal("WND64", platform.ToString());
        Assert.Equal(("WND64", "Windows 64 Bit"), (platform.Code, platform.Name));
        Assert.Empty(new CodeName("RUN").Name);
    }

    [Fact]
    public void Pairs_with_the_same_code_are_equal_whatever_their_texts_and_case()
    {
        var one = new CodeName("RUN", "running");
        var other = new CodeName("run", "운영 중");

        Assert.True(one.Equals(other) && one.Equals((object)other) && one.Equals("Run"));
        Assert.True(one == other);
        Assert.False(one != other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(0, one.CompareTo(other));
    }

    [Fact]
    public void Pairs_with_other_codes_differ_whatever_their_texts()
    {
        var one = new CodeName("RUN", "running");
        var other = new CodeName("NSTOP", "running");

        Assert.False(one.Equals(other) || one.Equals((object)other) || one.Equals("NSTOP") || one.Equals(null) || one.Equals(7));
        Assert.False(one == other);
        Assert.True(one != other);
    }

    [Fact]
    public void Nothing_equals_nothing_alone()
    {
        CodeName? nothing = null;

        Assert.True(nothing == null);
        Assert.False(nothing == new CodeName("RUN"));
        Assert.True(new CodeName("RUN") != nothing);
    }

    [Fact]
    public void Pairs_are_sorted_by_code()
    {
        CodeName[] sorted = new[] { new CodeName("RUN"), new CodeName("init"), new CodeName("NSTOP") }.Order().ToArray();

        Assert.Equal(["init", "NSTOP", "RUN"], sorted.Select(pair => pair.Code));
        Assert.True(sorted[0].CompareTo("RUN") < 0 && sorted[0].CompareTo((object?)null) > 0 && sorted[0].CompareTo((CodeName?)null) > 0);
    }

    [Fact]
    public void Neither_code_nor_text_can_be_missing()
    {
        Assert.Throws<ArgumentNullException>(() => new CodeName(null!));
        Assert.Throws<ArgumentNullException>(() => new CodeName("RUN", null!));
    }
}
