using System.Text.Json;
using System.Text.Json.Nodes;

namespace NcloudServer.Simulator;

/// <summary>
/// A small REST service beside the actions, the way the newer services of the platform are: sub accounts under one path, read in
/// pages, and one by one created, changed, removed, and acted upon.
/// </summary>
internal sealed class RestService(RestStore items, SimulatorSettings settings)
{
    private const string Root = "/api/v1/sub-accounts";
    private const string Triggers = "/ncf/api/v2/triggers/";

    /// <summary>Method and path, which is what faults and log call such a request by; null for a path of something else.</summary>
    public static string? ActionOf(string method, string path) =>
        path == Root || path.StartsWith(Root + "/", StringComparison.Ordinal) || path.StartsWith(Triggers, StringComparison.Ordinal)
            ? $"{method} {path}"
            : null;

    /// <summary>Whether this can be the name of a request to this service.</summary>
    public static bool Has(string action) => action.Split(' ') is [{ Length: > 0 } method, var path] && ActionOf(method, path) is not null;

    public ServiceResult Run(ApiRequest request, FaultRule? fault)
    {
        if (request.Path.StartsWith(Triggers, StringComparison.Ordinal))
        {
            return new(RestErrors.Json(200, new JsonObject { ["content"] = new JsonObject { ["activationId"] = Guid.NewGuid().ToString("N") } }), []);
        }

        string[] rest = request.Path[Root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            return (request.Method, rest) switch
            {
                ("GET", []) => new(List(request.Parameters, fault), []),
                ("POST", []) => Created(items.Add(Checked(request, isWhole: true))),
                ("GET", [var id]) => new(RestErrors.Json(200, items.Find(id) ?? throw Missing(id)), []),
                ("PUT", [var id]) => Changed(200, items.Replace(id, Checked(request, isWhole: true)) ?? throw Missing(id)),
                ("PATCH", [var id]) => Changed(200, items.Change(id, Checked(request, isWhole: false)) ?? throw Missing(id)),
                ("DELETE", [var id]) => items.Remove(id) ? new(Response.Text(204, ContentTypes.Plain, ""), [id]) : throw Missing(id),
                ("POST", [var id, _]) => Changed(202, items.Find(id) ?? throw Missing(id)),
                _ => throw new RestRefusalException(405, "MethodNotAllowed", $"{request.Method} is not allowed here."),
            };
        }
        catch (RestRefusalException refusal)
        {
            RestErrorShape shape = settings.Policies.RestErrorShape;
            return new(RestErrors.Of(shape, refusal.Status, refusal.Code, refusal.Message, refusal.Fields), []);
        }
    }

    private Response List(RequestParameters parameters, FaultRule? fault)
    {
        Policies policies = settings.Policies;
        bool isToken = policies.RestPageShape == RestPageShape.Token;
        int asked = Number(parameters, "pageSize", least: 1) ?? 20;
        int size = policies.MaximumPageSize > 0 ? Math.Min(asked, policies.MaximumPageSize) : asked;
        IReadOnlyList<JsonObject> all = items.All;
        int skip = isToken
            ? all.TakeWhile(item => string.CompareOrdinal(IdOf(item), parameters.Peek("nextToken") ?? "") <= 0).Count()
            : (int)Math.Min((long)(Number(parameters, "pageNo", least: 0) ?? 0) * size, int.MaxValue);
        List<JsonObject> page = all.Skip(skip).Take(size).ToList();
        var response = new JsonObject();
        if (fault?.ListShape is null or ListShape.List)
        {
            response["items"] = new JsonArray([.. page]);
        }

        if (isToken)
        {
            if (skip + page.Count < all.Count)
            {
                response["nextToken"] = IdOf(page[^1]);
            }

            return RestErrors.Json(200, response);
        }

        int total = all.Count + (fault?.TotalRowsOffset ?? 0);
        JsonObject counts = policies.RestPageShape == RestPageShape.Beside ? [] : response;
        counts["pageNo"] = skip / size;
        counts["pageSize"] = size;
        counts["totalPages"] = (total + size - 1) / size;
        if (fault?.OmitTotalRows != true)
        {
            counts["totalElements"] = total;
        }

        if (counts != response)
        {
            response["page"] = counts;
        }

        return RestErrors.Json(200, response);
    }

    /// <summary>The body of a request, if it is one that can be stored.</summary>
    private static JsonObject Checked(ApiRequest request, bool isWhole)
    {
        if (!request.Headers.ContentType.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new RestRefusalException(415, "UnsupportedMediaType", "The body has to be application/json.");
        }

        JsonObject body = Parse(request.Body) as JsonObject
            ?? throw new RestRefusalException(400, "InvalidRequest", "The body has to be a JSON object.");
        FieldError[] errors = new[] { "loginId", "name" }
            .Where(name => isWhole || body.ContainsKey(name))
            .Where(name => body[name] is not JsonValue value || !value.TryGetValue(out string? text) || text.Length == 0)
            .Select(name => new FieldError(name, "must not be blank"))
            .ToArray();
        return errors.Length == 0 ? body : throw new RestRefusalException(400, "InvalidParameter", "Some fields are not valid.", errors);
    }

    private static JsonNode? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int? Number(RequestParameters parameters, string name, int least)
    {
        try
        {
            return parameters.Number(name, least);
        }
        catch (ServiceRefusalException)
        {
            throw new RestRefusalException(
                400, "InvalidParameter", "Some parameters are not valid.", new FieldError(name, $"must be {least} or more"));
        }
    }

    private RestRefusalException Missing(string id) =>
        new(settings.Policies.RestMissingStatus, "NotFound", $"There is no sub account {id}.");

    private static ServiceResult Created(JsonObject item) => Changed(201, item);

    private static ServiceResult Changed(int status, JsonObject item) => new(RestErrors.Json(status, item), [IdOf(item)]);

    private static string IdOf(JsonObject item) => (string)item[RestStore.Id]!;

    private sealed class RestRefusalException(int status, string code, string message, params FieldError[] fields) : Exception(message)
    {
        public int Status { get; } = status;

        public string Code { get; } = code;

        public FieldError[] Fields { get; } = fields;
    }
}
