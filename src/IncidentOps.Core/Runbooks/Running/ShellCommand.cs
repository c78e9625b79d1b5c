using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>A step's command as a machine's shell is given it.</summary>
/// <param name="Shell">"bash" or "sh".</param>
/// <param name="Text">What the shell reads.</param>
/// <param name="Keep">Whether the next step goes on with what it leaves. Several that do not may run at once.</param>
/// <param name="Timeout">How long it may take.</param>
/// <param name="Redactor">What takes the secrets out.</param>
/// <param name="OnLine">Called for every line while it runs, one call at a time.</param>
internal sealed record ShellCommand(string Shell, string Text, bool Keep, TimeSpan Timeout, SecretRedactor Redactor, Action<ProcessOutputLine> OnLine);
