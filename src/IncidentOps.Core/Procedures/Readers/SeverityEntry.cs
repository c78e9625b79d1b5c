using System.Buffers;
using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>One row, heading or item about one severity (or about several: "SEV1/SEV2").</summary>
internal sealed partial class SeverityEntry(IReadOnlyList<SeverityName> names, int line, object part)
{
    private static readonly GuideField[] LevelFields =
    [
        GuideField.Example, GuideField.Update, GuideField.Acknowledge, GuideField.Response, GuideField.Resolve, GuideField.Definition,
        GuideField.Impact, GuideField.Escalation, GuideField.EscalationTarget, GuideField.PostMortem, GuideField.Label,
    ];

    private static readonly SearchValues<char> LabelStarts = SearchValues.Create("-–—→.;,(|");

    public IReadOnlyList<SeverityName> Names { get; } = names;

    public int Line { get; } = line;

    /// <summary>Label and value pairs, in the order of the text.</summary>
    public List<SeverityValue> Values { get; } = [];

    /// <summary>Further parts of the document that the values came from.</summary>
    public List<object> Parts { get; } = [part];

    /// <summary>What stands below it as a key, until all of it is read.</summary>
    public IReadOnlyList<GuideAttribute> Keyed { get; init; } = [];

    /// <summary>Texts without a label.</summary>
    public List<(string Text, int Line)> Texts { get; } = [];

    /// <summary>True for an item whose label says what its value is.</summary>
    public static bool IsFact(ListItem item) => IsFact(Until(item.Label));

    // "Detection → acknowledgement: 5 minutes": how long until then
    private static string? Until(string? label) =>
        label?.LastIndexOf('→') is > 0 and var arrow ? label[(arrow + 1)..].Trim() : label;

    /// <summary>True for a label that says what its value is.</summary>
    public static bool IsFact(string? label) => Fields.Among(label, LevelFields) != GuideField.None;

    public void AddAttributes(IEnumerable<GuideAttribute> attributes)
    {
        foreach (GuideAttribute attribute in attributes)
        {
            GuideField field = attribute.FieldAmong(LevelFields);
            field = field == GuideField.None && TellsInterval(attribute) ? GuideField.Update : attribute.Label is "When" or "when" && LooseSeverityText.IsTime(attribute.Value) ? GuideField.Response : field;
            if (field == GuideField.None)
            {
                // "What is told:", and below it "Updates: every 30 minutes" among others
                foreach (ListItem told in attribute.Section is null ? [] : attribute.Items.Where(item => Fields.Among(item.Label, GuideField.Update) is GuideField.Update && DurationText.IntervalIn(item.Value) is not null))
                {
                    Values.Add(new SeverityValue(GuideField.Update, told.Value, [], told.Line) { Label = told.Label! });
                    Parts.Add(told);
                }

                continue;
            }

            if (attribute.Value.Length == 0 && field is GuideField.Response && attribute.Items.Count(IsFact) is > 0 and var facts
                && ((facts * 2 >= attribute.Items.Count && (facts >= 2 || facts == attribute.Items.Count)) || attribute.Items.Any(item => Fields.Among(Until(item.Label), GuideField.Acknowledge) is GuideField.Acknowledge)))
            {
                // "Response SLA:" with "Acknowledge: …", "Resolution: …" below
                ILookup<bool, GuideAttribute> below = attribute.Items.ToLookup(IsFact, item => new GuideAttribute(Until(item.Label) ?? string.Empty, item.Value, [.. item.Children], item.Line, item));
                AddAttributes(below[true]);
                AddDetails(below[false]);
                Parts.Add(attribute.Source);
                continue;
            }

            Add(field, attribute);
        }
    }

    /// <summary>Takes what is said of the level and has no place of its own.</summary>
    public void AddDetails(IEnumerable<GuideAttribute> attributes)
    {
        foreach (GuideAttribute attribute in attributes)
        {
            Add(GuideField.None, attribute);
        }
    }

