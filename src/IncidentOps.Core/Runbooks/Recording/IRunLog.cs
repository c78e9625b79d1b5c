using IncidentOps.Core.Incidents.Events;

namespace IncidentOps.Core.Runbooks.Recording;

/// <summary>Where a run is recorded.</summary>
internal interface IRunLog
{
    /// <summary>Adds to the run's record, all or nothing. Returns when it is durable; throws where somebody else goes on with the run.</summary>
    Task AppendAsync(IReadOnlyList<IncidentEventBody> bodies, CancellationToken cancellationToken);
}
