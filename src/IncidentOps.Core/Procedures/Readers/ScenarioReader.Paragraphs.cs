using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Scenarios that are told in a paragraph each: "**Pool is full.** Symptom: all wait. Restart the server."</content>
internal sealed partial class ScenarioReader
{
    private void AddToldInParagraphs(GuideSection section, List<Scenario> found)
    {
        TextBlock[] told = section.Sections.Count > 0 ? [] : [.. section.Blocks.OfType<TextBlock>().Where(text => text is { Quoted: false, Lines: [{ Bold.Length: > 3, Label: not null, Value.Length: > 0 }, ..] })];
        if (told.Length < 2 || !section.Blocks.TrueForAll(block => block is TextBlock))
        {
            return;
        }

        foreach (TextBlock text in told)
        {
            context.Ledger.Take(text);
            List<string> symptoms = [];
            List<string> remarks = [];
            ScenarioSteps steps = new(context);
            foreach (string sentence in SentenceEnd().Split(string.Join(' ', text.Lines.Skip(1).Select(line => line.Text).Prepend(text.Lines[0].Value))))
            {
                TextLine line = new(sentence, text.Line);
                if (line is { Label: not null, Value.Length: > 0 } && FieldOf(line.Label) is GuideField.Symptom)
                {
                    symptoms.AddRange(ExampleText.Split(line.Value.TrimEnd('.')));
                }
                else if (Order().IsMatch(sentence))
                {
                    steps.Add(sentence, text.Line, null);
                }
                else
                {
                    remarks.Add(sentence);
                }
            }

            string name = text.Lines[0].Label!;
            found.Add(new Scenario
            {
                Name = SectionTitle.Parse(name).Name,
                Severity = SeverityName.Mentions(name).FirstOrDefault() is { } mention ? FirstSeverity(mention.Value) : null,
                Symptoms = symptoms,
                Remarks = remarks,
                Link = text.Lines.SelectMany(line => line.Links).FirstOrDefault()?.Target,
                Steps = steps.ToList(),
                Line = text.Line,
            });
        }
    }

    // "Stolen key: revoke it. Tell the miller.", most of the items asking for something
    private static bool AsksInEach(ListBlock list) =>
        list.Items.Where(item => item is { Label: not null, Value.Length: > 0 } && !item.Links.Any()).ToArray() is { Length: >= 1 } told
        && told.Length * 2 >= list.Items.Count && told.Count(item => Order().IsMatch(item.Value)) * 2 >= told.Length;

    private static void AddSentences(ListItem item, ScenarioSteps steps) =>
        AddDeeds(SentenceEnd().Split(item.Value).Select(sentence => sentence.TrimEnd('.', ' ')), item.Codes, item.Line, steps);

    // Each deed with the code that is written in it
    private static void AddDeeds(IEnumerable<string> deeds, IEnumerable<string> codes, int line, ScenarioSteps steps)
    {
        foreach (string deed in deeds)
        {
            steps.AddInline(new TextLine(deed, line, 0, [.. codes.Where(code => deed.Contains(code, StringComparison.Ordinal))]));
        }
    }

    // "Means of containment for each case": what is said of each there is what is done.
    private static bool TellsDeeds(GuideSection section) =>
        Fields.Among(section.Heading.NameWithoutRemarks, GuideField.Step) is GuideField.Step || PhaseWords.Meaning(section.Heading.NameWithoutRemarks) is IncidentPhase.Response or IncidentPhase.Resolution;

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[\p{Lu}`/])", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    /// <summary>True for "Restart it": a sentence that begins with what is to be done.</summary>
    internal static bool IsOrder(string sentence) => Order().IsMatch(sentence);

    // What is said to be done, "Short term, restart it" too
    [GeneratedRegex(@"^(?:(?:(?:short|long)[\s-]term|first|then|next|if [^,.]{3,60}),?\s+)?(?:check|restart|verify|confirm|go to|see|roll back|rotate|revoke|disable|enable|stop|start|block|scale|clear|flush|drain|fail over|contact|call|page|notify|open|run|redeploy|increase|reduce|reset|restore|isolate|remove|add|switch|turn|use|inspect|look at|review|purge|kill|wait|raise|lower|pause|resume|re-?run|suspend|fence|preserve|invalidate|treat|reconcile|halt|freeze|deny|throttle|apply|upgrade|downgrade|replace|rebuild|recover|retry|replay|escalate|inform|tell|ask|engage|assign|declare|collect|capture|save|back up|fall back|put|redirect|renew|re-?issue|regenerate|deploy|undo|unplug|pull|shut|ban|quarantine|contain|mitigate|assess|analy[sz]e|identify|determine|investigate|find|compare|validate|execute|trigger|evict|expire|reindex|reload|reconnect|follow|activate|deactivate|close|keep|do not|don['’]t|never|avoid|ensure|make sure|examine|ssh|log in|search|query|look for|list|test|send|post|write|document|record|gather|create|update|delete|clean|migrate|move|patch|reboot|lock|unlock|communicate|prepare|perform|provide|warn|alert|force|change|set|disconnect|free|limit|tune|monitor|watch)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Order();
}
