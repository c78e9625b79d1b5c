using IncidentOps.Incidents;

namespace IncidentOps.Core.Incidents.Deadlines;

/// <summary>An incident's deadlines at a moment. Pure: state, procedure and calendar in, deadlines out.</summary>
internal sealed class DeadlineClock(IncidentRecord record, IncidentPolicy policy, DateTimeOffset now)
{
    /// <summary>The share of the time after which a deadline is at risk, in percent.</summary>
    private const double AtRiskPercent = 75;

    private readonly IncidentState _state = record.State;

    /// <summary>One of each kind, in the order in which they come up.</summary>
    public IEnumerable<IncidentDeadline> All() => [Acknowledge(), Escalate(), Update(), Monitor(), PostMortem()];

    private bool IsSetAside => _state.Status is IncidentStatus.Dismissed or IncidentStatus.Merged;

    private IncidentDeadline Acknowledge()
    {
        if (_state.AcknowledgeBy is not { } due)
        {
            return None(DeadlineKind.Acknowledge, $"The procedure gives no response time for {_state.Severity}.");
        }

        return _state.AcknowledgedAt is null && IsSetAside
            ? None(DeadlineKind.Acknowledge, $"It is {_state.Status}.")
            : Due(DeadlineKind.Acknowledge, _state.DetectedAt, due, _state.AcknowledgedAt, "Somebody has to take it: Confirm-Incident.");
    }

    private IncidentDeadline Escalate()
    {
        if (_state.EscalateBy is not { } due)
        {
            return None(DeadlineKind.Escalate, $"The procedure gives no time to escalate {_state.Severity}.");
        }

        // Whoever was called and has taken it was reached.
        DateTimeOffset? reached = Earlier(_state.EscalatedAt, _state.AcknowledgedAt);
        return reached is null && !_state.IsActive
            ? None(DeadlineKind.Escalate, $"It is {_state.Status}.")
            : Due(DeadlineKind.Escalate, _state.DetectedAt, due, reached, policy.EscalationOf(_state.Severity));
    }

    private IncidentDeadline Update()
    {
        if (!_state.IsActive)
        {
            return None(DeadlineKind.Update, $"It is {_state.Status}.");
        }

        return policy.UpdateInterval(_state.Severity) is { } interval
            ? Due(DeadlineKind.Update, _state.LastUpdateAt, _state.LastUpdateAt + interval, null, "Stakeholders wait for news: Update-Incident.")
            : None(DeadlineKind.Update, $"The procedure gives no update interval for {_state.Severity}.");
    }

    private IncidentDeadline Monitor()
    {
        if (IsSetAside || (_state.LastFixedAt ?? _state.ResolvedAt) is not { } mended)
        {
            return None(DeadlineKind.Monitor, IsSetAside ? $"It is {_state.Status}." : "No fix is in place yet.");
        }

        if (policy.MonitoringWindow is not { } window)
        {
            return None(DeadlineKind.Monitor, "The procedure gives no monitoring window.");
        }

        DateTimeOffset watched = mended + window.Minimum;
        DateTimeOffset? met = _state.EndedAt is { } ended && watched <= now ? Later(ended, watched) : null;
        return Due(
            DeadlineKind.Monitor,
            mended,
            mended + window.Maximum,
            met,
            $"Watch the fix for {window.Minimum.TotalMinutes:0} min at least (Watch-ServiceHealth -Incident {record.Id}), then resolve: Resolve-Incident.");
    }

    private IncidentDeadline PostMortem()
    {
        if (IsSetAside || _state.ResolvedAt is not { } resolved)
        {
            return None(DeadlineKind.PostMortem, IsSetAside ? $"It is {_state.Status}." : "It is not resolved yet.");
        }

        return policy.PostMortemWithin is { } within
            ? Due(DeadlineKind.PostMortem, resolved, resolved + within, _state.PostMortemAt, "The post-mortem has to be written: Export-PostMortem.")
            : None(DeadlineKind.PostMortem, "The procedure gives no time for the post-mortem.");
    }

    private IncidentDeadline Due(DeadlineKind kind, DateTimeOffset start, DateTimeOffset due, DateTimeOffset? met, string reason)
    {
        double percent = Percent(kind, start, due, met ?? now);
        return new IncidentDeadline
        {
            Incident = record.Id,
            Title = _state.Title,
            Severity = _state.Severity,
            Kind = kind,
            StartedAt = start,
            DueAt = due,
            MetAt = met,
            State = (met ?? now) > due ? DeadlineState.Breached
                : met is not null ? DeadlineState.Met
                : percent >= AtRiskPercent ? DeadlineState.AtRisk
                : DeadlineState.OnTrack,
            Remaining = met is null ? due - now : null,
            Percent = percent,
            Reason = met is null ? reason : "Done.",
        };
    }

    private IncidentDeadline None(DeadlineKind kind, string reason) => new()
    {
        Incident = record.Id,
        Title = _state.Title,
        Severity = _state.Severity,
        Kind = kind,
        State = DeadlineState.NotApplicable,
        Reason = reason,
    };

    private double Percent(DeadlineKind kind, DateTimeOffset start, DateTimeOffset due, DateTimeOffset at)
    {
        bool working = kind is DeadlineKind.Acknowledge && policy.CountsBusinessHours(_state.Severity);
        TimeSpan total = working ? policy.Calendar.Between(start, due) : due - start;
        TimeSpan used = working ? policy.Calendar.Between(start, at) : at - start;
        return total <= TimeSpan.Zero ? 100 : Math.Round(Math.Clamp(used / total * 100, 0, 999), 1);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) =>
        left is null ? right : right is null || left < right ? left : right;

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
