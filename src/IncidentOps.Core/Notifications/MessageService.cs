using IncidentOps.Core.Configuration;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Procedures;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Notifications;

/// <summary>Makes messages of what the store holds.</summary>
/// <param name="incidents">The incidents.</param>
/// <param name="procedure">The guide.</param>
/// <param name="configuration">The organisation.</param>
internal sealed class MessageService(IncidentService incidents, Func<Procedure> procedure, OrganisationConfiguration configuration)
{
    /// <summary>The templates there are.</summary>
    public TemplateBook Templates => new(procedure(), ProcedureSource.BuiltIn.Load);

    public async Task<MessageResult> ComposeAsync(long number, MessageRequest request, CancellationToken cancellationToken)
    {
        DateTimeOffset asOf = request.AsOf ?? incidents.Now;
        Incident incident = await incidents.GetAsync(number, asOf, cancellationToken);
        IReadOnlyList<TimelineEntry> timeline = await incidents.ReadTimelineAsync(number, asOf, cancellationToken);
        IReadOnlyList<IncidentDeadline> deadlines = await incidents.ReadDeadlinesAsync(number, asOf, cancellationToken);

        // What was recorded between the reads would contradict the incident.
        IReadOnlyList<TimelineEntry> known = [.. timeline.Where(entry => entry.Sequence <= incident.Sequence)];
        return new MessageComposer(Templates, procedure(), configuration).Compose(incident, known, deadlines, request);
    }
}
