using IncidentOps.Health;

namespace IncidentOps.Core.Health.Http;

/// <summary>What a health document says of itself and of its parts.</summary>
/// <param name="Status">The status of the whole; null where the document does not say.</param>
/// <param name="Message">What it says about that; null where it says nothing.</param>
/// <param name="Parts">Its components, in its own order.</param>
internal sealed record ComponentReport(HealthStatus? Status, string? Message, IReadOnlyList<ProbePart> Parts);
