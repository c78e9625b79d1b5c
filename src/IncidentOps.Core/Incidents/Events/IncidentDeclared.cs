namespace IncidentOps.Core.Incidents.Events;

/// <summary>The first event of every incident.</summary>
internal sealed record IncidentDeclared : IncidentEventBody
{
    public required string Title { get; init; }

    public required string Severity { get; init; }

    /// <summary>Why it has that severity, where it was declared without one.</summary>
    public string? SeverityReason { get; init; }

    /// <summary>By when the procedure wants it acknowledged.</summary>
    public DateTimeOffset? AcknowledgeBy { get; init; }

    /// <summary>By when the procedure wants those called whom the severity calls for.</summary>
    public DateTimeOffset? EscalateBy { get; init; }

    public IReadOnlyList<string> Services { get; init; } = [];

    public IReadOnlyList<string> Components { get; init; } = [];

    public string? Symptom { get; init; }

    public string? Impact { get; init; }

    public string? Affected { get; init; }

    public string? Source { get; init; }

    public bool IsDrill { get; init; }
}
