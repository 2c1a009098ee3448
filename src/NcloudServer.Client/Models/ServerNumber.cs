namespace NcloudServer.Models;

internal static class ServerNumber
{
    /// <summary>The number without leading zeros: a service that reads numbers as integers answers 007 with 7.</summary>
    public static string Normalized(string number) =>
        number.TrimStart('0') is { Length: > 0 } rest ? rest : number.Length > 0 ? "0" : string.Empty;
}
