namespace NcloudServer;

/// <summary>A partition of a bare metal server's own disks.</summary>
/// <remarks>Source: api.ncloud-docs.com, data type <c>BlockDevicePartition</c>.</remarks>
public sealed class BlockDevicePartition
{
    /// <summary>Where the partition is mounted, for example <c>/home</c>.</summary>
    public string MountPoint { get; set; } = string.Empty;
    /// <summary>The partition's size as the service gives it.</summary>
    public string PartitionSize { get; set; } = string.Empty;

    /// <summary>The mount point and the size.</summary>
    public override string ToString() => $"{MountPoint} {PartitionSize}".Trim();
}
