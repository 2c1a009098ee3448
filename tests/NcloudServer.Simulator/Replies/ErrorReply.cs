namespace NcloudServer.Simulator;

/// <summary>The two error envelopes.</summary>
internal static class ErrorReply
{
    public static Reply Service(ReplyFormat format, int status, string code, string message) =>
        Reply.Document(format, status, "responseError", writer =>
        {
            writer.Text("returnCode", code);
            writer.Text("returnMessage", message);
        });

    public static Reply Gateway(ReplyFormat format, int status, string code, string message, string details)
    {
        Action<IReplyWriter> content = writer =>
        {
            writer.Text("errorCode", code);
            writer.Text("message", message);
            writer.Text("details", details);
        };
        Reply reply = Reply.Document(format, status, "error", content, isCompact: true);
        return reply with
        {
            Headers = new Dictionary<string, string>
            {
                ["x-ncp-apigw-error-code"] = code,
                ["x-ncp-apigw-error-message"] = message,
            },
        };
    }
}
