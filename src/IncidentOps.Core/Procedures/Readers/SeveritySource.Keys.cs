using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Severities that are keys in a fence, as YAML or like it, each with its facts below.</content>
internal sealed partial class SeveritySource
{
    private static SeveritySource FromKeys(SeveritySource source, CodeBlock code)
    {
        string[] lines = code.TextLines;
        List<GuideAttribute> facts = [];
        for (int i = 0; i < lines.Length; i++)
        {
            int at = code.Line + 1 + i;
            string text = lines[i].Trim();
            if (lines[i].Length > 0 && !char.IsWhiteSpace(lines[i][0]) && lines[i][0] != '-')
            {
                IReadOnlyList<SeverityName> names = text.EndsWith(':') ? SeverityNames.ParseAll(text.TrimEnd(':'), loose: true) : [];
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
                facts.Add(new GuideAttribute(line.Label, line.Value, new List<ListItem>(), at, code));
            }
            else if (text.Length > 0 && facts.Count > 0 && facts[^1].Items is List<ListItem> items)
            {
                items.Add(new ListItem(at, items.Count + 1, null, [line], []));
            }
        }

        foreach (SeverityEntry entry in source.Entries)
        {
            entry.AddAttributes(entry.Keyed);
            source.FieldsSeen.UnionWith(entry.Values.Select(value => value.Field));
        }

        return source;
    }
}
