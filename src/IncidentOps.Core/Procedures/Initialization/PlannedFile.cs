using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Initialization;

/// <summary>A file of a workspace, and what is written where it is not there yet.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Its full path.</param>
/// <param name="Content">What to write; null for a file that is there.</param>
internal sealed record PlannedFile(WorkspaceFileKind Kind, string Path, byte[]? Content);
