namespace IncidentOps.PostMortems;

/// <summary>The figures of what an incident did.</summary>
public sealed record PostMortemImpact
{
    /// <summary>Who or what was affected, in the words of those who recorded it; null where nobody did.</summary>
    public string? UsersAffected { get; init; }

    /// <summary>
    /// From the detection to the fix; to the end where no fix was recorded or the incident came back after it; to now
    /// while it lasts; nothing for a false alarm.
    /// </summary>
    public required TimeSpan Downtime { get; init; }

    /// <summary>When <see cref="Downtime"/> ended; null while it lasts.</summary>
    public DateTimeOffset? DowntimeEndedAt { get; init; }

    /// <summary>What data was lost, or that none was; null where nobody recorded it.</summary>
    public string? DataLoss { get; init; }
}
