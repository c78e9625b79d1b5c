namespace IncidentOps.Core.Execution;

/// <summary>Words of a POSIX shell.</summary>
internal static class PosixWord
{
    /// <summary>A word that a shell reads as it is.</summary>
    public static string Quote(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
