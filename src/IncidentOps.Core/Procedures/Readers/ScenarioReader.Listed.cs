using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Scenarios without headings of their own: which lists and tables tell them.</content>
internal sealed partial class ScenarioReader
{
    /// <summary>Among how many scenarios one of the same name is looked for; nobody has written so many.</summary>
    private const int MostKnown = 500;

    /// <summary>Scenarios that are only listed, each perhaps with a link to its document.</summary>
    private void AddListed(GuideSection section, List<Scenario> found)
    {
        if (section.Sections.Exists(part => part.Kind is SectionKind.Scenario) || (section.IsBold && section.Parent!.Sections.Take(MostKnown).Any(other => other is { IsBold: true, Kind: SectionKind.Scenario })))
        {
            return;
        }

        if (found.Exists(scenario => scenario.Steps.Count > 0) && PointsElsewhere(section))
        {
            section.Kind = SectionKind.Tools;
            return;
        }

        // "Mitigation playbook", and what to try one after the other: that is the scenario itself.
        if (section.Blocks.OfType<ListBlock>().ToArray() is [{ Ordered: true, HasBoxes: false, Items.Count: >= 2 } tried] && OneOf().IsMatch(section.Heading.NameWithoutRemarks) && tried.Items.All(item => !BeginsWithLink(item)))
        {
            found.Add(FromSection(section));
            return;
        }

        if (AddConditions(section, found))
        {
            return;
        }

        AddToldInParagraphs(section, found);
        bool deeds = TellsDeeds(section);
        foreach (ListBlock list in section.Blocks.OfType<ListBlock>().Where(list => !list.HasBoxes && !IsAboutScenarios(section, list)))
        {
            bool asked = !deeds && AsksInEach(list);
            foreach (ListItem item in list.Items.Where(item => item.Text.Length > 0))
            {
                if (list.Ordered && FromFence(section, item) is { } told)
                {
                    context.Ledger.Take(list);
                    found.Add(told);
                    continue;
                }

                ScenarioSteps steps = new(context);
                List<string> symptoms = [];
                List<string> remarks = [];
                bool labelled = item is { Label: not null, Value.Length: > 0 };
                if (deeds && labelled && DeedsIn(item.Value) is { Length: >= 2 } several)
                {
                    context.Ledger.Take(item);
                    AddDeeds(several, item.Codes, item.Line, steps);
                }
                else if (deeds && labelled)
                {
                    steps.AddLabelled(item);
                }
                else if (asked && labelled)
                {
                    AddSentences(item, steps);
                }

                if (item.Blocks is not [ListBlock parts] || !AddParts(parts, symptoms, remarks, steps))
                {
                    steps.AddNested(item.Blocks);
                }

                context.Ledger.Take(item);
                context.Ledger.Take(list);
                found.Add(new Scenario
                {
                    Name = item.Bold?.TrimEnd(':') ?? item.Label ?? (item.Links.FirstOrDefault()?.Text is { Length: > 0 } linked && item.Text.StartsWith(linked, StringComparison.Ordinal) ? linked : FirstSentence(item.Text)),
                    Link = item.Links.FirstOrDefault()?.Target ?? item.Codes.FirstOrDefault(code => PageName().IsMatch(code)),
                    Symptoms = symptoms,
                    Remarks = !deeds && !asked && item is { Label: not null, Value.Length: > 0 } && item.Links.FirstOrDefault()?.Text != item.Value ? [item.Value, .. remarks] : remarks,
                    Steps = steps.ToList(),
                    Line = item.Line,
                });
            }
        }

        foreach (TableBlock table in section.Blocks.OfType<TableBlock>().Where(table => !SortsExamples(table)))
        {
            AddRows(table, found, IsCounted(table) ? 1 : 0);
        }
    }

