namespace NcloudServer.Simulator;

/// <summary>The two error envelopes.</summary>
internal static class ErrorResponse
{
    public static Response Service(ResponseFormat format, int status, string code, string message) =>
        Response.Document(format, status, "responseError", writer =>
        {
            writer.Text("returnCode", code);
            writer.Text("returnMessage", message);
        });

    public static Response Gateway(ResponseFormat format, int status, string code, string message, string details)
    {
        Action<IResponseWriter> content = writer =>
        {
            writer.Text("errorCode", code);
            writer.Text("message", message);
            writer.Text("details", details);
        };
        Response response = Response.Document(format, status, "error", content, isCompact: true);
        return response with
        {
            Headers = new Dictionary<string, string>
            {
                ["x-ncp-apigw-error-code"] = code,
                ["x-ncp-apigw-error-message"] = message,
            },
        };
    }
}
