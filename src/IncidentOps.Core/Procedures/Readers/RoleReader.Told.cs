using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Roles that sentences name: who is appointed, who takes charge, who is responsible for what.</content>
internal sealed partial class RoleReader
{
    private const int LongestTold = 1500;

    // A name as names are written, or one of those that are written small
    private const string Who =
        @"[""“*]?(?<who>\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){1,2}|(?i:(?:incident|response|communications?|technical|operations|duty|security|support) (?:lead|leader|commander|manager|coordinator|officer|liaison|owner)|communicator|scribe|note[- ]taker|spokesperson)(?![\p{L}-]))";

    private void AddTold(List<ResponseRole> found)
    {
        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind is SectionKind.Phase or SectionKind.Workflow or SectionKind.Roles or SectionKind.Checklist or SectionKind.Unknown or SectionKind.Escalation))
        {
            for (int i = 0; i < section.Blocks.Count; i++)
            {
                if (section.Blocks[i] is ListBlock list)
                {
                    foreach (ListItem item in list.AllItems)
                    {
                        AddTold(item.Text, item.Line, [], found);
                    }
                }
                else if (section.Blocks[i] is TextBlock { Quoted: false } text)
                {
                    // "The oven lead is responsible for:", and below it what for
                    AddTold(text.Text, text.Line, text.Text.EndsWith(':') && i + 1 < section.Blocks.Count && section.Blocks[i + 1] is ListBlock duties ? [.. duties.Items.Select(item => item.Text)] : [], found);
                }
            }
        }
    }

    private static void AddTold(string text, int line, string[] duties, List<ResponseRole> found)
    {
        if (text.Length > LongestTold)
        {
            return;
        }

        foreach (Match told in Appointing().Matches(text).Concat(TakingCharge().Matches(text)).Concat(Abbreviated().Matches(text)))
        {
            string name = told.Groups["who"].Value;
            if (IsName(name) && (RoleNoun().IsMatch(name) || char.IsLower(name[0])) && !found.Exists(role => string.Equals(role.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                found.Add(new ResponseRole { Name = name, Duties = duties.Length > 0 ? duties : [text], Line = line });
            }
        }
    }

    // "Assign a Watch Officer", "… should appoint a scribe", "Page an Oven Lead"
    [GeneratedRegex(@"(?:^|[.,;:] |\b(?:should|must|will|to|and|then) )(?i:(?:assign|appoint|designate|identify|name|choose|select|nominate)(?: an?| the| one)?|page an?) " + Who, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Appointing();

    // "… becomes the first Oven Lead", "The Oven Lead is in charge"
    [GeneratedRegex(@"\b(?:becomes|is|acts as|serves as) the (?:initial |first )?" + Who + @"(?=[""”*]|[\s.,;:]|$)|(?<=^|[.!] )(?:The )?" + Who + @"[""”*]? (?:is|are) (?:in charge|responsible for|accountable for)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TakingCharge();

    // "Oven Lead (OL): whoever comes first"
    [GeneratedRegex(@"^(?!(?:Assign|Appoint|Designate|Identify|Name|Choose|Select|Nominate|Page|Notify|Call|Contact|Inform)\s)(?<who>\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){1,2} \([A-Z]{1,4}\))\s*[:–—-]\s*\S", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Abbreviated();
}
