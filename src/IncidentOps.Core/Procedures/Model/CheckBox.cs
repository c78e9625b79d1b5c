using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>The check box at the front of a task: "[ ]", "[x]", "☐", "☑".</summary>
internal static partial class CheckBox
{
    /// <summary>Takes a mark of things done ("✅ ") off an item, where it says nothing.</summary>
    public static TextLine WithoutMark(TextLine line)
    {
        Match mark = DoneMark().Match(line.Text);
        return mark.Success ? new TextLine(line.Text[mark.Length..], line.Line, BoldAfter(line, line.Text[mark.Length..]), line.Codes, line.Links) : line;
    }

    /// <summary>Takes the box off the line; without one the box is null and the line stays as it is.</summary>
    public static (bool? Box, TextLine Line) Take(TextLine line)
    {
        Match box = Box().Match(line.Text);
        if (!box.Success)
        {
            return (null, line);
        }

        string rest = line.Text[box.Length..];
        int bold = line.Bold is null && rest.Length > 0 ? 0 : BoldAfter(line, rest);
        return (box.Groups[1].Value is not (" " or "" or "_" or "☐" or "□" or "▢"), new TextLine(rest, line.Line, bold, line.Codes, line.Links));
    }

    private static int BoldAfter(TextLine line, string rest)
    {
        int length = (line.Bold?.Length ?? 0) - (line.Text.Length - rest.Length);
        return Math.Max(0, length);
    }

    [GeneratedRegex(@"^[✅✔✓☑]\uFE0F?\s+", RegexOptions.CultureInvariant)]
    private static partial Regex DoneMark();

    [GeneratedRegex(@"^(?:\\?\[([ xX_✓✔]?)\\?\](?![(:])|([☐☑☒□▢]))\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Box();
}
