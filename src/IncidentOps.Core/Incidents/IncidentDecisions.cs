using IncidentOps.Core.Incidents.Events;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Incidents;

/// <summary>
/// The lifecycle's rules: given an incident's state and a wish, the events that follow, or an error that says why
/// not. Pure; an empty answer means that it is so already.
/// </summary>
internal sealed class IncidentDecisions(string id, IncidentState state, Lazy<IncidentPolicy> policy, DateTimeOffset now)
{
    /// <summary>How far another machine's clock may be ahead.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    public static IReadOnlyList<NewEvent> Declare(IncidentDeclaration declaration, IncidentPolicy policy, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(declaration.Title))
        {
            throw IncidentErrors.TitleMissing();
        }

        string severity = policy.Severity(declaration.Severity).Name;
        DateTimeOffset at = NotInFuture(declaration.DetectedAt ?? now, now);
        List<IncidentEventBody> bodies =
        [
            new IncidentDeclared
            {
                Title = declaration.Title,
                Severity = severity,
                SeverityReason = Given(declaration.SeverityReason),
                AcknowledgeBy = policy.AcknowledgeBy(severity, at),
                EscalateBy = policy.EscalateBy(severity, at),
                Services = declaration.Services,
                Components = declaration.Components,
                Symptom = Given(declaration.Symptom),
                Impact = Given(declaration.Impact),
                Affected = Given(declaration.Affected),
                Source = Given(declaration.Source),
                IsDrill = declaration.IsDrill,
            },
        ];
        if (declaration.Commander is { } commander)
        {
            bodies.Add(new RoleAssigned(IncidentLifecycle.CommanderRole, commander));
        }

        if (declaration.Evidence is { } evidence)
        {
            bodies.Add(evidence);
        }

