namespace IncidentOps.Core.Procedures.Model;

/// <summary>
/// Mends fences that end where their writer did not mean them to: a Markdown template that holds a fence of its own, and
/// a closing fence that carries a word, "```text", which a fence may not. Read to the letter, the one ends too early and
/// the other swallows what follows. So does one whose lines stand left of its list item. Line numbers stay as they are.
/// </summary>
internal static class FenceRepair
{
    /// <summary>No template is longer.</summary>
    private const int LongestTemplate = 400;

    /// <summary>The mended text, and the lines (from 1) of the fences that were mended.</summary>
    public static (string Text, IReadOnlyList<int> Lines) Repair(string text)
    {
        if (!text.Contains("```", StringComparison.Ordinal) && !text.Contains("~~~", StringComparison.Ordinal))
        {
            return (text, []);
        }

        string[] lines = text.Split('\n');
        List<int> mended = [];
        Fence?[] fences = [.. lines.Take(GuideGuard.MostLines).Select(Fence.Of)];
        for (int i = 0; i < fences.Length; i++)
        {
            if (fences[i] is not { } opening)
            {
                continue;
            }

            if (opening.IsMarkdown && EndOfTemplate(fences, i, opening) is { } end)
            {
                (lines[i], lines[end.Line]) = (Longer(lines[i], end.Length), Longer(lines[end.Line], end.Length));
                mended.Add(i + 1);
                i = end.Line;
                continue;
            }

            int open = i;
            for (i++; i < fences.Length && !(fences[i] is { } closing && closing.Closes(opening)); i++)
            {
                if (fences[i] is { IsText: true } worded && worded.Mark == opening.Mark && !opening.IsMarkdown && (i + 1 == lines.Length || string.IsNullOrWhiteSpace(lines[i + 1])))
                {
                    lines[i] = lines[i][..lines[i].LastIndexOf(opening.Mark)] + opening.Mark;
                    mended.Add(open + 1);
                    break;
                }
            }
        }

        FenceIndentRepair.Repair(lines, mended);
        return mended.Count == 0 ? (text, []) : (string.Join('\n', lines), mended);
    }

    /// <summary>Where a template ends that holds fences, and how long its own must be; null where it holds none.</summary>
    private static (int Line, int Length)? EndOfTemplate(Fence?[] fences, int from, Fence opening)
    {
        int depth = 1;
        int longest = 0;
        for (int i = from + 1; i < Math.Min(fences.Length, from + LongestTemplate); i++)
        {
            if (fences[i] is not { } fence || fence.Mark != opening.Mark || fence.Length < opening.Length)
            {
                continue;
            }

            depth += fence.Word.Length > 0 ? 1 : -1;
            if (depth == 0)
            {
                return longest == 0 ? null : (i, longest + 1);
            }

            longest = Math.Max(longest, fence.Length);
        }

        return null;
    }

    private static string Longer(string line, int length)
    {
        string blanks = line[..^line.TrimStart().Length];
        string rest = line.TrimStart();
        return blanks + new string(rest[0], length) + rest.TrimStart(rest[0]);
    }
}
