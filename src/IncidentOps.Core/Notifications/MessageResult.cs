using IncidentOps.Notifications;

namespace IncidentOps.Core.Notifications;

/// <summary>A message, and what whoever asked for it should know.</summary>
/// <param name="Message">The message.</param>
/// <param name="Template">What it was written with.</param>
/// <param name="IsOpen">Whether the incident is still open.</param>
/// <param name="Unused">The values that no blank asked for.</param>
internal sealed record MessageResult(IncidentMessage Message, BookedTemplate Template, bool IsOpen, IReadOnlyList<string> Unused);