    // "Incident types", and their bare names
    private static bool ListsKinds(GuideSection section) =>
        KindsTitle().IsMatch(section.Heading.NameWithoutRemarks) && section is { Sections.Count: 0, Blocks: [.., ListBlock { HasBoxes: false } list] } && section.Blocks.TrueForAll(block => block == list || block is TextBlock)
        && list.Items.All(item => item is { Label: null, Blocks.Count: 0, Text.Length: <= 80 } && !item.Links.Any());

    [GeneratedRegex(@"^(?:types|kinds|categories|classes) of (?:\w+ )?(?:incidents?|events?)$|^(?:\w+ )?(?:incident|event) (?:types?|kinds?|categories|classes)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KindsTitle();

    // "Quick reference", a table of what stands below
    private static bool SumsUp(GuideSection section) =>
        section is { IsBold: false, Sections.Count: 0 } && Summary().IsMatch(section.Heading.NameWithoutRemarks) && section.Blocks.TrueForAll(block => block is TableBlock or TextBlock);

    [GeneratedRegex(@"^(?:quick (?:reference|guide|index|fix(?:es)?|look-?up)|(?:runbook |playbook |incident )?(?:index|summary|overview|cheat ?sheet)|at a glance|tl;?dr)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Summary();

    // "Symptoms: …" and "Response", with the steps below it: the parts of a case, one by one. Nothing is taken where others stand among them.
    private bool AddParts(ListBlock parts, List<string> symptoms, List<string> remarks, ScenarioSteps steps)
    {
        (ListItem Item, GuideField Field)[] told = [.. parts.Items.Select(item => (item, FieldOf(item.Label ?? item.Text)))];
        if (parts.HasBoxes || !Array.Exists(told, part => part.Field is GuideField.Step) || Array.Exists(told, part => part.Field is GuideField.None || (part.Item.Value.Length == 0 && part.Item.Blocks.Count == 0)))
        {
            return false;
        }

        context.Ledger.Take(parts);
        foreach ((ListItem item, GuideField field) in told)
        {
            if (field is not GuideField.Step)
            {
                context.Ledger.TakeAll(item);
                (field is GuideField.Symptom ? symptoms : remarks).AddRange(ToldBy(item));
            }
            else if (item.Blocks.Count == 0)
            {
                AddDeeds(DeedsIn(item.Value), item.Codes, item.Line, steps);
                context.Ledger.TakeAll(item);
            }
            else
            {
                context.Ledger.Take(item);
                steps.AddNested(item.Blocks);
            }
        }

        return true;
    }

    // "A runbook should include:", "Examples include:", and then bare words
    private static bool IsAboutScenarios(GuideSection section, ListBlock list) =>
        section.Blocks.IndexOf(list) is > 0 and var at && section.Blocks[at - 1] is TextBlock lead && AboutLead().IsMatch(lead.Text)
        && list.Items.All(item => item.Blocks.Count == 0 && !item.Links.Any());

    // "#", and a number in each row: the name stands beside it.
    internal static bool IsCounted(TableBlock table) =>
        table.Header is { Cells: { Count: >= 2 } heads } && CountHead().IsMatch(heads[0].Text) && table.Rows.All(row => row.Cell(0).Text.Length <= 6);

    [GeneratedRegex(@"^(?:#|№|nr\.?|no\.?|n[º°]|num(?:ber)?|id|番号|序号|번호|)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountHead();

    // "Category | Examples": kinds of incidents, and nothing of what is done
    private static bool SortsExamples(TableBlock table) =>
        table.Header is { Cells: [var kind, var examples] } && SortHead().IsMatch(kind.Text) && GuideWords.Fields.Is(examples.Text, GuideField.Example);

    [GeneratedRegex(@"^(?:(?:incident )?(?:categor(?:y|ies)|class(?:es)?|types?|kinds?)|type d'incident|catégorie|categoría|categoria|kategorie|art|tipo|类别|类型|分类|種別|분류|유형|категория|тип)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SortHead();

    // "Scenario | Immediate action", wherever it stands.
    private void AddTables(GuideSection section, List<Scenario> found, bool troubles = false)
    {
        foreach (TableBlock index in section.Blocks.OfType<TableBlock>().Where(IsIndex))
        {
            AddRows(index, found, named: 1);
        }

        // "# | Type / description | Initial response"
        foreach (TableBlock table in section.Blocks.OfType<TableBlock>().Where(table => IsCounted(table) && table is { Rows.Count: >= 2, Header.Cells: { Count: >= 3 } heads } && DescribedHead().IsMatch(heads[1].Text) && heads.Skip(2).Any(cell => ResponseHead().IsMatch(cell.Text))))
        {
            AddRows(table, found, named: 1);
        }

        foreach (TableBlock table in section.Blocks.OfType<TableBlock>().Where(table => !IsIndex(table) && table is { Header.Cells: [var first, _, ..] } && (NamesScenarios(first.Text) || TellsSignsAndDeeds(table) || TellsTroublesAndDeeds(table) || (troubles && table.Rows.Count >= 2 && NamesTroubles().IsMatch(first.Text)))))
        {
            if (Fields.OfColumns([.. table.Header!.Cells.Select(cell => cell.Text)], GuideField.Step).Contains(GuideField.Step) || TellsTroublesAndDeeds(table))
            {
                AddRows(table, found);
            }
        }
    }

    [GeneratedRegex(@"^(?:(?:incident |attack |threat )?type|incident|threat|attack)s?(?:\s*(?:/|and|&)\s*description)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DescribedHead();

    [GeneratedRegex(@"^(?:initial |immediate |first |typical |minimum )*(?:responses?|actions?|steps)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ResponseHead();

    /// <summary>True for "Type | Description | Severity": which kinds there are, and nothing of what is done.</summary>
    internal static bool ListsTypes(TableBlock table) =>
        table.Header is { Cells: { Count: >= 2 } heads } && SortHead().IsMatch(heads[0].Text) && heads.Skip(1).All(cell => Fields.Among(cell.Text, GuideField.Definition, GuideField.Severity, GuideField.Example) is not GuideField.None);

    // "Factor | Pay | Do not pay": what speaks for the one and for the other
    private static bool Compares(TableBlock table) =>
        table.Header is { Cells: { Count: >= 3 } heads } && CompareHead().IsMatch(heads[0].Text) && !heads.Any(cell => GuideWords.Fields.Find(cell.Text).Any(match => match is { Whole: true, Meaning: GuideField.Step or GuideField.Task }));

    [GeneratedRegex(@"^(?:(?:decision )?factors?|criteri(?:on|a)|considerations?|aspects?|options?|pros|metrics?|kriterium|critère|criterio|critério)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CompareHead();

    // "Playbook | Attack type | Severity | Link", each row with the document that tells what to do
    private static bool IsIndex(TableBlock table) =>
        table is { Rows.Count: >= 2, Header.Cells: { Count: >= 3 } heads } && heads[0].Text.EndsWith("book", StringComparison.OrdinalIgnoreCase) && CaseHead().IsMatch(heads[1].Text)
        && table.Rows.All(row => row.Cells.Any(cell => cell.Links.Count > 0));

    [GeneratedRegex(@"^(?:(?:attack|incident|threat|failure|problem) (?:type|class|category)|type of (?:attack|incident|threat)|incident|scenario|attack|threat|failure|problem)s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CaseHead();

    // "Incident | Symptoms | Containment | Recovery"
    private static bool TellsSignsAndDeeds(TableBlock table) =>
        table is { Rows.Count: >= 2, Header.Cells: { Count: >= 3 } heads } && IncidentHead().IsMatch(heads[0].Text)
        && Fields.OfColumns([.. heads.Select(cell => cell.Text)], GuideField.Symptom, GuideField.Step) is var fields && fields.Contains(GuideField.Symptom) && fields.Contains(GuideField.Step);

    /// <summary>True for "Threat | Containment action", with what is done about each.</summary>
    internal static bool TellsThreatsAndDeeds(TableBlock table) =>
        table is { Rows.Count: >= 2, Header.Cells: { Count: >= 2 } heads } && (IncidentHead().IsMatch(heads[0].Text) || CaseHead().IsMatch(heads[0].Text)) && heads.Skip(1).Any(cell => !NoDeedHead().IsMatch(cell.Text) && DeedHead().IsMatch(cell.Text));

    // The same wherever it stands, where most rows are about troubles
    private static bool TellsTroublesAndDeeds(TableBlock table) =>
        table.Header is { Cells.Count: 2 } && TellsThreatsAndDeeds(table) && table.Rows.Count(row => SectionClassifier.TellsOfTrouble(row.Cell(0).Text)) * 2 > table.Rows.Count;

    [GeneratedRegex(@"\b(?:actions?|steps?|response|containment|mitigation|remediation|fix|(?:first|immediate|next) move)$|^(?:maßnahmen?|mesures?|medidas?|acci[óo]n(?:es)? inmediatas?|aç(?:ão|ões) imediatas?|actions? immédiates?|premier geste|sofortmaßnahmen?|primeira ação|primera acción)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeedHead();

    [GeneratedRegex(@"^(?:incidents?|(?:(?:common|known|incident|failure|error) )*patterns?|failure modes?|incident types?|types? of incident|type|case|situation|problems?|failures?|troubles?|issues?|threats?|outages?|vorfall|incidente|tipo|tipo de incidente|type d'incident|situación|situação|инцидент)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IncidentHead();

    // Who is told is no step of the repair.
    [GeneratedRegex(@"^(?:escalat|notif|communicat|prevent|owner|responsib|team|who)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoDeedHead();

    // "Symptom | Fix", where it is about nothing else
    [GeneratedRegex(@"^(?:(?:common |known )?(?:symptoms?|problems?|issues?|errors?|failures?|alerts?)|störung(?:en)?|fehler|problem|symptom|síntomas?|sintomas?|problemas?|erros?|errores|symptômes?|problèmes?|erreurs?|症状|問題|问题|现象|故障|симптом|проблема)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesTroubles();

    private static bool NamesScenarios(string head) =>
        GuideWords.Sections.Is(head, SectionKind.Scenarios) && !head.EndsWith("book", StringComparison.OrdinalIgnoreCase);

    // Bare links, in a guide that tells its scenarios itself, lead to further documents.
    private static bool PointsElsewhere(GuideSection section) =>
        section.Blocks.TrueForAll(block => block is not TableBlock) && section.Blocks.Exists(block => block is ListBlock)
        && section.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).All(item => item.Blocks.Count == 0 && item.Links.FirstOrDefault() is { } link && link.Text == item.Text);

    // "Take the key back; change the lock; call the guild"
    private static string[] DeedsIn(string text) =>
        text.Split("; ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: >= 2 } deeds && Array.TrueForAll(deeds, deed => deed.Length >= 4 && deed.AsSpan().Count('(') == deed.AsSpan().Count(')') && deed.AsSpan().Count('`') % 2 == 0) ? deeds : SentenceEnd().Split(text) is { Length: >= 2 } sentences && Array.TrueForAll(sentences, sentence => sentence.AsSpan().Count(' ') >= 2) ? [.. sentences.Select(sentence => sentence.TrimEnd('.', ' '))] : [text];

    // An entry that is nothing but where to read on, or begins with it
    private static bool BeginsWithLink(ListItem item) => item.Links.FirstOrDefault() is { } link && item.Text.StartsWith(link.Text, StringComparison.Ordinal);

    private static string FirstSentence(string text)
    {
        int stop = text.IndexOf(". ", StringComparison.Ordinal);
        return stop > 0 ? text[..stop] : text.TrimEnd('.');
    }

    // "`refunds.md`"
    [GeneratedRegex(@"^[\w./-]{1,120}\.(?:md|mdx|rst|adoc|html)$", RegexOptions.CultureInvariant)]
    private static partial Regex PageName();

    [GeneratedRegex(@"\b(?:playbook|runbook)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OneOf();
}
