using System.Text;
using IncidentOps.Core.Text;

namespace IncidentOps.Core.Notifications.Writing;

/// <summary>Markdown that keeps the template's lines: each is one, none runs into the next.</summary>
internal sealed class MarkdownWriter(bool ascii) : MessageWriter(ascii)
{
    public override string Write(IReadOnlyList<MessageLine> lines)
    {
        StringBuilder text = new();
        for (int index = 0; index < lines.Count; index++)
        {
            MessageLine line = lines[index];
            MessageLine next = index + 1 < lines.Count ? lines[index + 1] : MessageLine.Empty;
            if (line.IsEmpty)
            {
                text.Append('\n');
                continue;
            }

            string heading = line.Heading > 0 ? $"{new string('#', line.Heading)} " : "";
            string marker = line.Marker.Length > 0 ? $"{line.Marker} " : "";
            // A backslash before the line's end is a hard break; after a heading, or before what begins anew, there is none.
            bool parts = Parts(line, next);
            bool runsOn = !parts && line.Heading == 0 && !next.IsEmpty && next.Heading == 0 && next.Marker.Length == 0;
            text.Append(Indent(lines, index)).Append(heading).Append(marker).Append(Inline(line)).Append(runsOn ? "\\\n" : parts ? "\n\n" : "\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Lists keep their levels; anything else at the margin, where no blanks make it code.</summary>
    private static string Indent(IReadOnlyList<MessageLine> lines, int index)
    {
        MessageLine line = lines[index];
        if (line.Marker.Length > 0)
        {
            bool isNested = line.Indent >= 2 && index > 0 && (lines[index - 1].Marker.Length > 0 || lines[index - 1].GoesOn);
            return isNested ? new string(' ', Math.Min(line.Indent, 3)) : "";
        }

        if (!line.GoesOn)
        {
            return "";
        }

        int owner = index;
        while (owner > 0 && lines[owner].GoesOn)
        {
            owner--;
        }

        MessageLine first = lines[owner];
        return first.Marker.Length == 0 ? "&emsp;" : new string(' ', Indent(lines, owner).Length + first.Marker.Length + 1);
    }

    /// <summary>Where only an empty line keeps the two apart: a list that a text follows, a text that a numbered list follows.</summary>
    private static bool Parts(MessageLine line, MessageLine next) =>
        !next.IsEmpty && !next.GoesOn
        && ((next.IsNumbered && line.Marker.Length == 0 && !line.GoesOn) || (line.Marker.Length > 0 && next.Marker.Length == 0 && next.Heading == 0));

    protected override string Escape(string text)
    {
        string words = text.Trim();
        int start = text.IndexOf(words, StringComparison.Ordinal);
        return words.Length == 0 ? text : $"{text[..start]}{QuietMentions.Of(EscapedMarkdown.Line(words), Ascii)}{text[(start + words.Length)..]}";
    }

    protected override string Bold(string escaped) => $"**{escaped}**";

    protected override string Link(string escaped, Uri address) =>
        $"[{escaped}](<{address.AbsoluteUri.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>)";
}
