using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>One row, heading or item about one severity (or about several: "SEV1/SEV2").</summary>
internal sealed class SeverityEntry(IReadOnlyList<SeverityName> names, int line, object part)
{
    private static readonly GuideField[] LevelFields =
    [
        GuideField.Example, GuideField.Update, GuideField.Acknowledge, GuideField.Response, GuideField.Resolve, GuideField.Definition,
        GuideField.Impact, GuideField.Escalation, GuideField.EscalationTarget, GuideField.PostMortem, GuideField.Label,
    ];

    public IReadOnlyList<SeverityName> Names { get; } = names;

    public int Line { get; } = line;

    /// <summary>Label and value pairs, in the order of the text.</summary>
    public List<(GuideField Field, string Text, IReadOnlyList<string> Items, int Line)> Values { get; } = [];

    /// <summary>Further parts of the document that the values came from.</summary>
    public List<object> Parts { get; } = [part];

    /// <summary>Texts without a label.</summary>
    public List<(string Text, int Line)> Texts { get; } = [];

    public void AddAttributes(IEnumerable<GuideAttribute> attributes)
    {
        foreach (GuideAttribute attribute in attributes)
        {
            GuideField field = attribute.FieldAmong(LevelFields);
            if (field == GuideField.None)
            {
                continue;
            }

            Values.Add((field, attribute.Value, [.. attribute.Items.Select(item => item.Text)], attribute.Line));
            Parts.Add(attribute.Source);
            Parts.AddRange(attribute.Items);
            if (attribute.Section is { } section)
            {
                Parts.AddRange(section.Blocks);
            }
        }
    }

    public void AddTo(SeverityFacts facts, SeveritySource source)
    {
        // A time in the heading or the name itself: "P1 - Critical (Response Time: 15 minutes)".
        foreach ((GuideField field, string text, IReadOnlyList<string> items, int at) in Values)
        {
            Set(facts, field, text, items, at);
        }

        foreach ((string text, int at) in Texts)
        {
            SetLoose(facts, text, at, source);
        }
    }

    public void Take(CoverageLedger ledger)
    {
        foreach (object taken in Parts)
        {
            ledger.Take(taken);
        }
    }

    private static void Set(SeverityFacts facts, GuideField field, string text, IReadOnlyList<string> items, int line)
    {
        string all = items.Count == 0 ? text : text.Length == 0 ? string.Join("; ", items) : $"{text} {string.Join("; ", items)}";
        if (all.Length == 0)
        {
            return;
        }

        switch (field)
        {
            case GuideField.Definition:
                facts.Definition ??= text.Length > 0 ? text : all;
                if (text.Length > 0 && facts.Examples.Count == 0)
                {
                    facts.Examples.AddRange(items);
                }

                break;
            case GuideField.Impact:
                facts.Impact ??= all;
                break;
            case GuideField.Example when facts.Examples.Count == 0:
                facts.Examples.AddRange(items.Count > 0 ? items : ExampleText.Split(text));
                break;
            case GuideField.Response:
                facts.SetResponse(all, line);
                if (!DurationText.TryParse(all, out _))
                {
                    facts.Escalation ??= all;
                }

                break;
            case GuideField.Acknowledge:
                facts.Acknowledge ??= Time(facts, all, line);
                break;
            case GuideField.Resolve:
                facts.Resolve ??= Time(facts, all, line);
                break;
            case GuideField.Update:
                facts.Update ??= DurationText.TryParse(all, out DurationText update) ? update : null;
                break;
            case GuideField.Escalation or GuideField.EscalationTarget or GuideField.After:
                facts.Escalation = facts.Escalation is null ? all : facts.Escalation.Contains(all, StringComparison.Ordinal) ? facts.Escalation : $"{facts.Escalation}; {all}";
                break;
            case GuideField.Label:
                facts.Label ??= text;
                break;
            default:
                break;
        }
    }

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

    private static void SetLoose(SeverityFacts facts, string text, int line, SeveritySource source)
    {
        switch (source.About)
        {
            case GuideField.Response:
                facts.SetResponse(text, line);
                return;
            case GuideField.Update:
                facts.Update ??= DurationText.TryParse(text, out DurationText update) ? update : null;
                return;
            case GuideField.Acknowledge:
                facts.Acknowledge ??= DurationText.TryParse(text, out DurationText acknowledge) ? acknowledge : null;
                return;
            case GuideField.Resolve:
                facts.Resolve ??= DurationText.TryParse(text, out DurationText resolve) ? resolve : null;
                return;
            case GuideField.Escalation:
                facts.Escalation ??= text;
                return;
            default:
                break;
        }

        if (!source.Defines)
        {
            return;
        }

        LooseSeverityText loose = LooseSeverityText.Parse(text);
        foreach ((GuideField field, string value) in loose.Times)
        {
            if (field == GuideField.Response)
            {
                facts.SetResponse(value, line, strong: false);
            }
            else
            {
                Set(facts, field, value, [], line);
            }
        }

        if (loose.Definition.Length > 0)
        {
            facts.Definition ??= loose.Definition;
        }
    }
}
