using System.Globalization;
using System.Text;
using IncidentOps.Core.Health.Watching;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;
using IncidentOps.Incidents;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Incidents;

/// <summary>Events as people read them.</summary>
internal static class IncidentTimeline
{
    public static TimelineEntry Read(string incident, StoredEvent stored)
    {
        (string text, string? detail) = Describe(EventCatalog.Read(stored.Type, stored.Version, stored.Body));
        return new TimelineEntry
        {
            Incident = incident,
            Sequence = stored.Sequence,
            At = stored.OccurredAt,
            RecordedAt = stored.RecordedAt,
            Actor = stored.Actor,
            Type = stored.Type,
            Text = text,
            Detail = detail,
            Data = stored.Body,
        };
    }

    private static (string Text, string? Detail) Describe(IncidentEventBody body) => body switch
    {
        IncidentDeclared declared => (
            $"{(declared.IsDrill ? "Drill declared" : "Declared")} {declared.Severity}: {declared.Title}",
            Lines((null, declared.Impact), ("Severity", declared.SeverityReason))),
        ReportedAgain again => ($"Reported again as {again.Severity}{From(again.Source)}: {again.Title}", again.Impact),
        StatusChanged { To: IncidentStatus.Acknowledged } changed => (With("Acknowledged", changed.Message, changed.Eta), null),
        StatusChanged changed => (With($"{changed.From} → {changed.To}", changed.Message, changed.Eta), null),
        UpdatePosted posted => (With("Update", posted.Message, posted.Eta), null),
        SeverityChanged changed => (
            $"Severity {changed.From} → {changed.To}: {changed.Reason}"
                + (changed.AcknowledgeBy is { } by ? $" (acknowledge by {Utc(by)})" : ""),
            changed.EscalateBy is { } call ? $"Escalate by {Utc(call)}" : null),
        DetailsChanged changed => ($"Changed {string.Join(", ", Changes(changed))}", null),
        RoleAssigned { Responder: { } responder } assigned => ($"{assigned.Role}: {responder}", null),
        RoleAssigned assigned => ($"{assigned.Role}: nobody", null),
        NoteAdded note => (note.Message, null),
        EvidenceAdded evidence => ($"Evidence: {evidence.Name}", evidence.Text),
        IncidentResolved resolved => (
            With("Resolved", resolved.Resolution, null),
            Lines(("Root cause", resolved.RootCause), ("Next steps", Join(resolved.NextSteps)))),
        IncidentClosed { Missing.Count: > 0 } closed => (
            With("Closed", closed.Reason, null), $"Missing: {string.Join("; ", closed.Missing)}"),
        IncidentClosed closed => (With("Closed", closed.Reason, null), null),
        IncidentReopened reopened => (With("Reopened", reopened.Reason, null), null),
        IncidentMerged merged => (With($"Merged into {merged.Into}", merged.Reason, null), null),
        IncidentAbsorbed absorbed => ($"{absorbed.From} merged into this one: {absorbed.Title}", null),
        RunbookPlanApproved approved => (
            $"Plan {approved.Hash[..Math.Min(12, approved.Hash.Length)]} of runbook {approved.Runbook} approved{(approved.Role is { } role ? $" as {role}" : "")}",
            approved.Message),
        RunbookStarted started => (
            $"Runbook {started.Runbook} started ({started.Steps} steps)",
            Lines(("Plan", started.Setup?.PlanHash is { } plan ? plan[..Math.Min(12, plan.Length)] : null), ("Chosen", started.Selection))),
        RunbookResumed resumed => ($"Runbook {resumed.Runbook} resumed", resumed.Reason),
        RunbookStepStarted step => ($"Step {step.Number} started on {step.HostName}: {step.Title}", step.Command),
        RunbookStepFinished step => (
            string.Create(
                CultureInfo.InvariantCulture,
                $"Step {step.Number} {Word(step.Status)} after {step.Duration.TotalSeconds:0.0} s{ExitCode(step.ExitCode)}: {step.Title}"),
            Lines((null, step.Reason), (null, step.Output), (null, step.ErrorOutput))),
        RunbookFinished finished => (With($"Runbook {finished.Runbook} {finished.Status.ToString().ToLowerInvariant()}", finished.Reason, null), null),
        TaskCompleted { NotApplicable: true } task => ($"Task does not apply: {task.Task}", task.Message),
        TaskCompleted task => ($"Task done: {task.Task}", task.Message),
        HealthChanged { From: { } from } changed => ($"{changed.Service} {from} → {changed.To}: {changed.Reason}", null),
        HealthChanged seen => ($"{seen.Service} is {seen.To}: {seen.Reason}", null),
        HealthWatched watched => (HealthWatchText.Headline(watched), string.Join('\n', watched.Findings)),
        PostMortemExported exported => ($"Post-mortem written: {exported.FileName}", null),
        UnknownEvent unknown => ($"{unknown.Type} (version {unknown.Version}, from a newer module)", null),
        _ => (body.GetType().Name, null),
    };

    private static string With(string what, string? message, DateTimeOffset? eta)
    {
        var text = new StringBuilder(what);
        if (!string.IsNullOrWhiteSpace(message))
        {
            text.Append(": ").Append(message);
        }

        if (eta is { } expected)
        {
            text.Append(" (expected to be over at ").Append(Utc(expected)).Append(')');
        }

        return text.ToString();
    }

    private static string From(string? source) => string.IsNullOrWhiteSpace(source) ? "" : $" by {source}";

    private static string ExitCode(int? code) => code is null or 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" with exit code {code}");

    private static string Word(RunbookStepStatus status) => status == RunbookStepStatus.TimedOut ? "timed out" : status.ToString().ToLowerInvariant();

    private static string Utc(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string? Join(IReadOnlyList<string> items) => items.Count == 0 ? null : string.Join("; ", items);

    private static string? Lines(params ReadOnlySpan<(string? Label, string? Text)> parts)
    {
        var text = new StringBuilder();
        foreach ((string? label, string? part) in parts)
        {
            if (!string.IsNullOrWhiteSpace(part))
            {
                text.Append(text.Length > 0 ? "\n" : "").Append(label is null ? "" : $"{label}: ").Append(part.TrimEnd());
            }
        }

        return text.Length == 0 ? null : text.ToString();
    }

    private static IEnumerable<string> Changes(DetailsChanged changed)
    {
        (string Name, string? Value)[] values =
        [
            ("title", changed.Title),
            ("services", changed.Services is null ? null : string.Join(", ", changed.Services)),
            ("components", changed.Components is null ? null : string.Join(", ", changed.Components)),
            ("symptom", changed.Symptom),
            ("impact", changed.Impact),
            ("affected", changed.Affected),
            ("source", changed.Source),
            ("root cause", changed.RootCause),
            ("resolution", changed.Resolution),
            ("next steps", changed.NextSteps is null ? null : string.Join("; ", changed.NextSteps)),
        ];
        return values.Where(value => value.Value is not null).Select(value => $"{value.Name}: {value.Value}");
    }
}
