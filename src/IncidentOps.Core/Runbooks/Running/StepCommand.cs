using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>A step that is ready to run in a shell.</summary>
/// <param name="Step">The step.</param>
/// <param name="Text">What the shell reads.</param>
/// <param name="Timeout">How long it may take.</param>
/// <param name="Keep">Whether the next step goes on with the variables and the folder that it leaves.</param>
internal sealed record StepCommand(RunbookStep Step, string Text, TimeSpan Timeout, bool Keep);
