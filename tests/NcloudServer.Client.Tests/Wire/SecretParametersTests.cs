using System.Collections.Generic;
using System.Linq;
using NcloudServer.Wire;
using Xunit;

namespace NcloudServer.Tests.Wire;

/// <summary>What a person is shown of a call's parameters before it is made.</summary>
public sealed class SecretParametersTests
{
    [Fact]
    public void Parameters_are_described_in_one_line_without_secrets() => Assert.Equal(
        "serverName = web, loginPassword = ***", Describe(("serverName", "web"), ("loginPassword", "s3cret!")));

    [Fact]
    public void Nothing_is_described_as_nothing() => Assert.Equal(string.Empty, Describe());

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, " …")]
    public void A_long_value_is_cut(int more, string ending)
    {
        string longest = new('a', 100);

        Assert.Equal($"name = {longest}{ending}", Describe(("name", longest + new string('b', more))));
    }

    [Fact]
    public void A_long_description_is_cut()
    {
        string described = Describe([.. Enumerable.Range(0, 1000).Select(position => ($"name{position}", "value"))]);

        Assert.StartsWith("name0 = value, name1 = value, ", described, System.StringComparison.Ordinal);
        Assert.EndsWith(" …", described, System.StringComparison.Ordinal);
        Assert.Equal(1000 + 2, described.Length);
    }

    private static string Describe(params (string Name, string Value)[] parameters) =>
        SecretParameters.Describe(parameters.Select(parameter => new KeyValuePair<string, string>(parameter.Name, parameter.Value)));
}
