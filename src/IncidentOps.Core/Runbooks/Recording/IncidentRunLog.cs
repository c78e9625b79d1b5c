using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;

namespace IncidentOps.Core.Runbooks.Recording;

/// <summary>The record of a run for an incident: in that one's log, among whatever else happens there.</summary>
internal sealed class IncidentRunLog(IncidentService incidents, long number) : IRunLog
{
    public Task AppendAsync(IReadOnlyList<IncidentEventBody> bodies, CancellationToken cancellationToken) =>
        incidents.TryRecordAsync(number, bodies, after: null, cancellationToken);
}
