namespace NcloudServer.Simulator;

/// <summary>A list of anything but servers.</summary>
internal static class ListResponse
{
    public static Response Of<T>(
        ServiceCall call, string list, string item, IReadOnlyList<T> items, int totalRows, Action<IResponseWriter, T> write) =>
        Envelope.Of(call, totalRows, writer =>
        {
            if (call.Fault?.ListShape == ListShape.Missing)
            {
                return;
            }

            writer.BeginList(list);
            foreach (T one in items)
            {
                writer.BeginItem(item);
                write(writer, one);
                writer.EndItem();
            }

            writer.EndList();
        });
}
