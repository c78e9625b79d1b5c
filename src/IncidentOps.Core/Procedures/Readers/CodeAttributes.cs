using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>Labels and values that stand in a fence, as YAML or as plain lines: "Response Time: 5 minutes".</summary>
internal static class CodeAttributes
{
    public static IReadOnlyList<GuideAttribute> Of(CodeBlock code)
    {
        List<GuideAttribute> found = [];
        List<ListItem> items = [];
        string[] lines = code.TextLines;
        for (int i = 0; i < lines.Length; i++)
        {
            int at = code.Line + 1 + i;
            string text = lines[i].Trim();
            if (text.StartsWith("- ", StringComparison.Ordinal))
            {
                items.Add(new ListItem(at, items.Count + 1, null, [new TextLine(text[2..], at)], []));
                continue;
            }

            TextLine line = new(text, at);
            if (line.Label is not null)
            {
                items = [];
                found.Add(new GuideAttribute(line.Label, line.Value, items, at, code));
            }
        }

        return found;
    }
}
