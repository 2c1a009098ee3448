using System;
using System.Collections.Generic;
using NcloudServer.Failures;

namespace NcloudServer.Operations;

/// <summary>
/// Knows of each region whether requests to it are rejected as such (it does not exist, or the address is wrong), so that no server is to
/// blame and no further request can fare better.
/// </summary>
internal sealed class RequestChecks
{
    private static readonly ServerResponse s_nothing = new([], Failure: null);

    private readonly Dictionary<string, NcpException> _rejected = new(StringComparer.Ordinal);
    private readonly HashSet<(string Region, string Code)> _checked = [];

    /// <summary>The response to a request, where it is known without making it; null where it is not.</summary>
    public ServerResponse? Known(ServerRequest request)
    {
        if (_rejected.TryGetValue(Key(request), out NcpException? rejection))
        {
            return new ServerResponse(Servers: null, rejection) { IsAboutRequest = true };
        }

        return request.Kind == RequestKind.Check && _checked.Contains((Key(request), Code(Rejection(request)))) ? s_nothing : null;
    }

    public void OnSuccess(ServerRequest request) => _rejected.Remove(Key(request));

    /// <summary>Takes in what came of a request without numbers.</summary>
    public void OnChecked(ServerRequest request, ServerResponse response)
    {
        NcpException? rejection = Rejection(request);
        bool isAboutRequest = AreAlike(response.Failure, rejection);
        if (isAboutRequest)
        {
            _rejected[Key(request)] = rejection!;
        }
        else
        {
            _checked.Add((Key(request), Code(rejection)));
        }

        foreach (PendingServer server in request.Servers)
        {
            server.State = isAboutRequest ? server.State.WhenRequestRejected(rejection!) : server.State with { IsRequestChecked = true };
        }
    }

    /// <summary>Whether the service gave both the same reason.</summary>
    public static bool AreAlike(NcpException? one, NcpException? other) =>
        one is NcpServiceException { Kind: FailureKind.Rejected } a && other is NcpServiceException b
        && a.Code == b.Code && a.StatusCode == b.StatusCode;

    private static NcpException? Rejection(ServerRequest request) =>
        request.Servers[0].State.Failure ?? request.Servers[0].State.LookFailure;

    private static string Code(NcpException? rejection) => (rejection as NcpServiceException)?.Code ?? string.Empty;

    private static string Key(ServerRequest request) => request.RegionCode ?? string.Empty;
}
