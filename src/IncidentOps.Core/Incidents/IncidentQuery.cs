using IncidentOps.Incidents;

namespace IncidentOps.Core.Incidents;

/// <summary>Which incidents to list. Names and the title may hold the wildcards <c>*</c> and <c>?</c>; empty lists and nulls ask for nothing.</summary>
internal sealed record IncidentQuery
{
    public IReadOnlyList<IncidentStatus> Statuses { get; init; } = [];

    public IReadOnlyList<string> Severities { get; init; } = [];

    public IReadOnlyList<string> Services { get; init; } = [];

    public IReadOnlyList<string> Components { get; init; } = [];

    public IReadOnlyList<string> Titles { get; init; } = [];

    public bool Active { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    public int? First { get; init; }

    /// <summary>The moment to describe; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }
}