    private void Add(GuideField field, GuideAttribute attribute)
    {
        Values.Add(new SeverityValue(field, attribute.Value, [.. attribute.Items.Select(item => item.Text)], attribute.Line)
        {
            Label = attribute.Label,
            ItemLines = [.. attribute.Items.Select(item => item.Line)],
        });
        Parts.Add(attribute.Source);
        Parts.AddRange(attribute.Items);
        if (attribute.Section is { } section)
        {
            Parts.AddRange(section.Blocks);
        }
    }

    // "Communication: every 30 minutes"
    private static bool TellsInterval(GuideAttribute attribute) =>
        attribute.Items.Count == 0 && attribute.Value.Length <= 40 && DurationText.FindAll(attribute.Value) is [{ Recurring: true }]
        && GuideWords.Sections.Is(attribute.Label, SectionKind.Communication);

    /// <param name="facts">The level.</param>
    /// <param name="source">Where the entry was found.</param>
    /// <param name="adds">True where another place has defined the level already.</param>
    public void AddTo(SeverityFacts facts, SeveritySource source, bool adds)
    {
        bool exemplified = Values.Exists(value => value is { Field: GuideField.Example, Items.Count: > 0 });
        foreach (SeverityValue told in WithExamplesTogether())
        {
            // Beside examples that call themselves so, the list below a definition is part of it.
            SeverityValue value = exemplified && told is { Field: GuideField.Definition, Text.Length: > 0, Items.Count: > 0 } ? told with { Text = told.All, Items = [] } : told;
            bool criteria = value is { Field: GuideField.Definition, Text.Length: 0, Items.Count: >= 2 } && Values.Exists(other => other is { Field: GuideField.Definition, Text.Length: > 0, Items.Count: 0 } && other.Line < value.Line);
            if (criteria || (adds && value is { Field: GuideField.Definition, Items.Count: >= 2 } && facts.IsDefined && source is { About: GuideField.None, Section.Kind: SectionKind.Severities }))
            {
                // "Definition: …" and "Criteria:", a list; "Classification", below the table of the levels, with what each is like
                facts.SuggestExamples(value.Items, LinesOf(value, value.Items));
                continue;
            }

            // Who else speaks of the level may tell what is done for it.
            Set(facts, value.Field is GuideField.Definition && adds && facts.Impact is not null ? value with { Field = GuideField.None } : value);
        }

        foreach ((string text, int at) in Texts)
        {
            SetLoose(facts, text, at, source, adds);
        }
    }

    public void Take(CoverageLedger ledger)
    {
        foreach (object taken in Parts)
        {
            ledger.Take(taken);
        }
    }

    private static void Set(SeverityFacts facts, SeverityValue value)
    {
        if (value.All.Any(char.IsLetterOrDigit) && !TrySet(facts, value))
        {
            facts.AddDetails(value);
        }
    }

