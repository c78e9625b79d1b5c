using System.Globalization;
using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>The marks and words of scenarios.</content>
internal sealed partial class ScenarioReader
{
    private static GuideField FieldOf(string? label) =>
        ScenarioWords.IsSymptom(label) ? GuideField.Symptom
        : TellsHowLong().IsMatch(label ?? string.Empty) ? GuideField.Cause
        : DeedAndWhy().IsMatch(label ?? string.Empty) ? GuideField.Step
        : ScenarioWords.IsAside(label) || TellsEffect().IsMatch(label ?? string.Empty) ? GuideField.Cause
        : WithRemedy().IsMatch(label ?? string.Empty) || IsCauseAndRemedy(label) ? GuideField.Step
        : GuideWords.Fields.Is(label ?? string.Empty, GuideField.Example) ? GuideField.Symptom
        : DeedLabel().IsMatch(label ?? string.Empty) ? GuideField.Step
        : Fields.Among(label, GuideField.Cause, GuideField.Step);

    // "Average recovery time: 4 hours": what it takes, and nothing to do
    [GeneratedRegex(@"\b(?:recovery|restore|resolution|repair|fix|restoration) (?:time|duration)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsHowLong();

    // "Fix — usual causes": each cause with what is done about it
    [GeneratedRegex(@"^(?:fix(?:es)?|solutions?|remed(?:y|ies)|remediation|resolution|mitigation|repair|behebung|lösung|solución|solução|soluzione|correction)\s*(?:\s[-–—(]|[:：])\s*\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeedAndWhy();

    // "1. Symptoms: …, 2. Diagnosis: …, 3. Action: …"
    private static bool TellsSignsInList(ListBlock list) =>
        list.Ordered && list.Items.All(item => item.Label is not null) && ScenarioWords.IsSymptomOutright(list.Items[0].Label) && list.Items.Count <= 6;

    // "원인 + 조치": why, and what to do about it
    private static bool IsCauseAndRemedy(string? label) =>
        label?.Split(['+', '&', '＋']) is [var cause, var remedy] && Fields.Among(cause, GuideField.Cause) is GuideField.Cause && Fields.Among(remedy, GuideField.Step) is GuideField.Step;

    // "Step 4" in bold, below the heading "Step 3"
    private static bool IsNextStep(GuideSection part, GuideSection step) =>
        OrdinalWords.IsStep(part.Heading.OrdinalWord) && part.Heading.OrdinalWord == step.Heading.OrdinalWord && int.TryParse(step.Heading.Ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out int before) && part.Heading.Ordinal == (before + 1).ToString(CultureInfo.InvariantCulture);

    // "Recover: …", beside "Contain: …"
    [GeneratedRegex(@"^(?:recover|restore|eradicate|remediate|repair|rotate|revoke)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeedOfPart();

    private static bool TellsOnly(GuideSection part) =>
        part.Blocks.TrueForAll(block => block is TextBlock or ListBlock { Ordered: false, HasBoxes: false });

    // "Scenario", "Description": what it is about
    [GeneratedRegex(@"^(?:scenario|description|overview|summary|background|context|szenario|beschreibung|escenario|descripción|cenário|descrição|scénario)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsWhat();

    // "SLA for patches": until when, not what; "Compliance mapping": which rules it follows
    [GeneratedRegex(@"^SLAs?\b|\bSLAs?$|^(?i:(?:compliance|regulatory|control|standards?|framework) (?:mapping|references?))$", RegexOptions.CultureInvariant)]
    private static partial Regex TellsTargets();

    // How it does not happen again, and what the law asks: neither repairs anything.
    [GeneratedRegex(@"^(?:prevention|prevent|preventi(?:ve|on) (?:measures?|steps|actions?)|prevención|prevenção|prévention|vorbeugung|prevenzione|disclosure|(?:legal|regulatory|compliance|notification) (?:requirements?|considerations?|obligations?)|impact|communications?|comms|customer (?:communications?|comms)|(?:recovery|fix) verification|verif(?:y|ication of) (?:the )?(?:recovery|fix)|kommunikation|comunicación|comunicação|comunicazione)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsBeyond();

    // "Quick diagnosis:", in bold, and nothing but commands
    private static bool IsDiagnosis(GuideSection part) =>
        part.IsBold && Diagnosis().IsMatch(part.Heading.NameWithoutRemarks) && part.Blocks.TrueForAll(block => block is CodeBlock or TextBlock) && part.Blocks.Exists(block => block is CodeBlock);

    // "Root cause investigation:", in bold, and dashes, after what is done at once
    private static bool IsInvestigation(GuideSection part) =>
        part.IsBold && Investigation().IsMatch(part.Heading.NameWithoutRemarks) && part.Blocks.TrueForAll(block => block is TextBlock or ListBlock { Ordered: false, HasBoxes: false });

    [GeneratedRegex(@"^(?:root[ -]cause (?:investigation|analysis)|(?:post[ -]incident |long[ -]term )?follow[ -]?up)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Investigation();

    [GeneratedRegex(@"^(?:quick |initial |first )?(?:diagnos(?:is|tics?)|diagnostic (?:commands|steps))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Diagnosis();

    // "Step | Action", and "1", "2", "3" in the rows: these are the steps.
    private static bool CountsSteps(TableBlock table) =>
        table is { Header.Cells: { Count: >= 2 } heads, Rows.Count: >= 2 } && heads.Skip(1).Any(head => Fields.Among(head.Text, GuideField.Step, GuideField.Task) is not GuideField.None)
        && table.Rows.Select((row, i) => row.Cell(0).Text.TrimEnd('.') == (i + 1).ToString(CultureInfo.InvariantCulture)).All(counted => counted);

    // "Numbers to show:", in bold, and a table or dashes, beside such a table
    private static bool TellsBesideSteps(GuideSection part) =>
        part.IsBold && !part.Blocks.Exists(block => block is CodeBlock or ListBlock { Ordered: true } or ListBlock { HasBoxes: true } || (block is TableBlock table && CountsSteps(table)));

    // "Post-incident:", with dashes, behind numbered steps
    private static bool TellsAfterwards(GuideSection part) =>
        part.IsBold && Afterwards().IsMatch(part.Heading.NameWithoutRemarks) && part.Blocks.TrueForAll(block => block is TextBlock or ListBlock { Ordered: false, HasBoxes: false })
        && part.Parent!.Sections.Take(MostKnown).Any(other => other.Line < part.Line && other.Blocks.Exists(block => block is ListBlock { Ordered: true }));

    [GeneratedRegex(@"^(?:post[- ]incident|afterwards?|follow[- ]?up)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Afterwards();

    // "5. …" after "4. …" of the part before it: counted among the steps
    private static bool GoesOn(GuideSection part) => part.Blocks.OfType<ListBlock>().FirstOrDefault() is { Ordered: true, Items: [{ Number: > 1 }, ..] };

    // "Bread lost: …", with how much below, after what is to be done: what it costs
    private static bool TellsLossAfterDeeds(GuideSection section, IReadOnlyList<GuideBlock> blocks, ListBlock list, ScenarioSteps steps) =>
        blocks.TakeWhile(block => block != list).LastOrDefault() is TextBlock { Lines: [.., { Bold: not null, Value.Length: > 0, Label: { } label }] }
        && TellsLoss().IsMatch(label) && (steps.Any || section.Sections.Exists(part => part.Line < list.Line));

    [GeneratedRegex(@"\b(?:loss|lost|impact|downtime|costs?|risks?|RTO|RPO)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsLoss();

    // "Common causes of the leak:", "When to stop:", "Tell the customers if:"
    [GeneratedRegex(@"\b(?:causes|reasons)\b|^when\b|\b(?:if|when)$|^(?:升级|升級|上报|上報|触发|觸發)(?:条件|條件|标准|標準|阈值)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsWhyOrWhen();

    // "What happens then:"
    [GeneratedRegex(@"^what (?:happens|this does|it does|to expect|you will see)\b|^when to\b(?! escalate)|^(?:effects?|consequences)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsEffect();

    [GeneratedRegex(@"^(?:option|method|alternative|variant)\s+(?:[A-Z]|\d{1,2})\s*[:.)–—-]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Option();

    // "Immediate (0-1 hour)", "Short-term": when, and below it what
    [GeneratedRegex(@"^(?:immediate(?:ly)?|(?:short|medium|mid|long)[\s-]term|first (?:hour|day|24 hours)|within (?:an?|\d{1,3}) \w+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Term();

    // What is to be done, said in a word
    [GeneratedRegex(@"^(?:contain|investigate|notify|assess|confirm|restore|communicate|mitigate|resolve|respond|verify|diagnose|debug|fix|do|remediate|recover|isolate|review|escalate)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deed();
}
