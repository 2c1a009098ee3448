namespace NcloudServer.Models;

/// <summary>How server numbers compare.</summary>
internal static class ServerNumber
{
    /// <summary>The number without leading zeros: a service that reads numbers as integers answers 007 with 7.</summary>
    public static string Normalized(string number)
    {
        string rest = number.TrimStart('0');
        return rest.Length == 0 && number.Length > 0 ? "0" : rest;
    }
}
