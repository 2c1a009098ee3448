namespace NcloudServer.Operations;

/// <summary>Servers for which the same comes next.</summary>
internal sealed class StepGroup(Step step)
{
    public Step Step => step;

    public List<PendingServer> Servers { get; } = [];

    /// <summary>Groups servers, in the order in which each step comes first. A LINQ group by an enum is compiled anew in each process.</summary>
    public static List<StepGroup> Of(IReadOnlyList<PendingServer> servers, Func<PendingServer, Step> next)
    {
        List<StepGroup> groups = [];
        foreach (PendingServer server in servers)
        {
            Step step = next(server);
            StepGroup? group = groups.Find(group => group.Step == step);
            if (group is null)
            {
                groups.Add(group = new StepGroup(step));
            }

            group.Servers.Add(server);
        }

        return groups;
    }
}
