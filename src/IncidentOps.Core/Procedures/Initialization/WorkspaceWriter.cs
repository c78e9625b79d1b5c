using System.Runtime.Versioning;
using IncidentOps.Core.Text;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Initialization;

/// <summary>Writes a workspace's files, each whole or not at all, and never over one that is there.</summary>
/// <param name="plan">The files.</param>
internal sealed class WorkspaceWriter(WorkspacePlan plan)
{
    /// <summary>Configuration and runbooks are refused when others can write them, whatever the user's umask would allow.</summary>
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode FolderMode = FileMode | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public async Task<WorkspaceFile> WriteAsync(PlannedFile file, CancellationToken cancellationToken)
    {
        bool created = file.Content is { } content && await TryWriteAsync(file.Path, content, cancellationToken);
        return new WorkspaceFile
        {
            Name = plan.NameOf(file.Path),
            Path = file.Path,
            Kind = file.Kind,
            Action = created ? WorkspaceFileAction.Created : WorkspaceFileAction.Kept,
            Findings = FindingsOf(file),
        };
    }

    /// <summary>False where somebody else wrote it in the meantime.</summary>
    private static async Task<bool> TryWriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                MakeFolder(Path.GetDirectoryName(path)!);
            }

            await TextFile.WriteAsync(path, content, replace: false, cancellationToken, FileMode);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw InitializationErrors.NotWritten(path, exception);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void MakeFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            MakeFolder(Path.GetDirectoryName(folder)!);
            Directory.CreateDirectory(folder, FolderMode);
        }
    }

    private static IReadOnlyList<Finding> FindingsOf(PlannedFile file) => file.Kind switch
    {
        WorkspaceFileKind.Guide => ProcedureLinter.LintFile(file.Path),
        WorkspaceFileKind.Configuration => ConfigurationGaps.Find(file.Path, File.ReadAllText(file.Path)),
        _ => [],
    };
}
