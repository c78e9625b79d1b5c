using System.Text.RegularExpressions;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Incidents;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Incidents.Tasks;

/// <summary>
/// The kinds of tasks that events show done. The first rule whose words fit a task decides; a task that none fits is
/// for people to tick.
/// </summary>
internal static partial class TaskRules
{
    private static readonly TaskRule[] All =
    [
        new(Acknowledging(), IsTaken),
        new(Severity(), shown => shown.Body is IncidentDeclared or SeverityChanged),
        new(OpeningTicket(), shown => shown.Body is IncidentDeclared),
        new(PostMortem(), shown => shown.Body is PostMortemExported),
        new(Scheduling(), _ => false),
        new(ActionItems(), shown => shown.Body is IncidentResolved { NextSteps.Count: > 0 } or DetailsChanged { NextSteps.Count: > 0 }),
        new(RootCause(), shown => shown.Body is StatusChanged { To: IncidentStatus.Identified } or IncidentResolved { RootCause: not null }
            or DetailsChanged { RootCause: not null }),
        new(Components(), shown => shown.Body is IncidentDeclared { Components.Count: > 0 } or DetailsChanged { Components.Count: > 0 }),
        new(HealthCheck(), IsHealthSeen),
        new(Logs(), shown => StepProofs.HasReadLogs(shown) || IsEvidenceSeen(shown, LogEvidence())),
        new(Resources(), StepProofs.HasSeenResources),
        new(Database(), StepProofs.HasSeenDatabase),
        new(Deployments(), StepProofs.HasSeenDeployments),
        new(Calling(), IsTaken),
        new(Commander(), shown => shown.Body is RoleAssigned { Responder: not null } assigned
            && string.Equals(assigned.Role, IncidentLifecycle.CommanderRole, StringComparison.OrdinalIgnoreCase)),
        new(Watching(), _ => false),
        new(VerifyingFix(), shown => StepProofs.HasVerified(shown)),
        new(Fixing(), shown => shown.Body is StatusChanged { To: IncidentStatus.Monitoring } or IncidentResolved
            || StepProofs.HasMended(shown)),
        new(RollingBack(), StepProofs.HasRolledBack),
        new(FullResolution(), shown => shown.Body is IncidentResolved),
        new(VerifyingResolution(), shown => shown.Body is IncidentResolved || StepProofs.HasVerified(shown)),
        new(StatusUpdates(), shown => shown.Body is UpdatePosted { Message: not null } or StatusChanged { Message: not null }),
        new(Findings(), shown => shown.Body is NoteAdded or EvidenceAdded or UpdatePosted { Message: not null }),
        new(Information(), shown => shown.Body is NoteAdded or EvidenceAdded or RunbookStepFinished { Status: RunbookStepStatus.Succeeded }),
        new(Closing(), shown => shown.Body is IncidentClosed),
    ];

    /// <summary>The rule for a task's text; null where only people can know.</summary>
    public static TaskRule? For(string task) => Array.Find(All, rule => rule.Words.IsMatch(task));

    /// <summary>Watching the fix is shown by time that has passed, not by an event.</summary>
    public static bool IsWatching(string task) => For(task)?.Words == Watching();

    private static bool IsTaken(TaskEvent shown) =>
        shown.Body is StatusChanged { To: not (IncidentStatus.Dismissed or IncidentStatus.Merged) } or IncidentResolved;

    private static bool IsHealthSeen(TaskEvent shown) =>
        shown.Body is HealthChanged or HealthWatched
        || shown.Body is EvidenceAdded { Kind: var kind } && kind.Contains("IncidentOps.Health.", StringComparison.Ordinal)
        || StepProofs.HasSeenHealth(shown);

    private static bool IsEvidenceSeen(TaskEvent shown, Regex words) =>
        shown.Body is EvidenceAdded evidence && words.IsMatch(evidence.Name);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int MatchTimeout = 1000;

    [GeneratedRegex(@"\backnowledg", Options, MatchTimeout)]
    private static partial Regex Acknowledging();

    [GeneratedRegex(@"\b(determine|assess|assign|set|classify|confirm|establish|evaluate|declare)\b.*\b(severity|priority)\b|\bseverity (level )?(determined|assigned|assessed|set)\b", Options, MatchTimeout)]
    private static partial Regex Severity();

    [GeneratedRegex(@"\b(create|open|file|raise|log|declare|start)\b.*\b(ticket|incident (record|issue|channel))\b|\bdeclare\b.*\bincident\b|\bticket (is )?(created|opened)\b", Options, MatchTimeout)]
    private static partial Regex OpeningTicket();

