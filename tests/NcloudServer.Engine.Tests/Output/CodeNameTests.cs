namespace NcloudServer.EngineTests.Output;

/// <summary>A pair of a code and the text for it behaves in a script like its code.</summary>
public sealed class CodeNameTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("\"$($linux.PlatformType)\" -ceq 'LNX64'", true)]
    [InlineData("$linux.PlatformType -eq 'LNX64'", true)]
    [InlineData("$linux.PlatformType -eq 'WND64'", false)]
    [InlineData("$linux.PlatformType -ne 'WND64'", true)]
    [InlineData("'XEN' -eq $linux.HypervisorType", true)]
    [InlineData("$linux.PlatformType -in 'LNX32', 'LNX64'", true)]
    [InlineData("$windows.PlatformType -like 'WND*'", true)]
    [InlineData("$linux.ServerInstanceStatus.Name -match 'RUN'", true)]
    [InlineData("$(switch ($windows.HypervisorType) { 'XEN' { 'XEN' } 'KVM' { 'KVM' } }) -eq 'KVM'", true)]
    [InlineData("@($linux, $windows | Where-Object PlatformType -EQ WND64).Count -eq 1", true)]
    public void A_pair_prints_as_its_code_compares_with_texts_and_keeps_the_text_of_the_service(string expression, bool expected)
    {
        Result result = Run($"$linux, $windows = Get-NcpServerInstance 1000100, 1000099; {expression}");

        Assert.Equal([expected], result.Output.Select(item => item.BaseObject));
    }

    [Fact]
    public void Servers_can_be_chosen_by_a_pair()
    {
        Result result = Run("1000001..1000010 | Get-NcpServerInstance | Where-Object PlatformType -EQ WND64");

        Assert.Equal(["1000002", "1000003", "1000006", "1000007", "1000010"], result.Numbers);
    }
}
