using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace NcloudServer.Operations;

/// <summary>Reads the servers of a batch, changing nothing: what is not in the reply does not exist.</summary>
internal sealed class BatchReader(NcloudClient client, BatchEvents events, CancellationToken cancellationToken)
{
    /// <summary>Ends when every item is settled, or accepted.</summary>
    public async Task SettleAsync(IReadOnlyList<Outcome> batch)
    {
        try
        {
            string[] numbers = batch.Select(item => item.ServerInstanceNo).ToArray();
            Dictionary<string, ServerInstance> seen = ServersByNumber.From(
                await client.FindAsync(batch[0].RegionCode, numbers, cancellationToken).ConfigureAwait(false));
            foreach (Outcome item in batch)
            {
                if (seen.TryGetValue(item.ServerInstanceNo, out ServerInstance? server))
                {
                    events.Accept(item, server);
                }
                else
                {
                    item.Fail(ServerFailures.NotFound(item));
                }
            }
        }
        catch (NcpException e)
        {
            client.Fatal.SetIfFatal(e);
            foreach (Outcome item in batch)
            {
                item.Fail(e);
            }
        }
        finally
        {
            events.OnFirstAnswer();
        }
    }
}
