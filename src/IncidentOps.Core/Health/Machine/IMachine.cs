namespace IncidentOps.Core.Health.Machine;

/// <summary>A machine whose kernel can be asked: this one, or another one.</summary>
internal interface IMachine
{
    string Name { get; }

    /// <summary>The texts of files under /proc, by name, without those that are not there.</summary>
    Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyList<string> files, CancellationToken cancellationToken);

    /// <summary>The text of one such file; null where it is not there.</summary>
    async Task<string?> ReadAsync(string file, CancellationToken cancellationToken) => (await ReadAsync([file], cancellationToken)).GetValueOrDefault(file);

    /// <summary>The processes that there are, those that have ended and wait to be noticed included.</summary>
    Task<IReadOnlyList<RunningProcess>> ReadProcessesAsync(CancellationToken cancellationToken);

    /// <summary>The file system that a path is on; null where there is no such path.</summary>
    Task<DiskState?> ReadDiskAsync(string path, CancellationToken cancellationToken);
}
