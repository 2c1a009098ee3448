using NcloudServer.Api;
using NcloudServer.Wire;

namespace NcloudServer.Actions;

/// <summary>Calls any action once, or reads its list whole, and tells what came of it.</summary>
internal sealed class ActionInvocation(NcloudClient client, ApiCall call)
{
    private const string NotFoundCode = "300";

    /// <returns>The items of the response's list, or the one object that it is, and how many there are in all.</returns>
    /// <exception cref="NcpException">It was refused, or its outcome is not known.</exception>
    public Task<ListPage<object>> InvokeAsync(CancellationToken cancellationToken) =>
        // A size without a page is not what any action documents: the service may give everything.
        Explained(() => ReadAsync([], call.Find("pageNo") is null ? null : call.PageSize, cancellationToken));

    public Task<IReadOnlyList<object>> ReadAllAsync(CancellationToken cancellationToken) => Explained(() =>
        new WholeList(client, call, (page, pageSize) => ReadAsync(page, pageSize, cancellationToken)).ReadAsync(cancellationToken));

    public Task<object?> InvokeRawAsync(CancellationToken cancellationToken) => Explained(() => client.InvokeAsync(
        call.Action,
        Request([]),
        body => new ResponseTree(isRaw: true, keepsTypes: call.Method is not null).Value("response", body.Root),
        cancellationToken));

    private Task<ListPage<object>> ReadAsync(
        IReadOnlyList<KeyValuePair<string, string>> page, int? pageSize, CancellationToken cancellationToken) => client.InvokeAsync(
            call.Action,
            Request(page),
            // A list alone is no action's, whatever was called.
            body => call.Method is null && body.Fields.ValueKind != JsonValueKind.Array
                ? ActionResponse.Read(body, call, pageSize)
                : RestPage.Read(body, call.Path),
            cancellationToken);

    private ApiRequest Request(IReadOnlyList<KeyValuePair<string, string>> page)
    {
        string address = client.AddressOf(call.Path);
        KeyValuePair<string, string>[] format = call.Method is null && call.Find(ApiCall.Format) is null ? [new(ApiCall.Format, "json")] : [];
        KeyValuePair<string, string>[] parameters =
            [.. format, .. call.Parameters.Where(given => page.All(own => own.Key != given.Key)), .. page];
        return call.Method is not null
            ? ApiRequest.Rest(call.Method, address, parameters, call.Body?.Bytes, call.Body?.Values ?? [])
            : ApiRequest.For(address, call.IsChange, parameters) with
            {
                Form = call.Service is null ? ResponseForm.EnvelopeOrNot : ResponseForm.Envelope,
            };
    }

    private async Task<T> Explained<T>(Func<Task<T>> start)
    {
        try
        {
            return await start().ConfigureAwait(false);
        }
        catch (NcpException e)
        {
            throw Explanation(e);
        }
    }

    private NcpException Explanation(NcpException original)
    {
        NcpException failure = WithoutSecrets(original);
        return call.IsChange && failure.Kind == FailureKind.Indeterminate ? Unknown(failure)
            : failure is NcpServiceException { Code: NotFoundCode, IsServiceCode: false } missing ? NotKnown(missing)
            : call.Method is not null && failure is NcpServiceException { Id: NcpErrorId.NcpRequestRefused } refusal
            ? refusal.With(refusal.Message, "Read what the service says, and check -Path, -Parameter and -Body.")
            : failure;
    }

    // A service, or something on the way to it, may repeat in any place of its answer what it was sent.
    private NcpException WithoutSecrets(NcpException failure)
    {
        var secrets = new SecretParameters(call.Values);
        failure.RequestId = secrets.Hide(failure.RequestId);
        string text = secrets.Hide(failure.Message);
        return text == failure.Message ? failure
            : failure is NcpServiceException refusal ? refusal.With(text, failure.RecommendedAction, secrets.Hide(refusal.Code))
            : failure is NcpResponseException foreign ? foreign.With(text)
            : failure;
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
