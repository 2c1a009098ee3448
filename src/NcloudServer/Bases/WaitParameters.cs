namespace NcloudServer.Bases;

/// <summary>The bounds and the defaults of the parameters that every waiting cmdlet has.</summary>
internal static class WaitParameters
{
    public const int DefaultTimeoutSec = 900;
    public const int LongestTimeoutSec = 86400;
    public const int DefaultIntervalSec = 5;
    public const int LongestIntervalSec = 3600;
}
