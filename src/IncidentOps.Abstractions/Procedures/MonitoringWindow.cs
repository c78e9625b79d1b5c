namespace IncidentOps.Procedures;

/// <summary>How long to watch after a fix: at least, and until.</summary>
/// <param name="Minimum">The shortest time to watch.</param>
/// <param name="Maximum">The time after which watching ends.</param>
public sealed record MonitoringWindow(TimeSpan Minimum, TimeSpan Maximum);
