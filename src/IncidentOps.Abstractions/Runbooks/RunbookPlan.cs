namespace IncidentOps.Runbooks;

/// <summary>
/// What a runbook would do with the values it was given: its steps in order, and a hash. Approvals are given to the
/// hash, so that anything changed since makes them void.
/// </summary>
public sealed record RunbookPlan
{
    /// <summary>The runbook's name.</summary>
    public required string Runbook { get; init; }

    /// <summary>The runbook's title.</summary>
    public required string Title { get; init; }

    /// <summary>The document's file.</summary>
    public string? Path { get; init; }

    /// <summary>The SHA-256 of the document, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>
    /// The SHA-256 of the plan, lower-case hexadecimal: of the document, the chosen steps, their
    /// machines, the values and the incident.
    /// Secret values are not part of it.
    /// </summary>
    public required string Hash { get; init; }

    /// <summary>The incident it is for, "INC-42"; null outside one.</summary>
    public string? Incident { get; init; }

    /// <summary>The values by the parameters' names; a secret's is "***".</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The steps that would run, in order.</summary>
    public IReadOnlyList<RunbookPlanStep> Steps { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The approvals that this very plan has.</summary>
    public IReadOnlyList<RunbookApproval> Approvals { get; init => field = PlainList.Of(value); } = [];

    /// <summary>What still has to be approved, in words; empty where all is.</summary>
    public IReadOnlyList<string> Missing { get; init => field = PlainList.Of(value); } = [];

    /// <summary>True where nothing waits for an approval.</summary>
    public bool IsApproved => Missing.Count == 0;

    /// <summary>The runbook and the beginning of the hash.</summary>
    /// <returns>"application-down 1f3870be274f".</returns>
    public override string ToString() => $"{Runbook} {Hash[..Math.Min(12, Hash.Length)]}";
}
