namespace NcloudServer.Simulator;

/// <summary>Answers a request under a fault, step by step in the order in which a real mishap could strike.</summary>
internal sealed class FaultyAnswer(ResponseSender sender, Aftermath aftermath, RequestLog log)
{
    /// <summary>
    /// <paramref name="work"/> carries the action out and is called once at most. <paramref name="stopping"/> ends delays when the
    /// simulator shuts down; the client's going away does not, since a server works on.
    /// </summary>
    public async Task SendAsync(HttpContext context, FaultRule fault, Func<Response> work, Visit visit, CancellationToken stopping)
    {
        await HoldAsync(fault, stopping);
        await Task.Delay(fault.LatencyMs, stopping);
        if (fault.Cut == CutPoint.BeforeWork)
        {
            aftermath.Follow(fault);
            await CutAsync(context, fault, visit);
            return;
        }

        bool isHang = fault.Hang == HangPoint.BeforeHeaders;
        bool worksAnyway = fault.DoWork || fault.Cut == CutPoint.AfterWork;
        Response? real = worksAnyway || !(fault.ReplacesAnswer || isHang) ? work() : null;
        aftermath.Follow(fault);
        if (isHang)
        {
            await HangAsync(context, fault, visit);
            return;
        }

        if (fault.Cut == CutPoint.AfterWork)
        {
            await CutAsync(context, fault, visit);
            return;
        }

        Response answer = Spoil(fault.ReplacesAnswer ? Replacement(fault) : real!, fault);
        await SendBodyAsync(context, fault, answer, visit, stopping);
    }

    private async Task HoldAsync(FaultRule fault, CancellationToken stopping)
    {
        long end = Environment.TickCount64 + (fault.HangSeconds * 1000L);
        while (fault.HoldUntil is { } hold
            && (log.ReceivedCount < hold.Received || log.CompletedCount < hold.Completed)
            && Environment.TickCount64 < end)
        {
            await Task.Delay(1, stopping);
        }
    }

    private async Task SendBodyAsync(HttpContext context, FaultRule fault, Response answer, Visit visit, CancellationToken stopping)
    {
        if (fault.Cut == CutPoint.InBody || fault.Hang == HangPoint.InBody)
        {
            await sender.SendPartAsync(context, answer, fault.BodyBytes);
            await (fault.Cut == CutPoint.InBody ? CutAsync(context, fault, visit) : HangAsync(context, fault, visit));
        }
        else if (fault.SlowBody is { } slow)
        {
            await sender.SendSlowlyAsync(context, answer, slow, visit, stopping);
        }
        else
        {
            await sender.SendAsync(context, answer, visit);
        }
    }

    private static Response Replacement(FaultRule fault)
    {
        string body = fault.Body ?? "";
        return Response.Text(fault.Status ?? 200, fault.ContentType ?? ContentTypes.Guess(body), body);
    }

    private static Response Spoil(Response response, FaultRule fault)
    {
        int length = fault.EmptyBody ? 0 : Math.Min(response.Body.Length, fault.TruncateTo ?? int.MaxValue);
        return response with { Body = response.Body[..length], Headers = fault.Headers ?? response.Headers };
    }

    private static async Task CutAsync(HttpContext context, FaultRule fault, Visit visit)
    {
        visit.Cut();
        await Connections.CloseAsync(context, fault.Close);
    }

    private static async Task HangAsync(HttpContext context, FaultRule fault, Visit visit)
    {
        visit.Hung();
        await Connections.UntilClientGoesAsync(context, TimeSpan.FromSeconds(fault.HangSeconds));
        visit.Ended(context.RequestAborted.IsCancellationRequested);
        context.Abort();
    }
}
