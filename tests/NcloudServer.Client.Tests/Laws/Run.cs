namespace NcloudServer.Tests.Laws;

/// <summary>What a law is said about: a scenario, what was asked of the service meanwhile, and what came out.</summary>
internal sealed record Run(Scenario Scenario, ModelService Service, IReadOnlyList<Result> Results)
{
    /// <summary>The requests in which a number was, in their order.</summary>
    public ILookup<(string Region, string Number), SeenRequest> Histories { get; } = Service.Requests
        .SelectMany(request => request.Numbers.Select(number => (Key: (request.Region, number), request)))
        .ToLookup(item => item.Key, item => item.request);

    public ServerKind KindOf(Result result) => Service.Server(result.Region, result.Number).Kind;

    /// <summary>How often the action was carried out on the server.</summary>
    public int Done(Result result) =>
        Service.Server(result.Region, result.Number).Done.Count(done => done.Action == Scenario.Command.ActionName());

    /// <summary>Whether somebody else came in between.</summary>
    public bool HasSuffered(Result result) => Service.Server(result.Region, result.Number).HasSuffered;
}
