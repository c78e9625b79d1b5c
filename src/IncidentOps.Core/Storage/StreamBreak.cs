namespace IncidentOps.Core.Storage;

/// <summary>The first place where a stream's chain does not hold, and why.</summary>
internal sealed record StreamBreak(long Sequence, string Reason);
