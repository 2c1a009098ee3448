namespace NcloudServer.Http;

/// <summary>Which of the user's streams a message is for.</summary>
internal enum ActivityKind
{
    Verbose,
    Debug,
}
