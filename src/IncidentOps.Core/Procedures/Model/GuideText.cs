using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>The text of a guide made fit for reading: byte order mark, line ends, mis-decoded runs, fences, lists, tables, hostile nesting.</summary>
internal static class GuideText
{
    public static string Prepare(string text, string? path, List<Finding> findings)
    {
        string plain = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\0', '\uFFFD');
        (string repaired, IReadOnlyList<int> lines) = MojibakeRepair.Repair(plain);
        Report(findings, GuideRules.MisdecodedText, path, lines, "The text was saved with the wrong encoding and has been read as it was meant.", "Save the file as UTF-8 with the characters that are meant.");
        (string fenced, IReadOnlyList<int> fences) = FenceRepair.Repair(repaired);
        Report(findings, GuideRules.BrokenFence, path, fences, "The fence ends elsewhere than it seems meant to, and has been read as it was meant.", "Close it with its marks alone, and give a fence that holds others one mark more than they have.");
        return GuideGuard.Tame(TableRepair.Repair(ListRepair.Repair(LostListRepair.Repair(HtmlListRepair.Repair(BoldRepair.Repair(fenced))))), path, findings);
    }

    private static void Report(List<Finding> findings, string rule, string? path, IReadOnlyList<int> lines, string message, string remedy) =>
        findings.AddRange(lines.Select(line => new Finding { RuleId = rule, Severity = GuideRules.Get(rule).Severity, Path = path, Line = line, Message = message, Remedy = remedy }));
}
