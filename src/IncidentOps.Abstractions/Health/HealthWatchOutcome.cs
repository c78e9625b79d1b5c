namespace IncidentOps.Health;

/// <summary>What ended a watch.</summary>
public enum HealthWatchOutcome
{
    /// <summary>Its time was up.</summary>
    TimeUp,

    /// <summary>What it waited for has come.</summary>
    Reached,

    /// <summary>Whoever started it.</summary>
    Stopped,
}
