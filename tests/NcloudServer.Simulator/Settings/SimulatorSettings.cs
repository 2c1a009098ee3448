namespace NcloudServer.Simulator;

/// <summary>
/// What can be changed while the simulator runs. Each part is swapped as a whole, so that a request never sees half a change.
/// </summary>
internal sealed class SimulatorSettings
{
    private readonly SimulatorOptions start;

    public SimulatorSettings(SimulatorOptions options)
    {
        // Copies: a later change of the objects that were passed must not change what a reset returns to.
        start = options with { Policies = options.Policies with { }, Times = options.Times with { }, Role = options.Role with { } };
        Reset();
    }

    public Policies Policies { get; set; } = new();

    public SimulatorTimes Times { get; set; } = new();

    public RoleSettings Role { get; set; } = new();

    public int Seed => start.Seed;

    public void Reset()
    {
        Policies = start.Policies with { };
        Times = start.Times with { };
        Role = start.Role with { };
    }

    /// <summary>The secret key that belongs to an access key, or null.</summary>
    public string? SecretOf(string accessKey)
    {
        if (string.Equals(accessKey, start.AccessKey, StringComparison.Ordinal))
        {
            return start.SecretKey;
        }

        RoleSettings role = Role;
        return string.Equals(accessKey, role.AccessKey, StringComparison.Ordinal) ? role.SecretKey : null;
    }
}
