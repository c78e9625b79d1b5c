namespace IncidentOps.PowerShell.Completion;

/// <summary>Something to complete to.</summary>
/// <param name="Text">What is typed, unquoted.</param>
/// <param name="ToolTip">What it is.</param>
internal sealed record Candidate(string Text, string ToolTip);
