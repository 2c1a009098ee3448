namespace NcloudServer.Simulator;

/// <summary>The actions that answer with something else than servers.</summary>
internal sealed class Catalogue(ServerFleet fleet, SimulatorSettings settings)
{
    /// <summary>A password as nobody would choose one, so that it is found wherever it has leaked.</summary>
    public static string PasswordOf(string number) => $"R00t-{number}-Passw0rd!";

    public const string PrivateKey = "-----BEGIN RSA PRIVATE KEY-----\nU2ltdWxhdGVkUHJpdmF0ZUtleQ==\n-----END RSA PRIVATE KEY-----\n";

    public ServiceResult Specs(ServiceCall call)
    {
        call.RegionCode(fleet);
        IReadOnlyList<string> codes = call.Parameters.List("serverSpecCodeList");
        IReadOnlyList<ServerSpec> specs = [.. ServerSpec.All.Where(spec => codes.Count == 0 || codes.Contains(spec.Code))];
        return Of(ListResponse.Of(call, "serverSpecList", "serverSpec", specs, specs.Count, CatalogueFields.Write));
    }

    public ServiceResult NetworkInterfaces(ServiceCall call)
    {
        RequestParameters parameters = call.Parameters;
        string region = call.RegionCode(fleet);
        IReadOnlyList<string> numbers = parameters.List("networkInterfaceNoList");
        (string? instance, string? ip, string? name) =
            (parameters.Optional("instanceNo"), parameters.Optional("ip"), parameters.Optional("serverName"));
        string? isDefault = parameters.OneOf("isDefault", "true", "false");
        (int skip, int take) = Paging.Of(parameters, settings.Policies);
        List<SimulatedServer> owners = fleet.All(region).Where(server => server.IsPlaced
            && (numbers.Count == 0 || numbers.Contains(server.NetworkInterfaceNo))
            && (instance is null || server.Number == instance)
            && (ip is null || server.PrivateIp == ip)
            && (name is null || server.Name.Contains(name, StringComparison.Ordinal))
            // Each server has one, and it is the default.
            && isDefault != "false").ToList();
        IReadOnlyList<SimulatedServer> page = [.. owners.Skip(skip).Take(take)];
        return Of(ListResponse.Of(call, "networkInterfaceList", "networkInterface", page, owners.Count, CatalogueFields.Write));
    }

    public ServiceResult RootPassword(ServiceCall call)
    {
        string number = call.Number(settings.Policies);
        call.Parameters.Required("privateKey");
        return fleet.Find(number)?.RegionCode != call.RegionCode(fleet) ? throw Refusals.UnknownNumber()
            : Of(Envelope.Of(call, 1, writer => writer.Text("rootPassword", PasswordOf(number))));
    }

    public static ServiceResult LoginKey(ServiceCall call)
    {
        string name = call.Parameters.Required("keyName");
        return Of(Envelope.Of(call, 1, writer =>
        {
            writer.Text("keyName", name);
            writer.Text("privateKey", PrivateKey);
        }));
    }

    /// <summary>The parameters of any action, as they came.</summary>
    public static ServiceResult Echo(ServiceCall call) => Of(ListResponse.Of(
        call, "parameterList", "parameter", call.Parameters.All, call.Parameters.All.Count, (writer, parameter) =>
        {
            writer.Text("name", parameter.Key);
            writer.Text("value", parameter.Value);
        }));

    private static ServiceResult Of(Response response) => new(response, []);
}
