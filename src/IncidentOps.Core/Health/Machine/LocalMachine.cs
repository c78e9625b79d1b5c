namespace IncidentOps.Core.Health.Machine;

/// <summary>This machine.</summary>
internal sealed class LocalMachine(ProcFiles proc) : IMachine
{
    public string Name => Environment.MachineName;

    public Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyList<string> files, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(files
            .Select(file => (file, Text: proc.Read(file)))
            .Where(static read => read.Text is not null)
            .ToDictionary(static read => read.file, static read => read.Text!, StringComparer.Ordinal));

    public Task<IReadOnlyList<RunningProcess>> ReadProcessesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RunningProcess>>([.. ProcessTable.Read(proc)]);

    // A network file system whose server is gone holds whoever asks; let it hold another thread.
    public Task<DiskState?> ReadDiskAsync(string path, CancellationToken cancellationToken) =>
        Task.Run(() => DiskState.Read(path), cancellationToken);
}
