using System;
using System.Collections.Generic;

namespace NcloudServer.Simulator;

/// <summary>The envelope of what answers with anything but servers.</summary>
internal static class ListReply
{
    public static Reply Of<T>(
        ServiceCall call, string list, string item, IReadOnlyList<T> items, int totalRows, Action<IReplyWriter, T> write) =>
        Of(call, totalRows, writer =>
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

    public static Reply Of(ServiceCall call, int totalRows, Action<IReplyWriter> content) =>
        Reply.Document(call.Format, 200, call.Action + "Response", writer =>
        {
            if (call.Fault?.ListShape != ListShape.EmptyEnvelope)
            {
                Envelope.Begin(writer, call, totalRows + (call.Fault?.TotalRowsOffset ?? 0));
                content(writer);
            }
        });
}
