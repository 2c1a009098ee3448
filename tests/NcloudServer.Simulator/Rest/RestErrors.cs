using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NcloudServer.Simulator;

/// <summary>What is wrong with one field of a body or of a query.</summary>
internal sealed record FieldError(string Field, string Message);

/// <summary>Bodies of the REST service, those of its errors in every shape that the platform's services are known for.</summary>
internal static class RestErrors
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Response Json(int status, JsonNode body) => Response.Text(status, "application/json", body.ToJsonString(Options));

    public static Response Of(RestErrorShape shape, int status, string code, string message, params FieldError[] fields) =>
        Json(status, Body(shape, status, code, message, fields));

    private static JsonObject Body(
        RestErrorShape shape, int status, string code, string message, IReadOnlyList<FieldError> fields) => shape switch
    {
        RestErrorShape.TopLevel => new JsonObject { ["errorCode"] = 9000 + (status % 100), ["message"] = message },
        RestErrorShape.ReturnCode => new JsonObject { ["returnCode"] = Number(status), ["returnMessage"] = message },
        RestErrorShape.CodeAndMsg => new JsonObject { ["code"] = Number(status), ["msg"] = message },
        RestErrorShape.Status => new JsonObject
        {
            ["status"] = new JsonObject { ["code"] = Number(status), ["message"] = message },
        },
        RestErrorShape.Spring => new JsonObject
        {
            ["timestamp"] = "2026-11-24T01:02:03.000+00:00", ["status"] = status, ["error"] = message,
        },
        RestErrorShape.CodeInError => new JsonObject
        {
            ["error"] = new JsonObject { ["code"] = $"77{status}", ["message"] = message },
        },
        RestErrorShape.Unknown => new JsonObject { ["problem"] = new JsonObject { ["why"] = message } },
        _ => new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["errorCode"] = code,
                ["message"] = message,
                ["detail"] = $"{message} ({code})",
                ["fieldErrors"] = new JsonArray([.. fields.Select(FieldNode)]),
            },
        },
    };

    private static JsonNode FieldNode(FieldError error) => new JsonObject { ["field"] = error.Field, ["message"] = error.Message };

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);
}
