using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Readers;

namespace IncidentOps.Core.Procedures.Linting;

/// <summary>Blanks that were left open: "[Name]", "TBD", "+1-XXX-XXX". Templates are made of blanks and are left alone.</summary>
internal sealed class PlaceholderCheck(GuideDocument document, LintReport report)
{
    public void Run()
    {
        foreach (GuideSection section in document.Root.SelfAndDescendants.Where(section => section.Kind is not (SectionKind.Templates or SectionKind.PostMortemTemplate)))
        {
            foreach ((string text, int line, IEnumerable<TextLink> links, IEnumerable<string> codes) in GuideWalk.TextsOf(section))
            {
                Check(text, line, links, codes);
            }
        }
    }

    private void Check(string text, int line, IEnumerable<TextLink> links, IEnumerable<string> codes)
    {
        List<string> blanks = [];
        foreach (Match blank in Unfilled.Find(text))
        {
            // A blank in a command is a parameter, and a link's own text may stand in brackets.
            bool isCommand = codes.Any(code => code.Contains(blank.Value, StringComparison.Ordinal));
            if (!isCommand && !links.Any(link => link.Text.Contains(blank.Value, StringComparison.Ordinal)) && !IsDate(blank.Value))
            {
                blanks.Add(blank.Value.Trim());
            }
        }

        if (blanks.Count > 0)
        {
            report.Add(GuideRules.UnfilledPlaceholder, line, $"{string.Join(" and ", blanks)} {(blanks.Count == 1 ? "is" : "are")} not filled in.", "Fill it in, or move it into incidentops.yaml and say so here.");
        }
    }

    private static bool IsDate(string blank) => blank is "N/A" or "n/a" or "None" or "none" or "-" or "–" or "—";
}
