namespace IncidentOps.Core.Incidents.Events;

/// <summary>Something worth remembering.</summary>
internal sealed record NoteAdded(string Message) : IncidentEventBody;
