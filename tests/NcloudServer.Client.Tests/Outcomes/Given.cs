namespace NcloudServer.Tests.Outcomes;

/// <summary>A number that is given in.</summary>
/// <param name="Number">The number.</param>
/// <param name="Time">When it comes, in seconds.</param>
/// <param name="Region">Its region.</param>
internal sealed record Given(string Number, double Time = 0, string? Region = "KR")
{
    public static implicit operator Given(string number) => new(number);
}
