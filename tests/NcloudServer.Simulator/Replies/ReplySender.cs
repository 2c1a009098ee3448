using System.Globalization;
using System.IO.Compression;

namespace NcloudServer.Simulator;

/// <summary>Puts replies on the wire.</summary>
internal sealed class ReplySender(SimulatorClock clock)
{
    /// <summary>Head and body in one write: apart, Nagle's algorithm would cost every call 40 ms.</summary>
    public async Task SendAsync(HttpContext context, Reply reply, Visit visit)
    {
        ReadOnlyMemory<byte> body = Begin(context, reply);
        visit.Answered(reply.Status, context.RequestAborted.IsCancellationRequested);
        await context.Response.Body.WriteAsync(body);
    }

    /// <summary>Announces the whole body and sends only its beginning.</summary>
    public async Task SendPartAsync(HttpContext context, Reply reply, int bytes)
    {
        ReadOnlyMemory<byte> body = Begin(context, reply);
        await context.Response.Body.WriteAsync(body[..Math.Min(bytes, body.Length)]);
        await context.Response.Body.FlushAsync();
    }

    public async Task SendSlowlyAsync(HttpContext context, Reply reply, SlowBody slow, Visit visit, CancellationToken stopping)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        ReadOnlyMemory<byte> body = Begin(context, reply);
        for (int sent = 0; sent < body.Length; sent += slow.BytesPerChunk)
        {
            int size = Math.Min(slow.BytesPerChunk, body.Length - sent);
            if (sent + size == body.Length)
            {
                visit.Answered(reply.Status, context.RequestAborted.IsCancellationRequested);
            }

            await context.Response.Body.WriteAsync(body.Slice(sent, size), ends.Token);
            await context.Response.Body.FlushAsync(ends.Token);
            await Task.Delay(sent + size == body.Length ? 0 : slow.DelayMs, ends.Token);
        }

        if (body.Length == 0)
        {
            visit.Answered(reply.Status, context.RequestAborted.IsCancellationRequested);
        }
    }

    /// <summary>The head, and the body as it will travel.</summary>
    private ReadOnlyMemory<byte> Begin(HttpContext context, Reply reply)
    {
        HttpResponse response = context.Response;
        response.StatusCode = reply.Status;
        response.Headers.Date = clock.Shown.ToString("R", CultureInfo.InvariantCulture);
        response.Headers["x-ncp-trace-id"] = context.TraceIdentifier;
        response.Headers.SetCookie = "sim=1; Path=/";
        foreach ((string name, string value) in reply.Headers)
        {
            response.Headers[name] = value;
        }

        bool hasBody = reply.Status is not (204 or 205 or 304) && !HttpMethods.IsHead(context.Request.Method);
        if (!hasBody)
        {
            return default;
        }

        response.ContentType = reply.ContentType;
        ReadOnlyMemory<byte> body = reply.Body;
        if (body.Length > 0 && AcceptsGzip(context.Request))
        {
            body = Compress(body);
            response.Headers.ContentEncoding = "gzip";
        }

        response.ContentLength = body.Length;
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
