using System.Runtime.CompilerServices;
using IncidentOps.Core;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Procedures;
using IncidentOps.PowerShell.Commands;

namespace IncidentOps.PowerShell.Views;

/// <summary>
/// How severe a severity is, by the procedure that the session's commands work with. Only for colours: a guide is read
/// once for them, and again when the configuration has changed.
/// </summary>
internal static class SeverityRanks
{
    private static readonly ConditionalWeakTable<Workspace, SeverityScale> Scales = new();

    /// <summary>0 for the most severe; null where the procedure does not know the name, or cannot be read.</summary>
    public static int? Find(string name) => SessionWorkspace.Latest switch
    {
        null => null,
        { Configuration.Guide: null } => BuiltInSeverities.RankOf(name),
        { } workspace => Scales.GetValue(workspace, Read).Find(name)?.Rank,
    };

    private static SeverityScale Read(Workspace workspace)
    {
        try
        {
            return new SeverityScale(workspace.Procedure);
        }
        catch (IncidentOpsException)
        {
            // The command that needs the procedure says what is wrong with it.
            return SeverityScale.Empty;
        }
    }
}