        return [.. bodies.Select(body => new NewEvent(body, at))];
    }

    /// <summary>Somebody declared what is open already: a note in its timeline.</summary>
    public IEnumerable<NewEvent> ReportAgain(IncidentDeclaration declaration, IncidentPolicy policy)
    {
        string severity = policy.Severity(declaration.Severity).Name;
        List<IncidentEventBody> bodies =
            [new ReportedAgain(declaration.Title, severity, Given(declaration.Source), Given(declaration.Impact))];
        if (declaration.Evidence is { } evidence)
        {
            bodies.Add(evidence);
        }

        return bodies.SelectMany(body => Record(body, null));
    }

    /// <summary>The sequence of the last event.</summary>
    public long Sequence => state.Sequence;

    public IEnumerable<NewEvent> Acknowledge(string responder, DateTimeOffset? at, string? message)
    {
        if (state.Status != IncidentStatus.Detected)
        {
            // Acknowledged already is what was wanted; ended is something else.
            return state.IsActive ? [] : throw IncidentErrors.Ended(id, state.Status, state.MergedInto);
        }

        DateTimeOffset when = NextMoment(at);
        NewEvent taken = new(new StatusChanged(state.Status, IncidentStatus.Acknowledged, message, null), when);
        return state.Roles.ContainsKey(IncidentLifecycle.CommanderRole)
            ? [taken]
            : [taken, new NewEvent(new RoleAssigned(IncidentLifecycle.CommanderRole, responder), when)];
    }

    public IEnumerable<NewEvent> Update(IncidentStatus? status, string? message, DateTimeOffset? eta, DateTimeOffset? at)
    {
        if (status is null && string.IsNullOrWhiteSpace(message) && eta is null)
        {
            throw IncidentErrors.NothingToSay(id);
        }

        eta = eta?.ToUniversalTime();
        if (status is null || status == state.Status)
        {
            return string.IsNullOrWhiteSpace(message) && eta is null
                ? []
                : [new NewEvent(new UpdatePosted(message, eta), NextMoment(at))];
        }

        string? command = status switch
        {
            IncidentStatus.Resolved => "Resolve-Incident",
            IncidentStatus.Closed => "Close-Incident",
            IncidentStatus.Merged => "Merge-Incident",
            _ => null,
        };
        if (command is not null)
        {
            throw IncidentErrors.OtherCommand(id, status.Value, command);
        }

        if (!IncidentLifecycle.CanMove(state.Status, status.Value))
        {
            throw IncidentErrors.TransitionNotAllowed(id, state.Status, status.Value);
        }

        return [new NewEvent(new StatusChanged(state.Status, status.Value, message, eta), NextMoment(at))];
    }

    public IEnumerable<NewEvent> SetSeverity(string severity, string reason, DateTimeOffset? at)
    {
        string name = policy.Value.Severity(severity).Name;
        if (name == state.Severity)
        {
            return [];
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw IncidentErrors.ReasonMissing(id, "Changing the severity of");
        }

        RequireNotEndedForGood();
        DateTimeOffset when = NotBefore(at, state.SeveritySince, state.Severity);
        (DateTimeOffset? acknowledgeBy, DateTimeOffset? escalateBy) = policy.Value.Rebase(state, name, when);
        return [new NewEvent(new SeverityChanged(state.Severity, name, reason, acknowledgeBy, escalateBy), when)];
    }

    public IEnumerable<NewEvent> Resolve(string? rootCause, string? resolution, IReadOnlyList<string> nextSteps, DateTimeOffset? at)
    {
        if (state.Status is IncidentStatus.Resolved or IncidentStatus.Closed)
        {
            // Resolved already: what has been learnt since is added.
            return ChangeTo(new DetailsChanged
            {
                RootCause = Given(rootCause),
                Resolution = Given(resolution),
                NextSteps = nextSteps.Count > 0 ? nextSteps : null,
            });
        }

        RequireNotEndedForGood();
        return [new NewEvent(new IncidentResolved(Given(rootCause), Given(resolution), nextSteps), NextMoment(at))];
    }

    /// <param name="force">Close it although something is missing.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When, where that was earlier.</param>
    /// <param name="openTasks">How many tasks of the checklists have to be done before and are not.</param>
    public IEnumerable<NewEvent> Close(bool force, string? reason, DateTimeOffset? at, int openTasks = 0)
    {
        if (state.Status == IncidentStatus.Closed)
        {
            return [];
        }

        RequireNotEndedForGood();
        DateTimeOffset when = NextMoment(at);
        IReadOnlyList<string> missing = policy.Value.MissingToClose(id, state, openTasks, when);
        if (missing.Count > 0 && !force)
        {
            throw IncidentErrors.NotReadyToClose(id, missing);
        }

        if (missing.Count > 0 && string.IsNullOrWhiteSpace(reason))
        {
            throw IncidentErrors.ForceNeedsReason(id);
        }

        return [new NewEvent(new IncidentClosed(reason, missing), when)];
    }

    public IEnumerable<NewEvent> Reopen(string? reason, DateTimeOffset? at) =>
        IncidentLifecycle.CanReopen(state.Status)
            ? [new NewEvent(new IncidentReopened(reason), NextMoment(at))]
            : throw IncidentErrors.CannotReopen(id, state.Status);

    public IEnumerable<NewEvent> MergeInto(Guid targetKey, string targetId, string? reason)
    {
        if (targetKey == state.Key)
        {
            throw IncidentErrors.MergeWithItself(id);
        }

        if (state.Status == IncidentStatus.Merged && state.MergedInto == targetId)
        {
            return [];
        }

        RequireActive();
        return [new NewEvent(new IncidentMerged(targetKey, targetId, reason), NextMoment(null))];
    }

    public IEnumerable<NewEvent> Absorb(string fromId, IncidentState from)
    {
        RequireActive();
        return [new NewEvent(new IncidentAbsorbed(from.Key, fromId, from.Title, from.Services, from.Components, from.Fingerprints), Past(null))];
    }

    public IEnumerable<NewEvent> ChangeDetails(DetailsChanged changed)
    {
        if (changed == new DetailsChanged())
        {
            throw IncidentErrors.NothingToChange(id);
        }

        if (changed.Title is { } title && string.IsNullOrWhiteSpace(title))
        {
            throw IncidentErrors.TitleMissing();
        }

        return ChangeTo(changed);
    }

    public IEnumerable<NewEvent> AssignRole(string role, string? responder)
    {
        if (state.Roles.GetValueOrDefault(role) == responder)
        {
            return [];
        }

        // The role keeps the spelling that it has.
        string name = state.Roles.Keys.Append(IncidentLifecycle.CommanderRole)
            .FirstOrDefault(known => string.Equals(known, role, StringComparison.OrdinalIgnoreCase), role);
        return [new NewEvent(new RoleAssigned(name, responder), Past(null))];
    }

    /// <summary>Something that belongs to the incident without moving it: a note, evidence, a runbook's step.</summary>
    public IEnumerable<NewEvent> Record(IncidentEventBody body, DateTimeOffset? at) => [new NewEvent(body, Past(at))];

    /// <summary>A shell passes an empty text where nothing was given.</summary>
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static DateTimeOffset NotInFuture(DateTimeOffset at, DateTimeOffset now) =>
        at <= now + ClockTolerance ? at : throw IncidentErrors.InFuture(at, now);

    private DateTimeOffset Past(DateTimeOffset? at) => NotInFuture(at ?? now, now);

    /// <summary>The time of a step of the lifecycle, which cannot lie before the step that it follows.</summary>
    private DateTimeOffset NextMoment(DateTimeOffset? at) => NotBefore(at, state.StatusSince, state.Status.ToString());

    private DateTimeOffset NotBefore(DateTimeOffset? at, DateTimeOffset since, string what)
    {
        if (at is not { } given)
        {
            // This machine's clock may be behind the one that recorded the last step.
            return now >= since ? now : since;
        }

        return given >= since ? NotInFuture(given, now) : throw IncidentErrors.Backwards(id, given, what, since);
    }

    private IEnumerable<NewEvent> ChangeTo(DetailsChanged changed) =>
        DetailsDifference.Between(state, changed) is { } differing ? [new NewEvent(differing, Past(null))] : [];

    private void RequireActive()
    {
        if (!state.IsActive)
        {
            throw IncidentErrors.Ended(id, state.Status, state.MergedInto);
        }
    }

    private void RequireNotEndedForGood()
    {
        if (state.Status is IncidentStatus.Closed or IncidentStatus.Dismissed or IncidentStatus.Merged)
        {
            throw IncidentErrors.Ended(id, state.Status, state.MergedInto);
        }
    }
}
