namespace NcloudServer.Simulator;

/// <summary>What stands around the list of a response: on the wire behind it, on the pages before it.</summary>
internal static class Envelope
{
    public static Response Of(ServiceCall call, int totalRows, Action<IResponseWriter> list) =>
        Response.Document(call.Format, 200, call.Action + "Response", writer =>
        {
            if (call.Fault?.ListShape == ListShape.EmptyEnvelope)
            {
                return;
            }

            if (call.Policies.EnvelopeFirst)
            {
                WriteResult(writer, call);
            }

            if (call.Fault?.OmitTotalRows != true)
            {
                writer.Number("totalRows", totalRows + (call.Fault?.TotalRowsOffset ?? 0));
            }

            list(writer);
            if (!call.Policies.EnvelopeFirst)
            {
                WriteResult(writer, call);
            }
        });

    private static void WriteResult(IResponseWriter writer, ServiceCall call)
    {
        writer.Text("requestId", call.RequestId);
        writer.Text("returnCode", "0");
        writer.Text("returnMessage", "success");
    }
}
