using System.Collections;
using System.Reflection;
using System.Text;
using IncidentOps.Procedures;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using FenceRepair = IncidentOps.Core.Procedures.Model.FenceRepair;
using ListRepair = IncidentOps.Core.Procedures.Model.ListRepair;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>
/// Holds a guide against what was compiled from it: every heading, list item and table row must be found in the
/// procedure, by line or by its words, or be reported. Reads the guide with plain Markdig, not with the compiler's model.
/// </summary>
internal sealed class CompiledTexts
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().Build();

    private readonly HashSet<int> _lines = [];
    private readonly StringBuilder _words = new();

    private CompiledTexts(Procedure procedure) => Collect(procedure);

    /// <summary>The parts that are neither among the compiled lines nor reported: for guides nobody wrote.</summary>
    public static IReadOnlyList<string> Unaccounted(string guide, Procedure procedure)
    {
        HashSet<int> known = [.. procedure.CompiledLines, .. procedure.Findings.Select(finding => finding.Line)];
        return [.. Parts(guide).Where(part => part.Text.Any(char.IsLetterOrDigit) && !known.Contains(part.Line)).Select(part => $"{part.Line}: {part.Text}")];
    }

    /// <summary>The parts whose words are nowhere in the procedure and not reported: for guides as people write them.</summary>
    public static IReadOnlyList<string> Lost(string guide, Procedure procedure)
    {
        CompiledTexts compiled = new(procedure);
        string words = compiled._words.ToString();
        List<string> lost = [];
        foreach ((int line, string text) in Parts(guide))
        {
            string[] sought = [.. text.Split('\n').Select(Normalise).Where(part => part.Length > 0)];
            bool Found(string part) => words.Contains(part[..Math.Min(part.Length, 48)], StringComparison.Ordinal);
            sought = sought.Length > 1 ? sought[1..] : sought;
            string unlabelled = Normalise(text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            if (sought.Length > 0 && !compiled._lines.Contains(line) && !sought.All(Found) && !Found(unlabelled))
            {
                lost.Add($"{line}: {text.Replace('\n', ' ')}");
            }
        }

        return lost;
    }

    // Fences that end in the wrong place are reported once, where they begin; lists that lack a blank are read as meant.
    private static IEnumerable<(int Line, string Text)> Parts(string guide)
    {
        foreach (MarkdownObject part in Markdown.Parse(ListRepair.Repair(FenceRepair.Repair(guide).Text), Pipeline).Descendants())
        {
            switch (part)
            {
                case HeadingBlock heading when heading.Parent is not ListItemBlock owner || owner[0] != heading:
                    yield return (heading.Line + 1, TextOf(heading));
                    break;
                case ListItemBlock { Count: > 0 } item when item[0] is LeafBlock leaf and not CodeBlock:
                    yield return (item.Line + 1, TextOf(leaf));
                    break;
                case TableRow { IsHeader: false } row:
                    yield return (row.Line + 1, string.Join('\n', row.OfType<TableCell>().SelectMany(cell => cell.OfType<LeafBlock>()).Select(TextOf)));
                    break;
                default:
                    break;
            }
        }
    }

    private static string TextOf(LeafBlock leaf)
    {
        StringBuilder text = new();
        foreach (Inline inline in leaf.Inline?.Descendants<Inline>() ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                AutolinkInline link => link.Url,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LineBreakInline => " ",
                _ => string.Empty,
            });
        }

        return text.ToString();
    }

    private static string Normalise(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private void Collect(object? value)
    {
        switch (value)
        {
            case null or string or ValueType:
                if (value is string text)
                {
                    _words.Append(Normalise(text)).Append('\n');
                }

                break;
            case IEnumerable sequence:
                foreach (object? item in sequence)
                {
                    Collect(item);
                }

                break;
            default:
                foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
                {
                    object? part = property.GetValue(value);
                    if (property.Name == "Line")
                    {
                        _lines.Add((int)part!);
                    }
                    else if (property.Name is not ("Path" or "Message" or "Remedy"))
                    {
                        Collect(part);
                    }
                }

                break;
        }
    }
}
