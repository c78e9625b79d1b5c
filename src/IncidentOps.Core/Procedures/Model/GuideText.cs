using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>The text of a guide made fit for reading: byte order mark, line ends, mis-decoded runs, hostile nesting.</summary>
internal static class GuideText
{
    public static string Prepare(string text, string? path, List<Finding> findings)
    {
        string plain = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\0', '\uFFFD');
        (string repaired, IReadOnlyList<int> lines) = MojibakeRepair.Repair(plain);
        foreach (int line in lines)
        {
            findings.Add(new Finding
            {
                RuleId = GuideRules.MisdecodedText,
                Severity = FindingSeverity.Warning,
                Path = path,
                Line = line,
                Message = "The text was saved with the wrong encoding and has been read as it was meant.",
                Remedy = "Save the file as UTF-8 with the characters that are meant.",
            });
        }

        return GuideGuard.Tame(repaired, path, findings);
    }
}
