using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Risks;

/// <summary>What running a command may do, and what decided it.</summary>
/// <param name="Risk">The risk.</param>
/// <param name="Reason">The words of the command that decided.</param>
/// <param name="Interactive">True where a person has to sit at the terminal.</param>
/// <param name="Reparsed">The variables whose value is read as code once more: by another shell, as SQL, as arithmetic.</param>
internal sealed record RiskAssessment(Risk Risk, string Reason, bool Interactive, IReadOnlySet<string> Reparsed);
