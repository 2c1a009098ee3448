using System.Globalization;
using System.IO.Compression;

namespace NcloudServer.Simulator;

/// <summary>Puts responses on the wire.</summary>
internal sealed class ResponseSender(SimulatorClock clock)
{
    /// <summary>Head and body in one write: apart, Nagle's algorithm would cost every call 40 ms.</summary>
    public async Task SendAsync(HttpContext context, Response response, Visit visit)
    {
        ReadOnlyMemory<byte> body = Begin(context, response);
        visit.Answered(response.Status, context.RequestAborted.IsCancellationRequested);
        await context.Response.Body.WriteAsync(body);
    }

    /// <summary>Announces the whole body and sends only its beginning.</summary>
    public async Task SendPartAsync(HttpContext context, Response response, int bytes)
    {
        ReadOnlyMemory<byte> body = Begin(context, response);
        await context.Response.Body.WriteAsync(body[..Math.Min(bytes, body.Length)]);
        await context.Response.Body.FlushAsync();
    }

    public async Task SendSlowlyAsync(HttpContext context, Response response, SlowBody slow, Visit visit, CancellationToken stopping)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        ReadOnlyMemory<byte> body = Begin(context, response);
        for (int sent = 0; sent < body.Length; sent += slow.BytesPerChunk)
        {
            int size = Math.Min(slow.BytesPerChunk, body.Length - sent);
            if (sent + size == body.Length)
            {
                visit.Answered(response.Status, context.RequestAborted.IsCancellationRequested);
            }

            await context.Response.Body.WriteAsync(body.Slice(sent, size), ends.Token);
            await context.Response.Body.FlushAsync(ends.Token);
            await Task.Delay(sent + size == body.Length ? 0 : slow.DelayMs, ends.Token);
        }

        if (body.Length == 0)
        {
            visit.Answered(response.Status, context.RequestAborted.IsCancellationRequested);
        }
    }

    /// <summary>The head, and the body as it will travel.</summary>
    private ReadOnlyMemory<byte> Begin(HttpContext context, Response response)
    {
        HttpResponse message = context.Response;
        message.StatusCode = response.Status;
        message.Headers.Date = clock.Shown.ToString("R", CultureInfo.InvariantCulture);
        message.Headers["x-ncp-trace-id"] = context.TraceIdentifier;
        message.Headers.SetCookie = "sim=1; Path=/";
        foreach ((string name, string value) in response.Headers)
        {
            message.Headers[name] = value;
        }

        bool hasBody = response.Status is not (204 or 205 or 304) && !HttpMethods.IsHead(context.Request.Method);
        if (!hasBody)
        {
            return default;
        }

        message.ContentType = response.ContentType;
        ReadOnlyMemory<byte> body = response.Body;
        if (body.Length > 0 && AcceptsGzip(context.Request))
        {
            body = Compress(body);
            message.Headers.ContentEncoding = "gzip";
        }

        message.ContentLength = body.Length;
        return body;
    }

    private static bool AcceptsGzip(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(
            encoding => encoding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && encoding.Quality != 0);

    private static ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> body)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body.Span);
        }

        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }
}
