using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Roles in a fence, as YAML or like it: a key for each, and below it what the role does.</content>
internal sealed partial class RoleReader
{
    /// <summary>The keys as far left as can be, each with the lines below it.</summary>
    internal static List<(TextLine Key, List<TextLine> Facts)> Keyed(CodeBlock code)
    {
        List<(TextLine Key, List<TextLine> Facts)> keyed = [];
        string[] lines = code.TextLines;
        for (int i = 0; i < lines.Length; i++)
        {
            TextLine line = new(lines[i].Trim().TrimStart('-', ' '), code.Line + 1 + i);
            if (lines[i].Length > 0 && char.IsLetter(lines[i][0]) && lines[i].TrimEnd().EndsWith(':'))
            {
                keyed.Add((line, []));
            }
            else if (keyed.Count > 0 && line.Text.Length > 0)
            {
                keyed[^1].Facts.Add(line);
            }
        }

        return keyed;
    }

    private bool AddFenced(CodeBlock code, List<ResponseRole> found)
    {
        List<(TextLine Key, List<TextLine> Facts)> roles = Keyed(code);
        if (ShellText.IsShell(code) || roles.Count < 2 || roles.Count(role => role.Facts.Exists(TellsOfRole)) * 2 < roles.Count)
        {
            return false;
        }

        context.Ledger.Take(code);
        found.AddRange(roles.Select(role => new ResponseRole
        {
            Name = role.Key.Text.TrimEnd(':').Trim('"', '\''),
            Holder = role.Facts.Where(fact => Fields.Among(fact.Label, GuideField.Person) is GuideField.Person).Select(fact => ContactReader.Filled(fact.Value)).FirstOrDefault(),
            Duties = [.. role.Facts.Where(fact => !fact.Text.EndsWith(':')).Select(fact => fact.Text)],
            Line = role.Key.Line,
        }));
        return true;
    }

    private static bool TellsOfRole(TextLine fact) =>
        Fields.Among(fact.Label, GuideField.Duty, GuideField.Role, GuideField.Backup) is not GuideField.None;
}
