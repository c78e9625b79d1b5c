using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;

namespace IncidentOps.Core.Incidents.Tasks;

/// <summary>An event and what it says, read once for all tasks.</summary>
internal sealed record TaskEvent(StoredEvent Stored, IncidentEventBody Body)
{
    public static TaskEvent Read(StoredEvent stored) => new(stored, EventCatalog.Read(stored.Type, stored.Version, stored.Body));
}