    /// <summary>Puts a value where it belongs; false where that place is taken or does not exist.</summary>
    private static bool TrySet(SeverityFacts facts, SeverityValue value)
    {
        (GuideField field, string text, IReadOnlyList<string> items, int line) = value;
        string all = value.All;
        switch (field)
        {
            case GuideField.Definition when facts is { Definition: null, IsDefined: false }:
                // "• All is lost • All is shut", line by line in a cell
                facts.Define(WithoutLabel(facts, items.Count >= 2 && text is ['•' or '·' or '▪' or '-', ..] ? string.Join("; ", items) : text.Length > 0 ? text : all), line);
                IReadOnlyList<string> examples = text.Length == 0 ? [] : items.Count > 0 ? items : ExamplesIn(text);
                facts.SuggestExamples(examples, LinesOf(value, examples));
                return true;
            case GuideField.Impact when facts.Impact is null:
                facts.SetImpact(all, line);
                return true;
            case GuideField.Example when value.Suggested:
                facts.SuggestExamples(items, LinesOf(value, items));
                return true;
            case GuideField.Example:
                return AddExamples(facts, value, items.Count > 0 ? items : [.. ExampleText.Split(text)]);
            case GuideField.Response when TellsOfResolving().IsMatch(all) && LooseSeverityText.IsTime(all):
                facts.Resolve ??= Time(facts, all, line);
                return true;
            case GuideField.Response:
                facts.SetResponse(all, line, value.NamesTime || LooseSeverityText.IsTime(all), value.NamesTime);
                if (!LooseSeverityText.IsTime(all) && !LooseSeverityText.TellsWhen(all) && !DurationText.IsOpenEnded(all) && NamesWhom().IsMatch(all))
                {
                    facts.ResponseAction ??= all;
                }

                return facts.ResponseText == all || facts.ResponseAction == all;
            case GuideField.Acknowledge when facts.Acknowledge is null:
                facts.Acknowledge = Time(facts, all, line);
                return LooseSeverityText.IsTime(all);
            case GuideField.Resolve when facts.Resolve is null:
                facts.Resolve = Time(facts, all, line);
                return LooseSeverityText.IsTime(all);
            case GuideField.Update when facts.UpdateText is null:
                facts.Update ??= DurationText.IntervalIn(all);
                facts.UpdateText = all;
                return true;
            case GuideField.Escalation or GuideField.EscalationTarget or GuideField.After:
                facts.Escalation = facts.Escalation is null ? all : facts.Escalation.Contains(all, StringComparison.Ordinal) ? facts.Escalation : $"{facts.Escalation}; {all}";
                return true;
            case GuideField.Label when facts.Label is null || facts.Label == text:
                facts.Label = text;
                return true;
            case GuideField.PostMortem when facts.PostMortem is null:
                facts.PostMortem = all;
                return true;
            default:
                return false;
        }
    }

    // "Critical - all is lost" in the column of a level that is only called P0
    private static string WithoutLabel(SeverityFacts facts, string text)
    {
        if (facts.Label is not null || !facts.IsCode || SeverityName.TryParse(text, loose: true) is not { IsCode: false, Rest.Length: > 0 } word
            || !LabelMark().IsMatch(text[word.Name.Length..]))
        {
            return text;
        }

        facts.Label = word.Name;
        return word.Rest;
    }

    private static bool AddExamples(SeverityFacts facts, SeverityValue value, IReadOnlyList<string> examples) =>
        facts.TryAddExamples(examples, LinesOf(value, examples));

    private static IEnumerable<int> LinesOf(SeverityValue value, IReadOnlyList<string> items) =>
        items.Select((_, i) => i < value.ItemLines.Count ? value.ItemLines[i] : value.Line);

    private static DurationText? Time(SeverityFacts facts, string text, int line)
    {
        if (DurationText.TryParse(text, out DurationText time))
        {
            return time;
        }

        if (!DurationText.IsOpenEnded(text) && DurationText.MentionsTime(text))
        {
            facts.Unreadable.Add((text, line));
        }

        return null;
    }

    // "SLA: resolve within 30 minutes"
    [GeneratedRegex(@"^\W*(?:resolve[ds]?|resolution|fix(?:ed)?|restored?|recover(?:ed|y)?|behoben|behebung|lösung|résolution|résolu|resolución|resolver|resolução|risoluzione|устранение|решение|解决|解決)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsOfResolving();

    // "All hands, the CTO is called": what is done in place of a time is an escalation only where it says whom.
    [GeneratedRegex(@"\b(?:pag(?:e[drs]?|ing)|call(?:s|ed)?|notif\w+|alert\w*|escalat\w+|inform\w*|on-?call|teams?|lead(?:s|er|ership)?|managers?|c[teis]so?|everyone|everybody|all[ -]hands|war ?room|owners?|engineers?|directors?|executives?|channel|slack|bridge|responders?|commander|staff|bereitschaft|équipe|equipo|equipe)\b|@|担当|值班", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesWhom();

    [GeneratedRegex(@"^\s*[-–—:：]\s", RegexOptions.CultureInvariant)]
    private static partial Regex LabelMark();
}
