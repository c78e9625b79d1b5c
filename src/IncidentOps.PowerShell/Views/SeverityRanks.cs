using IncidentOps.Core;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Procedures;

namespace IncidentOps.PowerShell.Views;

/// <summary>How severe a severity is, by the procedure that the session's commands work with.</summary>
internal static class SeverityRanks
{
    /// <summary>0 for the most severe; null where the procedure does not know the name, or cannot be read.</summary>
    public static int? Find(string name)
    {
        try
        {
            return WorkspaceFactory.Default.Latest is { } workspace
                ? new SeverityScale(workspace.Procedure).Find(name)?.Rank
                : null;
        }
        catch (IncidentOpsException)
        {
            // The command that needs the procedure says what is wrong with it.
            return null;
        }
    }
}
