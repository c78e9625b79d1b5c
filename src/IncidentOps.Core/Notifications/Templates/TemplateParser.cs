using System.Text;
using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Notifications.Templates;

/// <summary>
/// Takes a template apart as people write them: brackets of every kind, dates and codes given as patterns, choices of
/// which one is to be kept; bold text, links, lists and headings in the ways of Markdown and of Slack.
/// </summary>
internal static partial class TemplateParser
{
    private const int LongestLine = 4000;

    /// <summary>Stands for a blank while its surroundings are looked at.</summary>
    private const char Blank = '\uFFFC';

    public static TemplateText Parse(string body)
    {
        List<string> raw = [.. body.ReplaceLineEndings("\n").Split('\n')];
        int first = raw.FindIndex(line => !string.IsNullOrWhiteSpace(line));
        if (first < 0)
        {
            return new TemplateText(null, []);
        }

        TemplateLine? subject = null;
        if (SubjectLine().Match(raw[first]) is { Success: true } match)
        {
            subject = ParseLine(match.Groups["text"].Value);
            raw.RemoveRange(0, first + 1);
        }

        List<TemplateLine> lines = [.. raw.Select(ParseLine)];
        Trim(lines);
        return WithoutTags(new TemplateText(subject, LabelFromAbove(lines)));
    }

    /// <summary>"[ACME] Update: &lt;description&gt;": where all blanks are written otherwise, a bracketed name is the sender's.</summary>
    private static TemplateText WithoutTags(TemplateText text)
    {
        bool otherwise = text.Blanks.Any(blank => blank.Mark is '<' or '{' or '$') && text.Blanks.Where(blank => blank.Mark == '[').All(IsTag);
        return otherwise ? new TemplateText(text.Subject is { } subject ? Read(subject) : null, [.. text.Lines.Select(Read)]) : text;

        static bool IsTag(TemplateBlank blank) =>
            blank.Mark == '[' && Tag().IsMatch(blank.Name) && BlankMeaning.Of(blank).Field == MessageField.None;

        static TemplateLine Read(TemplateLine line) => line with
        {
            Spans = [.. line.Spans.Select(span => span.Blank is { } blank && IsTag(blank) ? span with { Blank = null } : span)],
        };
    }

    private static TemplateLine ParseLine(string raw)
    {
        string line = raw.Length > LongestLine ? raw[..LongestLine] : raw;
        Match start = LineStart().Match(line.TrimEnd());
        string text = start.Groups["text"].Value;
        List<TemplateSpan> spans = LabelledChoice().Match(text) is { Success: true } choice && BlankMeaning.IsChoice(choice.Groups["choice"].Value, choice.Groups["label"].Value)
            ? [.. Spans(choice.Groups["head"].Value), new TemplateSpan("", false, new TemplateBlank(choice.Groups["choice"].Value.Trim(), Label(choice.Groups["label"].Value), IsValue: true))]
            : Spans(text);
        string marker = start.Groups["marker"].Value;
        return new TemplateLine(
            start.Groups["indent"].Value.Sum(blank => blank == '\t' ? 4 : 1),
            marker.Length > 0 && !char.IsAsciiDigit(marker[0]) ? "-" : marker,
            start.Groups["heading"].Length,
            spans);
    }

    private static List<TemplateSpan> Spans(string text)
    {
        MatchCollection tokens = Token().Matches(text);
        // A star without its other half is a star.
        ILookup<string, Match> marks = tokens.Where(token => token.Groups["mark"].Success).ToLookup(token => token.Value, StringComparer.Ordinal);
        List<TemplateSpan> spans = [];
        StringBuilder before = new();
        bool bold = false;
        int at = 0;
        foreach (Match token in tokens.Where(token => marks[token.Value].Count() % 2 == 0))
        {
            Add(text[at..token.Index]);
            at = token.Index + token.Length;
            if (token.Groups["mark"].Success)
            {
                bold = !bold;
            }
            else if (token.Groups["address"].Success)
            {
                spans.Add(new TemplateSpan(token.Groups["words"].Value, bold, Address: token.Groups["address"].Value));
                before.Append(token.Groups["words"].Value);
            }
            else
            {
                TemplateBlank blank = ToBlank(token, before.ToString(), text[at..]);
                spans.Add(new TemplateSpan(blank.Name, bold, blank));
                before.Append(Blank);
            }
        }

        Add(text[at..]);
        return spans;

        void Add(string literal)
        {
            if (literal.Length > 0)
            {
                spans.Add(new TemplateSpan(literal, bold));
                before.Append(literal);
            }
        }
    }

