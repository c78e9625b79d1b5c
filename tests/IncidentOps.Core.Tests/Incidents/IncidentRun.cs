using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Deadlines;
using IncidentOps.Core.Incidents.Tasks;
using IncidentOps.Core.Storage;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests.Incidents;

/// <summary>An incident in memory, moved by decisions at chosen minutes after its detection.</summary>
internal sealed class IncidentRun
{
    private readonly IncidentPolicy _policy;
    private readonly DateTimeOffset _detected;
    private readonly List<StoredEvent> _events = [];

    public IncidentRun(IncidentPolicy policy, string severity, DateTimeOffset detected)
    {
        _policy = policy;
        _detected = detected;
        var declaration = new IncidentDeclaration { Title = "Checkout is down", Severity = severity };
        State = Take(IncidentProjection.Start(IncidentDecisions.Declare(declaration, policy, detected), "test", detected));
    }

    public IncidentState State { get; private set; }

    public IReadOnlyList<StoredEvent> Events => _events;

    public void Do(double minutes, Func<IncidentDecisions, IEnumerable<NewEvent>> decide)
    {
        DateTimeOffset now = _detected.AddMinutes(minutes);
        var decisions = new IncidentDecisions("INC-1", State, new Lazy<IncidentPolicy>(_policy), now);
        State = Take(IncidentProjection.Continue(new IncidentRecord(1, State), decide(decisions), "test", now));
    }

    public IncidentDeadline Deadline(DeadlineKind kind, DateTimeOffset now) =>
        new DeadlineClock(new IncidentRecord(1, State), _policy, now).All().Single(deadline => deadline.Kind == kind);

    public IReadOnlyList<IncidentTask> Tasks(DateTimeOffset now) =>
        TaskBoard.Read(new IncidentRecord(1, State), _events, _policy.Procedure, now);

    private IncidentState Take((EventAppend Append, IncidentState State) step)
    {
        _events.AddRange(step.Append.Events);
        return step.State;
    }
}
