using System.Text;
using System.Text.Json;

namespace NcloudServer.Wire;

internal static class JsonText
{
    /// <summary>The scalar under the reader as trimmed text; what is no scalar is stepped over and empty.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString()!.Trim();
            case JsonTokenType.Number:
                return Encoding.ASCII.GetString(reader.ValueSpan.ToArray());
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.Skip();
                return string.Empty;
        }
    }
}