    [GeneratedRegex(@"\b(write|complete|publish|draft|create|prepare)\b.*\bpost[- ]?mortem\b|\bdocument\b.*\bincident\b|\b(write|complete|file)\b.*\bincident report\b", Options, MatchTimeout)]
    private static partial Regex PostMortem();

    [GeneratedRegex(@"\b(schedule|hold|conduct|plan|run)\b", Options, MatchTimeout)]
    private static partial Regex Scheduling();

    [GeneratedRegex(@"\b(action items?|follow[- ]?up (tasks?|actions?|items?))\b", Options, MatchTimeout)]
    private static partial Regex ActionItems();

    [GeneratedRegex(@"\broot cause\b", Options, MatchTimeout)]
    private static partial Regex RootCause();

    [GeneratedRegex(@"\b(identify|determine|list|find|establish)\b.*\b(affected|impacted)\b.*\b(components?|systems?|services?)\b", Options, MatchTimeout)]
    private static partial Regex Components();

    [GeneratedRegex(@"\b(check|verify|test|query)\b.*\bhealth\b", Options, MatchTimeout)]
    private static partial Regex HealthCheck();

    [GeneratedRegex(@"\b(review|check|examine|collect|gather|inspect|look at)\b.*\blogs?\b", Options, MatchTimeout)]
    private static partial Regex Logs();

    [GeneratedRegex(@"\b(notify|page|call|alert|contact)\b.*\bon[- ]?call\b", Options, MatchTimeout)]
    private static partial Regex Calling();

    [GeneratedRegex(@"\b(assign|appoint|name|designate)\b.*\b(commander|lead|owner)\b", Options, MatchTimeout)]
    private static partial Regex Commander();

    [GeneratedRegex(@"\b(monitor|watch|observe)\b.*(\bstab|\bminutes?\b|\bmins?\b|\bhours?\b|\brecurrence\b)", Options, MatchTimeout)]
    private static partial Regex Watching();

    [GeneratedRegex(@"\b(implement|apply|deploy)\b.*\b(fix|mitigation|rollback|roll back|workaround)\b", Options, MatchTimeout)]
    private static partial Regex Fixing();

    [GeneratedRegex(@"\b(verify|confirm|validate)\b.*\b(resol|fixed\b|recover)", Options, MatchTimeout)]
    private static partial Regex VerifyingResolution();

    [GeneratedRegex(@"\b(provide|post|send|give)\b.*\bupdates?\b|\bupdate\b.*\b(ticket|stakeholders?|status)\b|\b(notify|inform)\b.*\bstakeholders?\b", Options, MatchTimeout)]
    private static partial Regex StatusUpdates();

    [GeneratedRegex(@"\bdocument\b.*\b(findings?|actions?|steps?|timeline)\b|\brecord\b.*\b(findings?|actions?|timeline)\b", Options, MatchTimeout)]
    private static partial Regex Findings();

    [GeneratedRegex(@"\b(gather|collect|capture)\b.*\b(information|evidence|data|details)\b", Options, MatchTimeout)]
    private static partial Regex Information();

    [GeneratedRegex(@"\bclose\b.*\b(incident|ticket)\b", Options, MatchTimeout)]
    private static partial Regex Closing();

    [GeneratedRegex(@"\b(review|check|examine|inspect|look at|verify)\b.*\b(system resources?|resource (usage|utili[sz]ation)|cpu|memory|disk)\b", Options, MatchTimeout)]
    private static partial Regex Resources();

    [GeneratedRegex(@"\b(check|examine|inspect|look at|verify|test)\b.*\b(database|db)\b", Options, MatchTimeout)]
    private static partial Regex Database();

    [GeneratedRegex(@"\b(review|check|examine|inspect|look at)\b.*\b(recent|latest|last)\b.*\b(deploy(ment)?s?|releases?)\b", Options, MatchTimeout)]
    private static partial Regex Deployments();

    [GeneratedRegex(@"\b(test|verify|validate|confirm)\b.*\b(fix|mitigation|workaround|rollback)\b", Options, MatchTimeout)]
    private static partial Regex VerifyingFix();

    [GeneratedRegex(@"^\W*(perform |execute |do )?(a |the )?(roll ?back|roll back|revert)\b", Options, MatchTimeout)]
    private static partial Regex RollingBack();

    [GeneratedRegex(@"\b(verify|confirm|validate)\b.*\b(full|fully|complete|completely)\b.*\bresol", Options, MatchTimeout)]
    private static partial Regex FullResolution();

    [GeneratedRegex(@"\bjournalctl\b|\blogs?\b|\btail\b", Options, MatchTimeout)]
    private static partial Regex LogEvidence();
}
