using System.Collections.Generic;
using System.Linq;

namespace NcloudServer.Simulator;

/// <summary>The envelope of everything that answers with servers.</summary>
internal static class ServerReply
{
    private const string List = "serverInstanceList";

    public static Reply Of(ServiceCall call, IEnumerable<SimulatedServer> servers, int totalRows) =>
        Reply.Document(call.Format, 200, call.Action + "Response", writer =>
        {
            ListShape shape = call.Fault?.ListShape ?? ListShape.List;
            if (shape == ListShape.EmptyEnvelope)
            {
                return;
            }

            Envelope.Begin(writer, call, totalRows + (call.Fault?.TotalRowsOffset ?? 0));
            if (shape == ListShape.List)
            {
                WriteList(writer, servers);
            }
            else if (shape == ListShape.BareServer)
            {
                WriteObject(writer, servers);
            }
        });

    private static void WriteList(IReplyWriter writer, IEnumerable<SimulatedServer> servers)
    {
        writer.BeginList(List);
        foreach (SimulatedServer server in servers)
        {
            writer.BeginItem("serverInstance");
            ServerFields.Write(writer, server);
            writer.EndItem();
        }

        writer.EndList();
    }

    private static void WriteObject(IReplyWriter writer, IEnumerable<SimulatedServer> servers)
    {
        writer.BeginObject(List);
        foreach (SimulatedServer server in servers.Take(1))
        {
            ServerFields.Write(writer, server);
        }

        writer.EndObject();
    }
}

internal static class RegionReply
{
    public static Reply Of(ServiceCall call, IReadOnlyList<SimulatedRegion> regions) =>
        Reply.Document(call.Format, 200, call.Action + "Response", writer =>
        {
            Envelope.Begin(writer, call, regions.Count);
            writer.BeginList("regionList");
            foreach (SimulatedRegion region in regions)
            {
                writer.BeginItem("region");
                writer.Text("regionCode", region.Code);
                writer.Text("regionName", region.Name);
                writer.EndItem();
            }

            writer.EndList();
        });
}

internal static class Envelope
{
    public static void Begin(IReplyWriter writer, ServiceCall call, int totalRows)
    {
        writer.Text("requestId", call.RequestId);
        writer.Text("returnCode", "0");
        writer.Text("returnMessage", "success");
        if (call.Fault?.OmitTotalRows != true)
        {
            writer.Number("totalRows", totalRows);
        }
    }
}
