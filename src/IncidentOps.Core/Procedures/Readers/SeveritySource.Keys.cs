using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Severities that are keys in a fence, as YAML or like it, each with its facts below.</content>
internal sealed partial class SeveritySource
{
    private static SeveritySource FromKeys(SeveritySource source, CodeBlock code)
    {
        string[] lines = code.TextLines;
        List<GuideAttribute> facts = [];
        int margin = MarginOf(lines);
        for (int i = margin > 0 ? 1 : 0; i < lines.Length; i++)
        {
            int at = code.Line + 1 + i;
            string text = lines[i].Trim();
            if (lines[i].Length > margin && !char.IsWhiteSpace(lines[i][margin]) && lines[i][margin] != '-')
            {
                IReadOnlyList<SeverityName> names = text.EndsWith(':') ? [.. SeverityNames.ParseAll(text.TrimEnd(':').Replace('_', ' '), loose: true).Select(AsWritten)] : [];
                if (names.Count == 0)
                {
                    break;
                }

                facts = [];
                source.Entries.Add(new SeverityEntry(names, at, code) { Keyed = facts });
                continue;
            }

            TextLine line = new(text.TrimStart('-', ' '), at);
            if (line.Label is not null)
            {
                facts.Add(new GuideAttribute(line.Label.Replace('_', ' '), line.Value.Trim('"', '\''), new List<ListItem>(), at, code));
            }
            else if (text.Length > 0 && facts.Count > 0 && facts[^1].Items is List<ListItem> items)
            {
                items.Add(new ListItem(at, items.Count + 1, null, [line], []));
            }
        }

        source.TakeKeyed();
        return source;
    }

    // What stands below each key or name is complete only now.
    private void TakeKeyed()
    {
        foreach (SeverityEntry entry in Entries)
        {
            entry.AddAttributes(entry.Keyed);
            FieldsSeen.UnionWith(entry.Values.Select(value => value.Field));
        }
    }

    /// <summary>"Severity: P1 - Urgent", or "Priority 1 - Urgent:", and below it, line by line, "Response time: …"; null where no two are so.</summary>
    private static SeveritySource? FromRecords(GuideSection section)
    {
        if (section.Kind is not SectionKind.Severities)
        {
            return null;
        }

        SeveritySource source = new(section, section.Line, GuideField.None);
        List<GuideAttribute> facts = [];
        foreach ((TextLine line, TextBlock block) in section.Blocks.OfType<TextBlock>().SelectMany(block => block.Lines.Select(line => (line, block))).Where(told => told.line.Label is not null))
        {
            string named = line.Value.Length == 0 ? line.Label! : Noun().IsMatch(line.Label!) ? line.Value : string.Empty;
            if (named.Length > 0 && SeverityNames.ParseAll(named, loose: true) is [{ IsCode: true, Rest: "" } name])
            {
                facts = [];
                source.Entries.Add(new SeverityEntry([name], line.Line, block) { Keyed = facts });
            }
            else if (line.Value.Length > 0)
            {
                facts.Add(new GuideAttribute(line.Label!, line.Value, [], line.Line, line));
            }
        }

        source.TakeKeyed();
        return source.Entries.Count >= 2 && source.Entries.TrueForAll(entry => entry.Values.Count > 0) ? source : null;
    }

    [GeneratedRegex(@"^(?:severity|priority|level|sev)(?: level)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noun();

    // "p0_critical", a key, is P0, Critical.
    private static SeverityName AsWritten(SeverityName key) => !key.IsCode ? key : key with
    {
        Name = key.Name.ToUpperInvariant(),
        Label = key.Label is { Length: > 0 } label ? char.ToUpperInvariant(label[0]) + label[1..] : null,
    };

    // "severity_levels:" may stand above them all.
    private static int MarginOf(string[] lines)
    {
        string[] written = [.. lines.Where(line => line.Trim().Length > 0)];
        return written.Length > 2 && written[0].EndsWith(':') && lines[0] == written[0] && SeverityName.TryParse(written[0], loose: true) is null && written.Skip(1).All(line => char.IsWhiteSpace(line[0]))
            ? written[1].Length - written[1].TrimStart().Length
            : 0;
    }
}
