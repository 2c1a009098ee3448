namespace NcloudServer.Simulator;

/// <summary>
/// The log's side of one request. The end is noted before the last byte goes out, so that a client with the answer
/// also finds it in the log, and a client that sends one request after another never looks like two at once.
/// </summary>
internal sealed class Visit(RequestLog log, long sequence)
{
    private bool completed;

    public void Changed(IReadOnlyList<string> numbers) => log.Change(sequence, entry => entry with { NumbersChanged = numbers });

    public void Answered(int status, bool clientAborted)
    {
        completed = true;
        log.Complete(sequence, entry => entry with { Outcome = RequestOutcome.Answered, Status = status, ClientAborted = clientAborted });
    }

    public void Cut()
    {
        completed = true;
        log.Complete(sequence, entry => entry with { Outcome = RequestOutcome.Cut });
    }

    /// <summary>A hung request stays in flight until the client gives it up.</summary>
    public void Hung() => log.Change(sequence, entry => entry with { Outcome = RequestOutcome.Hung });

    /// <summary>For a request that never had its whole answer; after an answer or a cut this changes nothing.</summary>
    public void Ended(bool clientAborted)
    {
        if (completed)
        {
            return;
        }

        completed = true;
        log.Complete(sequence, entry => entry with
        {
            Outcome = entry.Outcome == RequestOutcome.InFlight ? RequestOutcome.Cut : entry.Outcome,
            ClientAborted = clientAborted,
        });
    }
}
