namespace NcloudServer.Simulator;

/// <summary>A request's way: log, gateway, fault, service, answer.</summary>
internal sealed class ApiEndpoint(
    SimulatorSettings settings,
    ServerFleet fleet,
    FaultList faults,
    RequestLog log,
    SignatureCheck signatures,
    ApiGateway gateway,
    ServiceActions service,
    RestService rest,
    MetadataEndpoint metadata,
    ResponseSender sender)
{
    private readonly FaultyAnswer faulty = new(sender, new Aftermath(fleet), log);

    public async Task HandleAsync(HttpContext context, CancellationToken stopping)
    {
        context.TraceIdentifier = Guid.NewGuid().ToString("N");
        ApiRequest request = await ApiRequest.ReadAsync(context, settings.Policies.EchoOtherActions);
        request.Parameters.IgnoresOddValues = settings.Policies.IgnoresOddValues;
        bool isMetadata = MetadataEndpoint.Has(request.Path);
        SignatureVerdict signature = signatures.Check(request);
        Visit visit = log.Begin(Describe(context, request, isMetadata, signature));
        try
        {
            await (isMetadata
                ? metadata.AnswerAsync(context, request, visit)
                : AnswerAsync(context, request, signature, visit, stopping));
        }
        finally
        {
            visit.Ended(context.RequestAborted.IsCancellationRequested);
        }
    }

    private async Task AnswerAsync(
        HttpContext context, ApiRequest request, SignatureVerdict signature, Visit visit, CancellationToken stopping)
    {
        if (gateway.Refuse(request, signature) is { } refusal)
        {
            await sender.SendAsync(context, refusal, visit);
            return;
        }

        FaultRule? fault = faults.Strike(request, fleet.Regions[0].Code);
        if (fault is null)
        {
            await sender.SendAsync(context, Work(request, null, visit), visit);
        }
        else
        {
            await faulty.SendAsync(context, fault, () => Work(request, fault, visit), visit, stopping);
        }
    }

    private Response Work(ApiRequest request, FaultRule? fault, Visit visit)
    {
        ServiceResult result = request.RestAction is not null ? rest.Run(request, fault) : service.Run(new ServiceCall(
            request.Action!, request.Parameters, request.Format(settings.Policies), Guid.NewGuid().ToString(), fault)
        {
            IsEcho = request.IsEcho,
            Policies = settings.Policies,
        });
        visit.Changed(result.Changed);
        return result.Response;
    }

    private static LoggedRequest Describe(HttpContext context, ApiRequest request, bool isMetadata, SignatureVerdict signature) => new()
    {
        IsMetadata = isMetadata,
        HasMetadataToken = isMetadata && request.Headers.ContainsKey(MetadataTokens.Header),
        Method = request.Method,
        Path = request.Path,
        RawTarget = request.RawTarget,
        UrlLength = request.UrlLength,
        Action = request.Action,
        ContentType = Text(request, "Content-Type"),
        Body = request.Body,
        RegionCode = request.Parameters.Peek("regionCode"),
        Numbers = request.Parameters.ServerNumbers,

        // A wrong clock does not make a signature wrong.
        SignatureValid = signature is SignatureVerdict.Valid or SignatureVerdict.ClockSkewed,
        SignatureVersion = SignatureCheck.VersionOf(request),
        AccessKey = Text(request, SignatureCheck.AccessKey),
        Timestamp = Text(request, SignatureCheck.Timestamp),
        AcceptEncoding = Text(request, "Accept-Encoding"),
        UserAgent = Text(request, "User-Agent"),
        HasCookie = request.Headers.ContainsKey("Cookie"),
        ConnectionId = context.Connection.Id,
        TraceId = context.TraceIdentifier,
    };

    private static string? Text(ApiRequest request, string header) =>
        request.Headers.TryGetValue(header, out var value) ? value.ToString() : null;
}
