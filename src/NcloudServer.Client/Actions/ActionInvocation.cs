using NcloudServer.Api;
using NcloudServer.Failures;
using NcloudServer.Operations;
using NcloudServer.Wire;

namespace NcloudServer.Actions;

/// <summary>Calls any action once, or reads its list whole, and tells what came of it.</summary>
internal sealed class ActionInvocation(NcloudClient client, ApiCall call)
{
    private const string NotFoundCode = "300";

    /// <summary>Calls the action.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items of the reply's list, or the one object that it is, and how many there are in all.</returns>
    /// <exception cref="NcpException">It was refused, or its outcome is not known.</exception>
    public Task<ListPage<object>> InvokeAsync(CancellationToken cancellationToken) => Explained(() => call.Method is null
        ? ReadAsync(pageNo: null, GivenPageSize, cancellationToken)
        : client.InvokeAsync(call.Action, Request(pageNo: null, pageSize: null), body => RestPage.Read(body, call.Path).List, cancellationToken));

    /// <summary>Reads every page of the list.</summary>
    /// <inheritdoc cref="InvokeAsync"/>
    public Task<IReadOnlyList<object>> ReadAllAsync(CancellationToken cancellationToken) => Explained(() => call.Method is null
        ? ReadListAsync(cancellationToken)
        : new RestList(client, call).ReadAsync(cancellationToken));

    private Task<IReadOnlyList<object>> ReadListAsync(CancellationToken cancellationToken) => new CompleteList<object>(
        client,
        (pageNo, pageSize) => ReadAsync(pageNo, pageSize, cancellationToken),
        ItemIdentity.Of,
        $"The list of {call.Action}",
        "Try again when less is changed at once, or narrow the list down with -Parameter.")
    {
        PageSize = GivenPageSize,
        HasNumber = ItemIdentity.IsNumbered,
    }.ReadAsync(cancellationToken);

    /// <summary>Calls the action, and gives its whole reply.</summary>
    /// <inheritdoc cref="InvokeAsync"/>
    public Task<object?> InvokeRawAsync(CancellationToken cancellationToken) => Explained(() => client.InvokeAsync(
        call.Action,
        Request(pageNo: null, pageSize: null),
        body => ActionResponse.ReadRaw(body, keepsTypes: call.Method is not null),
        cancellationToken));

    private int? GivenPageSize => int.TryParse(call.Find("pageSize"), out int size) && size > 0 ? size : null;

    private ApiRequest Request(int? pageNo, int? pageSize) => call.Method is null
        ? ApiRequest.For(client.AddressOf(call.Path), call.IsChange, call.ForPage(pageNo, pageSize)) with
        {
            Form = call.Service is null ? ResponseForm.EnvelopeOrNot : ResponseForm.Envelope,
        }
        : ApiRequest.Rest(call.Method, client.AddressOf(call.Path), call.Parameters, call.Body?.Bytes, call.Body?.Values ?? []);

    private Task<ListPage<object>> ReadAsync(int? pageNo, int? pageSize, CancellationToken cancellationToken)
    {
        return client.InvokeAsync(call.Action, Request(pageNo, pageSize), Read, cancellationToken);

        ListPage<object> Read(ResponseBody body)
        {
            bool hasServers = call.Service == ApiCall.ServerService;
            ActionResponse reply = ActionResponse.Read(body, call.Action, hasServers);
            reply.Check(call.IsChange, pageSize);
            IReadOnlyList<object> items = !call.IsChange && reply.IsEmpty ? [] : reply.Items;
            foreach (ServerInstance server in items.OfType<ServerInstance>().Where(server => server.RegionCode.Length == 0))
            {
                // What is piped on has to find its way back to its region.
                server.RegionCode = call.Find("regionCode") ?? string.Empty;
            }

            return new ListPage<object>(items, reply.ListName is null ? items.Count : reply.Body.TotalRows);
        }
    }

    private async Task<T> Explained<T>(Func<Task<T>> start)
    {
        try
        {
            return await start().ConfigureAwait(false);
        }
        catch (NcpException e)
        {
            NcpException failure = WithoutSecrets(e);
            if (call.IsChange && failure.Kind == FailureKind.Indeterminate)
            {
                throw Unknown(failure);
            }

            if (failure is NcpServiceException { Code: NotFoundCode, IsServiceCode: false } missing)
            {
                throw NotKnown(missing);
            }

            if (call.Method is not null && failure is NcpServiceException { Id: NcpErrorId.NcpRequestRefused } refusal)
            {
                throw refusal.With(refusal.Message, "Read what the service says, and check -Path, -Parameter and -Body.");
            }

            if (!ReferenceEquals(failure, e))
            {
                throw failure;
            }

            throw;
        }
    }

    // A service, or something on the way to it, may repeat in any place of its answer what it was sent.
    private NcpException WithoutSecrets(NcpException failure)
    {
        var secrets = new SecretParameters(call.Values);
        failure.RequestId = secrets.Hide(failure.RequestId);
        string text = secrets.Hide(failure.Message);
        return failure switch
        {
            _ when text == failure.Message => failure,
            NcpServiceException refusal => refusal.With(text, failure.RecommendedAction, secrets.Hide(refusal.Code)),
            NcpResponseException foreign => foreign.With(text),
            _ => failure,
        };
    }

    private NcpActionException Unknown(NcpException cause)
    {
        IEnumerable<string> words = call.Parameters.Select(parameter => parameter.Key)
            .Where(name => name.Contains("No", StringComparison.Ordinal)).Prepend(call.Action);
        string look = call.Method is not null ? "with -Method Get, or in the console,"
            : call.Service is { } service && KnownActions.Reader(service, words) is { } reader
            ? $"with Invoke-NcpApi {reader}{(service == ApiCall.ServerService ? string.Empty : $" -Service {service}")}"
            : "with an action that reads (get…), or in the console";
        return new NcpActionException(
            NcpErrorId.NcpOutcomeUnknown,
            call.Action,
            $"The action may have been carried out or not, so it was not repeated. {cause.Message}",
            $"Look {look} what became of it before you try again.",
            cause)
        {
            RequestId = cause.RequestId,
        };
    }

    private NcpServiceException NotKnown(NcpServiceException refusal)
    {
        IReadOnlyList<string> alike = call.Service is { } service ? KnownActions.Alike(service, call.Action) : [];
        string hint = alike.Count == 0 ? string.Empty : $" Known actions that are alike: {string.Join(", ", alike)}.";
        return refusal.With(
            $"{refusal.Message} There is {(call.Method is null ? "no action" : "nothing")} at {call.Path}.{hint}",
            call.Service is not null ? "Check the action's name, and -Service."
            : "Check -Path, which begins behind the root, and -EndpointUrl: many services have a host of their own."
            + (call.Method is null ? string.Empty : " The service also says this where the account lacks the permission."));
    }
}
