using System.Globalization;

namespace NcloudServer.Simulator;

/// <summary>All servers of all regions. Numbers are unique across regions.</summary>
public sealed class ServerFleet
{
    // Numbers of servers that an action creates; beyond those that there are from the start.
    private const long FirstCreated = 90_000_000;

    private readonly object gate = new();
    private readonly SortedDictionary<long, ServerCell> cells = [];
    private readonly List<SimulatedRegion> regions = [];
    private readonly IReadOnlyList<RegionSeed> seeds;
    private readonly SimulatorClock clock;

    internal ServerFleet(IReadOnlyList<RegionSeed> seeds, SimulatorClock clock)
    {
        this.seeds = seeds;
        this.clock = clock;
        Reset();
    }

    /// <summary>The first one is the default region.</summary>
    public IReadOnlyList<SimulatedRegion> Regions
    {
        get
        {
            lock (gate)
            {
                return [.. regions];
            }
        }
    }

    public SimulatedServer? Find(string number)
    {
        lock (gate)
        {
            return Present(CellOf(number), clock.Now);
        }
    }

    /// <summary>A server as a list shows it now.</summary>
    internal SimulatedServer Listed(SimulatedServer server)
    {
        lock (gate)
        {
            return CellOf(server.Number)?.Listed() ?? server;
        }
    }

    /// <summary>The servers of a region (of all, if none is given) by ascending number.</summary>
    public IReadOnlyList<SimulatedServer> All(string? regionCode = null)
    {
        lock (gate)
        {
            DateTimeOffset now = clock.Now;
            return cells.Values.ToList().Select(cell => Present(cell, now))
                .OfType<SimulatedServer>()
                .Where(server => regionCode is null || server.RegionCode == regionCode)
                .ToList();
        }
    }

    /// <summary>Adds a server or puts it in the place of the one with that number.</summary>
    public SimulatedServer Set(ServerSettings settings)
    {
        long number = NumberOf(settings.Number)
            ?? throw new ArgumentException($"'{settings.Number}' is not a server number.", nameof(settings));
        lock (gate)
        {
            string region = settings.RegionCode ?? CellOf(settings.Number)?.At(clock.Now).RegionCode ?? regions[0].Code;
            if (!regions.Exists(known => known.Code == region))
            {
                regions.Add(new SimulatedRegion(region, region));
            }

            var cell = new ServerCell(settings.Applied(ServerTemplate.Create(number, region, $"server-{number}")));
            if (settings.BusySeconds is { } seconds)
            {
                cell.EndAfter(seconds, clock.Now, settings.StatusAfter);
            }

            if (settings.HiddenBusySeconds is { } hidden)
            {
                cell.HideBusyUntil(clock.Now.AddSeconds(hidden));
            }

            cells[number] = cell;
            return cell.Current;
        }
    }

    /// <summary>Adds new servers, whose creation takes so many seconds.</summary>
    internal IReadOnlyList<SimulatedServer> Create(
        string regionCode, int count, double seconds, Func<int, SimulatedServer, SimulatedServer> settings)
    {
        lock (gate)
        {
            DateTimeOffset now = clock.Now;
            long number = Math.Max(FirstCreated, cells.Keys.LastOrDefault()) + 1;
            var created = new List<SimulatedServer>(count);
            for (int position = 0; position < count; position++, number++)
            {
                SimulatedServer server = ServerTemplate.Create(number, regionCode, $"server-{number}") with
                {
                    Status = ServerStatus.Init, CreateDate = now, Uptime = now,
                };
                var cell = new ServerCell(settings(position, server));
                cell.EndAfter(seconds, now, endStatus: null);
                cells[number] = cell;
                created.Add(cell.Current);
            }

            return created;
        }
    }

    /// <summary>Takes a server away, as a termination does.</summary>
    public bool Remove(string number)
    {
        lock (gate)
        {
            return NumberOf(number) is { } key && cells.Remove(key);
        }
    }

    /// <summary>Puts other regions, with servers as new, in the place of all that there are.</summary>
    public void Fill(IReadOnlyList<RegionSeed> filling)
    {
        if (filling.Count == 0)
        {
            throw new ArgumentException("At least one region is needed.", nameof(filling));
        }

        lock (gate)
        {
            cells.Clear();
            regions.Clear();
            foreach (RegionSeed seed in filling)
            {
                regions.Add(new SimulatedRegion(seed.Code, seed.Name));
                for (int ordinal = 1; ordinal <= seed.Servers; ordinal++)
                {
                    long number = seed.FirstNumber + ordinal - 1;
                    cells[number] = new ServerCell(ServerTemplate.Create(number, seed.Code, ServerTemplate.Name(ordinal)));
                }
            }

            foreach (long number in RegionSeed.ExampleNumbers)
            {
                cells.TryAdd(number, new ServerCell(ServerTemplate.Create(number, regions[0].Code, $"example-{number}")));
            }
        }
    }

    internal void Reset() => Fill(seeds);

    /// <summary>
    /// Judges all numbers before it changes any, in one step: a refused batch changes nothing.
    /// The answer has the servers that belong into the response, and the numbers that were really changed.
    /// </summary>
    internal FleetChange Change(
        string regionCode, IEnumerable<string> numbers, Func<SimulatedServer?, Verdict> judge, Action<ServerCell, DateTimeOffset> change)
    {
        lock (gate)
        {
            DateTimeOffset now = clock.Now;
            var judged = new List<(ServerCell Cell, Verdict Verdict)>();
            foreach (string number in numbers)
            {
                ServerCell? cell = CellOf(number);
                SimulatedServer? server = Present(cell, now);
                bool here = server?.RegionCode == regionCode;
                Verdict verdict = judge(here ? server : null);
                if (here && verdict != Verdict.LeaveOut)
                {
                    judged.Add((cell!, verdict));
                }
            }

            var changed = new List<string>();
            var response = new List<SimulatedServer>(judged.Count);
            foreach ((ServerCell cell, Verdict verdict) in judged)
            {
                if (verdict == Verdict.Change)
                {
                    change(cell, now);
                    changed.Add(cell.Current.Number);
                }

                response.Add(cell.Current);
            }

            return new FleetChange(response, changed);
        }
    }

    /// <summary>The number, if it is written the way the service writes numbers.</summary>
    internal static long? NumberOf(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && text[0] != '0' ? number : null;

    // A termination that is over takes the server away when somebody next looks.
    private SimulatedServer? Present(ServerCell? cell, DateTimeOffset now)
    {
        if (cell?.At(now) is not { Status: ServerStatus.Gone } gone)
        {
            return cell?.Current;
        }

        cells.Remove(long.Parse(gone.Number, CultureInfo.InvariantCulture));
        return null;
    }

    private ServerCell? CellOf(string number) => NumberOf(number) is { } key ? cells.GetValueOrDefault(key) : null;
}