    private static TemplateBlank ToBlank(Match token, string before, string after)
    {
        string name = token.Groups["line"].Success ? ""
            : token.Groups["name"].Success ? token.Groups["name"].Value.Trim()
            : token.Value;
        Match label = LabelBefore().Match(before);
        UtcMark utc = UtcBehind().IsMatch(after) ? UtcMark.Behind : UtcInside().IsMatch(name) ? UtcMark.Inside : UtcMark.None;
        bool isValue = label.Success
            && !label.Groups["between"].Value.Any(character => char.IsLetterOrDigit(character) || character == Blank)
            && SentenceEnd().Split(UtcBehind().Replace(after, ""), 2)[0] is var rest
            && !rest.Any(char.IsLetterOrDigit)
            && !Token().IsMatch(rest.Replace("*", "", StringComparison.Ordinal));
        return new TemplateBlank(name, label.Success ? Label(label.Groups["label"].Value) : "", isValue, utc)
        {
            Mark = token.Value[0],
            Lead = label.Success ? "" : Lead().Match(before).Value,
        };
    }

    private static string Label(string text) =>
        SectionTitle.StripDecoration(text.Replace(Blank, ' ').Replace("*", "", StringComparison.Ordinal)).Trim();

    /// <summary>A blank that has a line of its own belongs to the line that announces it, "Actions taken:".</summary>
    private static List<TemplateLine> LabelFromAbove(List<TemplateLine> lines)
    {
        string label = "";
        for (int index = 0; index < lines.Count; index++)
        {
            TemplateLine line = lines[index];
            int first = FirstBlank(line);
            if (first >= 0)
            {
                TemplateSpan[] spans = [.. line.Spans];
                spans[first] = spans[first] with { Blank = spans[first].Blank! with { Label = label, IsValue = line.OnlyBlank is not null, IsBelow = true } };
                lines[index] = line with { Spans = spans };
            }
            else if (line is { IsEmpty: false, Marker.Length: 0 })
            {
                label = Announcement(line);
            }
        }

        return lines;
    }

    /// <summary>The blank that a line begins with, where it is alone or in a list and has no label of its own; -1 where there is none.</summary>
    private static int FirstBlank(TemplateLine line)
    {
        int first = line.Spans.TakeWhile(span => span.Blank is null && !span.Text.Any(char.IsLetterOrDigit)).Count();
        return first < line.Spans.Count && line.Spans[first].Blank is { Label.Length: 0 } && (line.Marker.Length > 0 || line.OnlyBlank is not null) ? first : -1;
    }

    private static string Announcement(TemplateLine line)
    {
        string text = string.Concat(line.Spans.Select(span => span.Blank is null ? span.Text : Blank.ToString())).Trim();
        bool announces = line.Heading > 0 || text.EndsWith(':') || text.EndsWith('：')
            || (line.Spans.All(span => span.IsBold) && text.Length <= 60)
            || (text.Length <= 60 && text.Any(char.IsLetter) && !text.Any(char.IsLower));
        return announces ? Label(text.TrimEnd(':', '：')) : "";
    }

    private static void Trim(List<TemplateLine> lines)
    {
        while (lines is [{ IsEmpty: true }, ..])
        {
            lines.RemoveAt(0);
        }

        while (lines is [.., { IsEmpty: true }])
        {
            lines.RemoveAt(lines.Count - 1);
        }
    }
}
