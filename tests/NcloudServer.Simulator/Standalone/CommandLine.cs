using System.Globalization;
using System.Text.Json;

namespace NcloudServer.Simulator;

/// <summary>What the command line says.</summary>
internal sealed record CommandLine(SimulatorOptions Options, int? ParentPid, bool IsHelp)
{
    public const string Help = """
        Simulates the VPC Server API on 127.0.0.1.

          --port N               the port to listen on; 0, the default, takes a free one
          --servers KR=5000,…    the regions and how many servers each has; the first is the default region
          --boot-seconds N       how long a server boots (3)
          --shutdown-seconds N   how long it shuts down (3)
          --policy FILE          the policies to start with: JSON as of PUT policies; build.ps1 -Task Live writes such a file
          --role                 the server has a role, whose keys the metadata address gives
          --metadata VERSIONS    what the metadata address speaks: Both (the default), V1, V2 or Neither
          --parent-pid N         ends when the process with this id has gone
          --help                 shows this text

        While it runs, requests to /_simulator/ look at it and steer it; bodies are JSON.

          GET, DELETE requests   what it has received, with the time of each; forgets it
          GET, POST, DELETE faults
                                 rules, the first that matches a request strikes it: which requests (action, number, region,
                                 after, afterAction, fromSecond, untilSecond, times, probability); the answer in place of the
                                 real one (status, body, headers), or none (cut, hang), or late (latencyMs, slowBody,
                                 holdUntil {received, completed}: until so many requests have come and ended); a list
                                 that is wrong (omitNumbers, extraNumbers, duplicateNumbers, totalRowsOffset,
                                 omitTotalRows, listShape = BareServer | Missing | EmptyEnvelope); what happens to servers
                                 meanwhile (setServers, removeServers)
          GET, POST servers      DELETE servers/<number>
                                 servers in any state: number, status, operation (codes that no page names too), busySeconds
                                 (after which an operation, or the creation of a server in INIT or CREAT, is over),
                                 hiddenBusySeconds (changes are refused as busy although the state shows no reason)
          PUT regions            other regions, with new servers: [{"code":"KR","servers":3000}]
          GET, PUT policies      what is not known of the real service: unknownNumbers, alreadyInState, wrongState, busyServer,
                                 interruptRule, responseOrder, nameMatch, nameIgnoresCase, ignoresFilters, addressMatch, maximumNumbers,
                                 maximumRowsWithoutPage, maximumPageSize, offsetsFollowAskedSize, numbersAsIntegers, laggingLists,
                                 tooManyNumbersStatus, interruptXmlOnly, jsonEvenIfXmlAsked, envelopeFirst,
                                 fabricNumbersAsNumbers, what it forgives (unknownRegion, ignoresOddValues, acceptsAnyTime,
                                 acceptsAnySignature),
                                 echoOtherActions (any action of any service is answered with the parameters that it got),
                                 maximumUrlLength, requestsPerSecond and more
          GET, PUT times         how long servers take
          GET, PUT role          the metadata of a server: its role and keys (mode = Off | On | Hang | Forbidden, roleId, roleList,
                                 accessKey, secretKey, expirySeconds, expirationFormat), its region (regionCode), the versions
                                 (versions = Both | V1 | V2 | Neither) and their tokens (token = Real | Hang | Empty | Page,
                                 tokenSeconds, tokenGeneration, tokenRefusedStatus), and how it fails (keyStatus, keyBody,
                                 regionFailures, hangAt)
          POST reset             all as at the start

        Beside the actions there is a small REST service, signed in the same way: /api/v1/sub-accounts with GET (pages: pageNo from 0,
        pageSize), POST, and /api/v1/sub-accounts/<id> with GET, PUT, PATCH, DELETE, and POST of any name behind it. Faults and log
        call such a request by its method and path. Its policies: restPageShape = Beside | Members | Token, restErrorShape =
        Standardized | TopLevel | ReturnCode | CodeAndMsg | Status | Spring | CodeInError | Unknown, restMissingStatus.
        """;

    /// <exception cref="FormatException">An option is unknown, or its value is wrong.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var line = new CommandLine(new SimulatorOptions(), null, false);
        for (int index = 0; index < arguments.Count; index++)
        {
            string name = arguments[index];
            if (name == "--help")
            {
                return line with { IsHelp = true };
            }

            if (name == "--role")
            {
                line = line.WithRole(role => role with { Mode = RoleMode.On });
                continue;
            }

            line = line.With(
                name, () => ++index < arguments.Count ? arguments[index] : throw new FormatException($"{name} needs a value."));
        }

        return line;
    }

    private CommandLine With(string name, Func<string> value) => name switch
    {
        "--port" => this with { Options = Options with { Port = Whole(name, value(), 0, 65535) } },
        "--servers" => this with { Options = Options with { Regions = Regions(value()) } },
        "--boot-seconds" => this with { Options = Options with { Times = Options.Times with { BootSeconds = Seconds(name, value()) } } },
        "--shutdown-seconds" => this with
        {
            Options = Options with { Times = Options.Times with { ShutdownSeconds = Seconds(name, value()) } },
        },
        "--policy" => this with { Options = Options with { Policies = Policies(value()) } },
        "--metadata" => WithRole(role => role with { Versions = Versions(value()) }),
        "--parent-pid" => this with { ParentPid = Whole(name, value(), 1, int.MaxValue) },
        _ => throw new FormatException($"{name} is not an option; --help lists them."),
    };

    private CommandLine WithRole(Func<RoleSettings, RoleSettings> change) =>
        this with { Options = Options with { Role = change(Options.Role) } };

    private static MetadataVersions Versions(string text) =>
        Enum.TryParse(text, ignoreCase: true, out MetadataVersions versions) && Enum.IsDefined(versions) && !char.IsDigit(text[0])
            ? versions
            : throw new FormatException($"--metadata takes {string.Join(", ", Enum.GetNames<MetadataVersions>())}, not '{text}'.");

    private static int Whole(string name, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw new FormatException($"{name} takes a whole number from {least} to {most}, not '{text}'.");

    private static double Seconds(string name, string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds < 86400
            ? seconds
            : throw new FormatException($"{name} takes seconds, such as 2 or 0.5, not '{text}'.");

    private static Policies Policies(string path)
    {
        try
        {
            return ControlJson.Merge(new Policies(), File.ReadAllText(path));
        }
        catch (Exception mistake) when (mistake is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"--policy: {path} can't be used. {mistake.Message}", mistake);
        }
    }

    private static List<RegionSeed> Regions(string text)
    {
        List<RegionSeed> regions = text.Split(',', StringSplitOptions.TrimEntries).Select((part, position) =>
        {
            string[] pair = part.Split('=');
            return pair is [{ Length: > 0 }, _]
                ? RegionSeed.For(pair[0], Whole("--servers", pair[1], 0, RegionSeed.MostServers), position)
                : throw new FormatException($"--servers takes pairs such as KR=5000,JPN=2000, not '{text}'.");
        }).ToList();
        return regions.DistinctBy(region => region.Code).Count() == regions.Count
            ? regions
            : throw new FormatException($"--servers names a region twice: '{text}'.");
    }
}
