namespace NcloudServer.Tests.Laws;

/// <summary>What can happen before a request is carried out.</summary>
internal static class Happenings
{
    private static readonly HappeningKind[] s_toRunning = [HappeningKind.Stopped, HappeningKind.Restarted, HappeningKind.Changed, HappeningKind.Removed];
    private static readonly HappeningKind[] s_toStopped = [HappeningKind.Started, HappeningKind.Changed, HappeningKind.Removed];
    private static readonly HappeningKind[] s_toAny = [HappeningKind.Removed];

    /// <summary>What can happen, nothing first. A server at the beginning of the request stands for those in its middle.</summary>
    public static List<Happening> Of(SeenRequest request, ModelFleet fleet)
    {
        List<Happening> all = [default, new(HappeningKind.Sleep), new(HappeningKind.ClockForward), new(HappeningKind.ClockBack)];
        if (request.Numbers.Count > 0)
        {
            foreach (string number in new[] { request.Numbers[0], request.Numbers[request.Numbers.Count - 1] }.Distinct())
            {
                View view = fleet.Server(request.Region, number).At(request.Time);
                HappeningKind[] kinds = view == View.Running ? s_toRunning
                    : view == View.Stopped ? s_toStopped
                    : view.IsMissing ? []
                    : s_toAny;
                all.AddRange(kinds.Select(kind => new Happening(kind, request.Region, number)));
            }
        }

        return all;
    }

    public static string ActionName(this HappeningKind kind) => kind switch
    {
        HappeningKind.Stopped => Command.Stop.ActionName(),
        HappeningKind.Started => Command.Start.ActionName(),
        _ => Command.Restart.ActionName(),
    };
}
