using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NcloudServer.Simulator;

internal sealed class JsonResponseWriter : IResponseWriter
{
    private const int FlushAt = 32 * 1024;
    private readonly Utf8JsonWriter json;

    private readonly Stream stream;

    /// <summary>
    /// White space stands inside the outer brace and behind the first colon: NAVER's client for Go cuts the object in it out by the
    /// position of that brace, and reads nothing without. What comes from the gateway has none.
    /// </summary>
    public JsonResponseWriter(Stream stream, string root, bool isCompact)
    {
        this.stream = stream;
        stream.Write(Encoding.UTF8.GetBytes(isCompact ? $$"""{"{{root}}":""" : $$"""{ "{{root}}": """));
        json = new Utf8JsonWriter(
            stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        json.WriteStartObject();
    }

    public void Dispose()
    {
        json.WriteEndObject();
        json.Dispose();
        stream.WriteByte((byte)'}');
    }

    public void BeginObject(string name) => json.WriteStartObject(name);

    public void EndObject() => json.WriteEndObject();

    public void BeginList(string name) => json.WriteStartArray(name);

    public void EndList() => json.WriteEndArray();

    public void BeginItem(string itemName) => json.WriteStartObject();

    public void EndItem()
    {
        json.WriteEndObject();

        // Left to itself the writer would keep a list of thousands in a buffer of its own and copy it at the end.
        if (json.BytesPending > FlushAt)
        {
            json.Flush();
        }
    }

    public void Item(string itemName, string value) => json.WriteStringValue(value);

    public void Text(string name, string value) => json.WriteString(name, value);

    public void Number(string name, long value) => json.WriteNumber(name, value);

    public void Flag(string name, bool value) => json.WriteBoolean(name, value);
}
