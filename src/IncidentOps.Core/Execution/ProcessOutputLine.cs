namespace IncidentOps.Core.Execution;

/// <summary>A line that a running command wrote.</summary>
internal readonly record struct ProcessOutputLine(string Text, bool IsError);
