using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>
/// Brings back the lists of a document that has lost their marks on its way, so that every item is a paragraph of its own:
/// "Immediate actions", "Lock the door", "Call the smith", each between blank lines. Lines stay where they are.
/// </summary>
internal static class LostListRepair
{
    /// <summary>Fewer such paragraphs are only terse.</summary>
    private const int Fewest = 40;

    /// <summary>What is longer is a sentence.</summary>
    private const int LongestItem = 60;

    public static string Repair(string text)
    {
        string[] lines = text.Split('\n');
        if (lines.Length < Fewest * 2 || lines.Length > GuideGuard.MostLines || !HasLostLists(lines))
        {
            return text;
        }

        List<int> group = [];
        for (int i = 0; i <= lines.Length; i++)
        {
            if (i == lines.Length || IsDivider(lines[i]))
            {
                Mark(lines, group);
                group.Clear();
            }
            else if (lines[i].Length > 0 && !string.IsNullOrWhiteSpace(lines[i]))
            {
                group.Add(i);
            }
        }

        return string.Join('\n', lines);
    }

    // Next to no lists, no tables, no fences, and hardly a paragraph that could not be an item
    private static bool HasLostLists(string[] lines)
    {
        int items = 0;
        int others = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            if (Fence.Of(lines[i]) is not null || lines[i].StartsWith('|'))
            {
                return false;
            }

            if (!string.IsNullOrWhiteSpace(lines[i]) && !IsDivider(lines[i]))
            {
                bool item = IsItem(lines[i]) && (i == 0 || IsGap(lines[i - 1])) && (i + 1 == lines.Length || IsGap(lines[i + 1]));
                items += item ? 1 : 0;
                others += item ? 0 : 1;
            }
        }

        return items >= Fewest && others * 6 <= items;
    }

    private static void Mark(string[] lines, List<int> group)
    {
        // "Project: …" tells of the document.
        if (group.Count < 2 || group.Count(at => !IsItem(lines[at])) * 6 > group.Count || group.Exists(at => lines[at].Contains(':', StringComparison.Ordinal)))
        {
            return;
        }

        int first = 0;
        bool chain = group.Count >= 3 && group.Where((at, i) => i % 2 == 1).All(at => IsArrow(lines[at]));
        if (!chain && IsTitle(lines[group[0]]))
        {
            lines[group[0]] = $"**{lines[group[0]].Trim()}**";
            first = 1;
        }

        int number = 0;
        foreach (int at in group.Skip(first).Where(at => IsItem(lines[at])))
        {
            lines[at] = IsArrow(lines[at]) ? string.Empty : chain ? $"{++number}. {lines[at].Trim()}" : $"* {lines[at].Trim()}";
        }
    }

    // "P1 Critical", "Examples", "Immediate actions": what follows is of that.
    private static bool IsTitle(string line) =>
        SeverityName.TryParse(line.Trim(), loose: false) is { IsCode: true }
        || GuideWords.Fields.Find(line.Trim()).Any(match => match is { Whole: true, Meaning: GuideField.Example or GuideField.Symptom or GuideField.Step or GuideField.Task or GuideField.Cause });

    private static bool IsItem(string line) =>
        line.Trim() is { Length: > 0 and <= LongestItem } text && (char.IsLetterOrDigit(text[0]) || IsArrow(line)) && text[^1] is not ('.' or '!' or '?' or ';' or ',')
        && !(text.Length > 1 && char.IsAsciiDigit(text[0]) && text.AsSpan().TrimStart("0123456789") is ['.' or ')', ..]);

    private static bool IsArrow(string line) => line.Trim() is "↓" or "⬇" or "▼" or "⬇️" or "→" or "|" or "v";

    private static bool IsDivider(string line) => line.StartsWith('#') || line.TrimEnd() is "---" or "***" or "___";

    private static bool IsGap(string line) => string.IsNullOrWhiteSpace(line) || IsDivider(line);
}
