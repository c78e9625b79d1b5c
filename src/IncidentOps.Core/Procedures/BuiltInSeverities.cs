namespace IncidentOps.Core.Procedures;

/// <summary>
/// The severities of the guide that is shipped with the module, known without compiling it: what only wants to show a
/// list of incidents need not wait for that. A test compares.
/// </summary>
internal static class BuiltInSeverities
{
    private static readonly string[] Names = ["P0", "P1", "P2", "P3"];

    /// <summary>0 for the most severe; null for what the built-in guide does not have.</summary>
    public static int? RankOf(string name) => Array.IndexOf(Names, name) is >= 0 and var rank ? rank : null;
}
