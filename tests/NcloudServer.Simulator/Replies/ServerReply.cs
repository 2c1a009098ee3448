using System.Collections.Generic;

namespace NcloudServer.Simulator;

/// <summary>The envelope of everything that answers with servers.</summary>
internal static class ServerReply
{
    public static Reply Of(ServiceCall call, IEnumerable<SimulatedServer> servers, int totalRows) =>
        Reply.Document(call.Format, 200, call.Action + "Response", writer =>
        {
            Envelope.Begin(writer, call, totalRows);
            writer.BeginList("serverInstanceList");
            foreach (SimulatedServer server in servers)
            {
                writer.BeginItem("serverInstance");
                ServerFields.Write(writer, server);
                writer.EndItem();
            }

            writer.EndList();
        });
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
        writer.Number("totalRows", totalRows);
    }
}
