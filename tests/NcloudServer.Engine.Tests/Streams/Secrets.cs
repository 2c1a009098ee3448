using System.Security.Cryptography;
using System.Text;
using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Streams;

/// <summary>Looks for the keys and the signatures in everything that can be read out of what a script left behind.</summary>
internal static class Secrets
{
    /// <summary>The signature that a request carried: the log itself keeps none.</summary>
    public static string SignatureOf(string method, string rawTarget, string? timestamp, string? accessKey, string secretKey)
    {
        byte[] text = Encoding.UTF8.GetBytes($"{method} {rawTarget}\n{timestamp}\n{accessKey}");
        return Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey), text));
    }

    public static void AssertHidden(ModuleSession session, Result result)
    {
        IReadOnlyList<LoggedRequest> requests = session.Requests();
        string shown = session.Console.Text;
        // A line break in the middle of a secret would hide it.
        session.Console.Size.Width = 4096;
        if (requests.Count > 0)
        {
            // Otherwise there would be nothing to look through.
            Assert.NotEmpty(result.Debug);
            Assert.NotEmpty(result.Verbose);
        }

        IEnumerable<string> records =
        [
            .. result.Verbose, .. result.Debug, .. result.Warnings,
            .. result.Progress.Select(record => record.ToString()),
            .. result.Output.Select(item => Read(session, item)),
            .. result.Errors.Append(result.Thrown).OfType<ErrorRecord>().Select(error => Read(session, error)),
        ];
        string text = shown + string.Join('\n', records);
        string secretKey = session.Service.SecretKey;
        IEnumerable<string> signatures = requests.Select(request =>
            SignatureOf(request.Method, request.RawTarget, request.Timestamp, request.AccessKey, secretKey));
        foreach (string secret in signatures.Append(secretKey).Append(session.Service.AccessKey))
        {
            // No Assert.DoesNotContain: its message would show the secret itself.
            bool isSeen = text.Contains(secret, StringComparison.Ordinal)
                || text.Contains(Uri.EscapeDataString(secret), StringComparison.Ordinal);
            Assert.False(isSeen, $"A text of {secret.Length} characters has to stay secret.");
        }
    }

    // All that can be read out of a record by any of the ways people log it.
    private static string Read(ModuleSession session, object record)
    {
        var text = new StringBuilder();
        text.AppendLine(session.Show("$record", ("record", record)));
        Assert.Contains(record is ErrorRecord failure ? failure.ToString() : "ServerName", text.ToString());
        text.AppendLine(session.Show("$record | Format-List * -Force", ("record", record)));
        text.AppendLine(PSSerializer.Serialize(record, 3));
        if (record is ErrorRecord error)
        {
            text.AppendLine(error.ScriptStackTrace);
            for (Exception? exception = error.Exception; exception is not null; exception = exception.InnerException)
            {
                text.AppendLine(exception.ToString());
                text.AppendLine(session.Show("$record | Format-List * -Force", ("record", exception)));
                text.AppendJoin('\n', exception.Data.Values.OfType<object>());
            }
        }

        return text.ToString();
    }
}
