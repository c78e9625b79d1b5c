using System.Globalization;
using IncidentOps.Core.Procedures;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Incidents;

/// <summary>What the procedure and the calendar say about an incident: severities, clocks, what closing needs.</summary>
internal sealed class IncidentPolicy(Procedure procedure, BusinessCalendar calendar)
{
    /// <summary>What "immediately" leaves, where a guide gives no figure: nobody answers before the question.</summary>
    private static readonly TimeSpan Immediately = TimeSpan.FromMinutes(5);

    private readonly SeverityScale _severities = new(procedure.Severities);

    public Procedure Procedure => procedure;

    public BusinessCalendar Calendar => calendar;

    public MonitoringWindow? MonitoringWindow => procedure.MonitoringWindow;

    public TimeSpan? PostMortemWithin => procedure.PostMortemWithin;

    /// <summary>The level of that name or label; throws where the procedure knows none.</summary>
    public SeverityLevel Severity(string name) => _severities.Resolve(name);

    /// <summary>How often stakeholders are told; null where the procedure does not say, or no longer knows the severity.</summary>
    public TimeSpan? UpdateInterval(string severity) => _severities.Find(severity)?.UpdateInterval;

    public bool CountsBusinessHours(string severity) =>
        _severities.Find(severity) is { } level && (level.BusinessHours || level.BusinessDays is not null);

    /// <summary>Whom to call, in the guide's words.</summary>
    public string EscalationOf(string severity) =>
        _severities.Find(severity)?.Escalation is { } escalation ? $"To be called: {escalation}." : "Those on call have to be called.";

    /// <summary>The name of the level of that name or label; the text itself where the procedure knows none.</summary>
    public string SeverityName(string name) => _severities.Find(name)?.Name ?? name;

    /// <summary>By when an incident seen at <paramref name="from"/> has to be acknowledged.</summary>
    public DateTimeOffset? AcknowledgeBy(string severity, DateTimeOffset from)
    {
        SeverityLevel level = Severity(severity);
        return level switch
        {
            { AcknowledgeTime: { } time } => from + Allowed(time),
            { BusinessDays: { } days } => calendar.StartOfBusinessDay(from, days),
            { ResponseTime: null } => null,
            { BusinessHours: true, ResponseTime: { } time } => calendar.Add(from, time),
            { ResponseTime: { } time } => from + Allowed(time),
        };

        static TimeSpan Allowed(TimeSpan time) => time > TimeSpan.Zero ? time : Immediately;
    }

    /// <summary>By when those whom the severity calls for have to be called; "immediately" is as soon as somebody has to respond.</summary>
    public DateTimeOffset? EscalateBy(string severity, DateTimeOffset from)
    {
        if (!DurationText.TryParse(Severity(severity).Escalation, out DurationText after))
        {
            return null;
        }

        return after switch
        {
            { BusinessDays: { } days } => calendar.StartOfBusinessDay(from, days),
            { BusinessHours: true } => calendar.Add(from, after.Value),
            { Value.Ticks: 0 } => AcknowledgeBy(severity, from) ?? from,
            _ => from + after.Value,
        };
    }

    /// <summary>
    /// The deadlines after a change of severity. Lower: counted from detection as if it had always been so. Higher:
    /// counted from now, since nobody knew before, but never later than they were. What is met stays as it is.
    /// </summary>
    public (DateTimeOffset? AcknowledgeBy, DateTimeOffset? EscalateBy) Rebase(IncidentState state, string severity, DateTimeOffset at)
    {
        // A level that a changed guide no longer knows ranks below every one it does.
        int before = _severities.Find(state.Severity)?.Rank ?? int.MaxValue;
        bool raised = Severity(severity).Rank <= before;
        return (
            Rebase(state.AcknowledgeBy, state.AcknowledgedAt, AcknowledgeBy),
            Rebase(state.EscalateBy, state.EscalatedAt ?? state.AcknowledgedAt, EscalateBy));

        DateTimeOffset? Rebase(DateTimeOffset? due, DateTimeOffset? met, Func<string, DateTimeOffset, DateTimeOffset?> count)
        {
            if (met is not null)
            {
                return due;
            }

            DateTimeOffset? counted = count(severity, raised ? at : state.DetectedAt);
            return raised && (counted is null || due < counted) ? due : counted;
        }
    }

    /// <summary>What the guide wants done before an incident is closed and is not; empty where all is.</summary>
    public IReadOnlyList<string> MissingToClose(string id, IncidentState state, int openTasks, DateTimeOffset at)
    {
        List<string> missing = [];
        if (state.Status != IncidentStatus.Resolved)
        {
            missing.Add($"it is {state.Status}, not Resolved");
        }

        if (string.IsNullOrWhiteSpace(state.RootCause))
        {
            missing.Add("the root cause is not recorded");
        }

        if (string.IsNullOrWhiteSpace(state.Resolution))
        {
            missing.Add("the resolution is not recorded");
        }

        if (procedure.MonitoringWindow is { } window && (state.LastFixedAt ?? state.ResolvedAt) is { } mended
            && at - mended < window.Minimum)
        {
            int left = (int)Math.Ceiling((window.Minimum - (at - mended)).TotalMinutes);
            missing.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"the fix has to be watched for {window.Minimum.TotalMinutes:0} min, {left} min are left"));
        }

        if (openTasks > 0)
        {
            string tasks = openTasks == 1 ? "1 task is" : string.Create(CultureInfo.InvariantCulture, $"{openTasks} tasks are");
            missing.Add($"{tasks} open (Get-IncidentTask {id} -State Open)");
        }

        return missing;
    }
}
