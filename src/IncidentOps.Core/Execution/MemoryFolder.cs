namespace IncidentOps.Core.Execution;

/// <summary>A folder that only this user can open, in memory where the system has such a place.</summary>
internal sealed class MemoryFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    private MemoryFolder(string path) => Path = path;

    public string Path { get; }

    public static MemoryFolder Create()
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(Memory))
        {
            return new MemoryFolder(Directory.CreateTempSubdirectory("incidentops-").FullName);
        }

        string path = System.IO.Path.Combine(Memory, "incidentops-" + System.IO.Path.GetRandomFileName());
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new MemoryFolder(path);
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A background process may still hold it; it holds nothing of worth any more.
        }
    }
}
