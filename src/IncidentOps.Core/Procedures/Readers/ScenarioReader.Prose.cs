using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Scenarios that are told in sentences: "Revoke the key. Tell the miller."</content>
internal sealed partial class ScenarioReader
{
    /// <summary>Beyond it is a story, and no list of deeds.</summary>
    private const int LongestTold = 600;

    /// <summary>The scenario that a section turns out to be once all others are known.</summary>
    public Scenario FromBeside(GuideSection section)
    {
        foreach (GuideSection part in section.SelfAndDescendants)
        {
            part.Kind = SectionKind.Scenario;
        }

        return FromSection(section);
    }

    // Where nothing else says what to do, sentences that ask for something are the steps.
    private void AddTold(GuideSection section, ScenarioSteps steps)
    {
        if (steps.Any || section is not { Sections.Count: 0, Parent.Kind: SectionKind.Scenarios } || !section.Blocks.TrueForAll(block => block is TextBlock { Quoted: false }) || section.Blocks.Cast<TextBlock>().Sum(text => text.Text.Length) > LongestTold)
        {
            return;
        }

        foreach (TextLine line in section.Blocks.Cast<TextBlock>().SelectMany(text => text.Lines).Where(line => line.Links.Count == 0))
        {
            bool deed = line.Label is { } label && FieldOf(label) is GuideField.Step;
            foreach (string sentence in line.Label is null || deed ? Sentences().Split(line.Value) : [])
            {
                if (deed || AsksFor(sentence))
                {
                    steps.AddInline(new TextLine(sentence.TrimEnd('.', ' '), line.Line, 0, [.. line.Codes.Where(code => sentence.Contains(code, StringComparison.Ordinal))]));
                }
            }
        }
    }

    internal static bool AsksFor(string sentence) =>
        sentence.Length > 0 && sentence.Contains(' ', StringComparison.Ordinal) && char.IsLetter(sentence[0]) && !sentence.EndsWith('?') && !Tells().IsMatch(sentence);

    [GeneratedRegex(@"(?<=[.!])\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();

    // "The disk is full", "This happens at night"
    [GeneratedRegex(@"^(?:the|this|that|these|those|it|its|we|they|you|he|she|there|an?|our|all|any|some|most|many|if|when|while|as|in|at|on|by|for|see|usually|often|sometimes|der|die|das|ein|eine|es|wir|wenn|le|la|les|l['’]|un|une|il|elle|nous|si|el|los|las|una|o|os|uma|se|i|gli|lo)\b|^\S+(?:\s\S+){0,4}\s(?:is|are|was|were|has|have|had|may|can|could|must|will|would|should|occurs?|happens?|means?|ist|sind|wird|est|sont|es|son|está|é|são)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tells();

    // "Action: clean the logs"
    [GeneratedRegex(@"^what (?:\w+ ){1,4}(?:should|must|has to|have to|needs? to) do$|^(?:first action|then|next|otherwise|if (?:that|this|it) (?:fails|does not help|is not enough|persists)|action|remedy|do this|aktion|acción|ação|azione|действие)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeedLabel();

    [GeneratedRegex(@"^(?:meaning|what (?:it|this) means|summary|bedeutung|signification|significado|significato)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsMeaning();

    private string? AddText(TextBlock text, string? group, List<string> symptoms, List<string> remarks, ScenarioSteps steps, ref string? severity)
    {
        string? open = null;
        foreach (TextLine line in text.Lines)
        {
            if (line.Bold is { } bold && SectionTitle.Parse(bold) is { Ordinal: not null, OrdinalWord: { } word, Name.Length: > 0 } step && OrdinalWords.IsStep(word) && line.Text.StartsWith(bold, StringComparison.Ordinal))
            {
                // "**Step 1: Leave it alone.** It mends itself."
                steps.Add(step.Name, line.Line, null);
                steps.Continue(new TextLine(line.Text[bold.Length..].Trim(), line.Line));
                continue;
            }

            if (line.Label is null)
            {
                steps.Continue(line);
                continue;
            }

            GuideField field = FieldOf(line.Label);
            if (line.Value.Length == 0)
            {
                open = line.Label;
            }
            else if ((IsSeverityLabel(line.Label) || (Fields.Among(line.Label, GuideField.Impact) is GuideField.Impact && SeverityName.TryParse(line.Value, loose: false) is { IsCode: true })) && FirstSeverity(line.Value) is { } told)
            {
                severity ??= told;
            }
            else if (field == GuideField.Symptom)
            {
                symptoms.AddRange(ExampleText.Split(line.Value));
            }
            else if (line.Label.EndsWith("time", StringComparison.OrdinalIgnoreCase) || (field == GuideField.Step && LooseSeverityText.IsTime(line.Value)))
            {
                remarks.Add(line.Text);
            }
            else if (field == GuideField.Step && (group is null || (line != text.Lines[0] && FieldOf(group) is GuideField.Step)) && line.Bold is not null && !TellsWhom(line.Label))
            {
                steps.AddInline(line);
            }
            else if (TellsMeaning().IsMatch(line.Label))
            {
                remarks.Add(line.Text);
            }
        }

        return open;
    }
}
