namespace IncidentOps.Core.Storage;

/// <summary>A stream's events in order and its line of the read table, both as they stood at one moment.</summary>
internal sealed record StoredStream(IReadOnlyList<StoredEvent> Events, IncidentRow? Row);
