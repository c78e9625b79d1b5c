using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;

namespace IncidentOps.Build.Help;

/// <summary>
/// Writes a page of docs/about as the plain text that Get-Help shows. The engine takes the fifth line for the
/// synopsis, hence the fixed opening.
/// </summary>
internal static partial class AboutTopic
{
    private const int Width = 80;
    private const int Indent = 4;

    internal static string Write(string path, string markdown)
    {
        var text = new StringBuilder();
        foreach (var block in Markdown.Parse(markdown))
        {
            switch (block)
            {
                case HeadingBlock { Level: 1 } title:
                    text.Append("TOPIC\n    ").Append(HelpText.Inline(title.Inline)).Append("\n\n");
                    break;
                case HeadingBlock { Level: 2 } heading:
                    text.Append(HelpText.Inline(heading.Inline).ToUpperInvariant()).Append('\n');
                    break;
                case HeadingBlock heading:
                    text.Append("  ").Append(HelpText.Inline(heading.Inline)).Append('\n');
                    break;
                default:
                    AppendBlock(text, path, block);
                    break;
            }
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static void AppendBlock(StringBuilder text, string path, Block block)
    {
        foreach (var paragraph in HelpText.Paragraphs(path, [block]))
        {
            var indent = new string(' ', block is CodeBlock ? 2 * Indent : Indent);
            foreach (var line in paragraph.Split('\n').SelectMany(line => block is CodeBlock ? [line] : Wrap(line)))
            {
                text.Append(line.Length == 0 ? "" : indent + line).Append('\n');
            }

            text.Append('\n');
        }
    }

    private static List<string> Wrap(string paragraph)
    {
        var mark = ListMark().Match(paragraph).Value;
        var lines = new List<string>();
        foreach (var word in paragraph[mark.Length..].Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= Width - Indent)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add((lines.Count == 0 ? mark : new string(' ', mark.Length)) + word);
            }
        }

        return lines;
    }

    [GeneratedRegex(@"^ *(?:- |\d+\. )?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListMark();
}
