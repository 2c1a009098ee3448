namespace NcloudServer.Simulator;

/// <summary>The envelope of everything that answers with servers.</summary>
internal static class ServerResponse
{
    private const string List = "serverInstanceList";

    public static Response Of(ServiceCall call, IEnumerable<SimulatedServer> servers, int totalRows) =>
        Envelope.Of(call, totalRows, writer =>
        {
            ListShape shape = call.Fault?.ListShape ?? ListShape.List;
            if (shape == ListShape.List)
            {
                WriteList(writer, servers, call);
            }
            else if (shape == ListShape.BareServer)
            {
                WriteObject(writer, servers, call);
            }
        });

    private static void WriteList(IResponseWriter writer, IEnumerable<SimulatedServer> servers, ServiceCall call)
    {
        writer.BeginList(List);
        foreach (SimulatedServer server in servers)
        {
            writer.BeginItem("serverInstance");
            ServerFields.Write(writer, server, call);
            writer.EndItem();
        }

        writer.EndList();
    }

    private static void WriteObject(IResponseWriter writer, IEnumerable<SimulatedServer> servers, ServiceCall call)
    {
        writer.BeginObject(List);
        foreach (SimulatedServer server in servers.Take(1))
        {
            ServerFields.Write(writer, server, call);
        }

        writer.EndObject();
    }
}
