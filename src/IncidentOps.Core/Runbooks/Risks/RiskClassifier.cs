using System.Collections.Frozen;
using IncidentOps.Core.Runbooks.Shell;
using IncidentOps.Core.Runbooks.Sql;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Risks;

/// <summary>
/// Says what a command may do before it runs. A command is Read only where every part of it is known to look and to
/// do nothing else; whatever is not understood is not Read.
/// </summary>
internal static class RiskClassifier
{
    /// <param name="command">The command.</param>
    /// <param name="shell">Its shell.</param>
    /// <param name="unsure">The variables whose values are more than one plain word.</param>
    /// <param name="known">What it was parsed to; null to parse it here.</param>
    public static RiskAssessment Classify(string command, string shell, IEnumerable<string>? unsure = null, ShellParseResult? known = null)
    {
        if (shell is "sql" or "mysql")
        {
            // What is sent is what is judged; values are parameters there, and do nothing.
            SqlText text = SqlText.Parse(command);
            (Risk risk, string reason) = SqlRisk.Of(text.Obstacle is null ? text.Sent : command);
            return Flat(risk, reason);
        }

        if (!ShellParser.Reads(shell))
        {
            return Flat(Risk.Unknown, $"{shell} is not understood");
        }

        ShellParseResult parsed = known ?? ShellParser.Parse(command);
        if (parsed.Script is not { } script || parsed.Incomplete)
        {
            return Flat(Risk.Unknown, $"not understood: {parsed.Error ?? "it ends too early"}");
        }

        ShellRisk walk = new(unsure ?? []);
        walk.VisitAll(script);
        return walk.Assess();
    }

    private static RiskAssessment Flat(Risk risk, string reason) =>
        new(risk, reason, Interactive: false, FrozenSet<string>.Empty);
}
