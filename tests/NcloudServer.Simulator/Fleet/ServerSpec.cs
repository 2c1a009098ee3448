using System.Collections.Generic;
using System.Linq;

namespace NcloudServer.Simulator;

/// <summary>A specification of servers, as getServerSpecList names it.</summary>
internal sealed record ServerSpec(string Code, long Number, int CpuCount, int MemoryGiB)
{
    public static IReadOnlyList<ServerSpec> All { get; } =
    [
        new("c2-g3", 101, 2, 4), new("c4-g3", 102, 4, 8), new("c8-g3", 103, 8, 16), new("c16-g3", 104, 16, 32),
        new("s2-g3", 201, 2, 8), new("s4-g3", 202, 4, 16), new("s8-g3", 203, 8, 32),
        new("m4-g3", 301, 4, 32), new("m8-g3", 302, 8, 64),
    ];

    public long MemorySize => (long)MemoryGiB << 30;

    public static ServerSpec? Find(string code) => All.FirstOrDefault(spec => spec.Code == code);
}
