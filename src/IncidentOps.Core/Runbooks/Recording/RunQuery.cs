using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Recording;

/// <summary>Which runs to list. Empty lists and nulls ask for nothing.</summary>
internal sealed record RunQuery
{
    /// <summary>Names of runbooks, with wildcards.</summary>
    public IReadOnlyList<string> Runbooks { get; init; } = [];

    /// <summary>The numbers of incidents.</summary>
    public IReadOnlyList<long> Incidents { get; init; } = [];

    public IReadOnlyList<RunbookRunStatus> Statuses { get; init; } = [];

    /// <summary>Begun then or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Begun then or earlier.</summary>
    public DateTimeOffset? Until { get; init; }

    public int? First { get; init; }
}
