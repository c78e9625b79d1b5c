using IncidentOps.Core.Errors;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures;

/// <summary>Finds a guide's severity levels by what people call them.</summary>
internal sealed class SeverityScale(Procedure procedure)
{
    /// <summary>The level of that name or label, whatever its capitals; null where there is none.</summary>
    public SeverityLevel? Find(string name) =>
        procedure.Severities.FirstOrDefault(level => Same(level.Name, name))
        ?? procedure.Severities.FirstOrDefault(level => Same(level.Label, name));

    /// <summary>The level of that name or label; throws where there is none.</summary>
    public SeverityLevel Resolve(string name) =>
        Find(name) ?? throw new IncidentOpsException("SeverityUnknown", ErrorKind.InvalidArgument,
            $"The procedure knows no severity '{name}'. It knows {string.Join(", ", procedure.Severities)}.", name);

    private static bool Same(string? left, string right) => string.Equals(left, right.Trim(), StringComparison.OrdinalIgnoreCase);
}
