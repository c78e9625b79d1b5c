using System.Globalization;
using IncidentOps.Core.Procedures;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Incidents;

/// <summary>What the procedure and the calendar say about an incident: severities, clocks, what closing needs.</summary>
internal sealed class IncidentPolicy(Procedure procedure, BusinessCalendar calendar)
{
    private readonly SeverityScale _severities = new(procedure);

    /// <summary>The level of that name or label; throws where the procedure knows none.</summary>
    public SeverityLevel Severity(string name) => _severities.Resolve(name);

    /// <summary>By when an incident seen at <paramref name="from"/> has to be acknowledged.</summary>
    public DateTimeOffset? AcknowledgeBy(string severity, DateTimeOffset from) => Severity(severity) switch
    {
        { ResponseTime: null } => null,
        { BusinessHours: true, ResponseTime: { } time } => calendar.Add(from, time),
        { ResponseTime: { } time } => from + time,
    };

    /// <summary>
    /// The acknowledgement's deadline after a change of severity. Lower: counted from detection as if it had always
    /// been so. Higher: counted from now, since nobody knew before, but never later than it was.
    /// </summary>
    public DateTimeOffset? RebaseAcknowledgeBy(IncidentState state, string severity, DateTimeOffset at)
    {
        if (state.AcknowledgedAt is not null)
        {
            return state.AcknowledgeBy;
        }

        // A level that a changed guide no longer knows ranks below every one it does.
        int before = _severities.Find(state.Severity)?.Rank ?? int.MaxValue;
        if (Severity(severity).Rank > before)
        {
            return AcknowledgeBy(severity, state.DetectedAt);
        }

        DateTimeOffset? counted = AcknowledgeBy(severity, at);
        return counted is null || state.AcknowledgeBy < counted ? state.AcknowledgeBy : counted;
    }

    /// <summary>What the guide wants done before an incident is closed and is not; empty where all is.</summary>
    public IReadOnlyList<string> MissingToClose(IncidentState state, DateTimeOffset at)
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

        return missing;
    }
}
