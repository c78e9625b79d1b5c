namespace IncidentOps.Runbooks;

/// <summary>Somebody's approval of one plan, as the incident's log holds it.</summary>
public sealed record RunbookApproval
{
    /// <summary>The incident, "INC-42".</summary>
    public required string Incident { get; init; }

    /// <summary>The runbook's name.</summary>
    public required string Runbook { get; init; }

    /// <summary>The plan's hash.</summary>
    public required string Hash { get; init; }

    /// <summary>Who approved it.</summary>
    public required string Approver { get; init; }

    /// <summary>The role it was approved in; null for none.</summary>
    public string? Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What the approver said.</summary>
    public string? Message { get; init; }

    /// <summary>Who, and in which role.</summary>
    /// <returns>"ada (Commander)".</returns>
    public override string ToString() => Role is null ? Approver : $"{Approver} ({Role})";
}
