namespace NcloudServer.Tests.Operations;

/// <summary>A request as a service received it.</summary>
internal sealed record SentRequest(string Method, string Target, string Body, string? ContentType, bool IsSigned);
