using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>A path among the roles: "Escalation order:", and a numbered list.</content>
internal sealed partial class EscalationReader
{
    /// <summary>True for a numbered list that the line above calls the path.</summary>
    internal static bool IsAnnounced(GuideSection section, ListBlock list) =>
        list.Ordered && section.Blocks.IndexOf(list) is > 0 and var at
        && section.Blocks[at - 1] is TextBlock { Lines: [.., { } lead] } && PathLead().IsMatch(lead.Text);

    private void AddAnnounced()
    {
        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind == SectionKind.Roles))
        {
            if (_levels.Count == 0 && section.Blocks.OfType<ListBlock>().FirstOrDefault(list => IsAnnounced(section, list)) is { } path)
            {
                AddList(path, section.Title, marked: false);
            }
        }

        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind is SectionKind.Roles or SectionKind.Contacts))
        {
            foreach (CodeBlock code in _levels.Count == 0 ? section.Blocks.OfType<CodeBlock>().Where(code => !ShellText.IsShell(code)) : [])
            {
                AddAnnounced(code);
            }
        }
    }

    // "Escalation path:" in a fence, and numbered lines below it
    private void AddAnnounced(CodeBlock code)
    {
        string[] lines = code.TextLines;
        int lead = Array.FindIndex(lines, line => PathLead().IsMatch(line));
        (SectionTitle Title, int At)[] path = lead < 0 ? [] : [.. lines.Select((line, i) => (Title: SectionTitle.Parse(line), At: i)).Skip(lead + 1).TakeWhile(line => line.Title.Ordinal is not null)];
        if (path.Length >= 2)
        {
            _levels.AddRange(path.Select(line => new Draft(LevelName(line.Title.NameWithoutRemarks), string.Join(' ', line.Title.Remarks), TimeIn([line.Title.Name]), code.Line + 1 + line.At)));
            context.Ledger.Take(code);
        }
    }

    [GeneratedRegex(@"\bescalat(?:ion|e)\b.{0,24}\b(?:order|path|chain|sequence)\s*:\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PathLead();
}
