using IncidentOps.Core;
using IncidentOps.Core.Runbooks;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Completion;

/// <summary>The runbooks that the command line names so far.</summary>
internal static class NamedRunbooks
{
    /// <summary>The one that -Path or -Name says; all of them where neither does yet.</summary>
    public static IEnumerable<Runbook> Find(Workspace workspace, CompletionWord word) =>
        word.Bound("Path") is { } path
            ? [RunbookCatalog.Load(Path.GetFullPath(path, word.Folder))]
            : RunbookCatalog.Of(workspace.Configuration).Find(word.Bound("Name"), static _ => { });
}
