using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Texts without a label.</content>
internal sealed partial class SeverityEntry
{
    private static void SetLoose(SeverityFacts facts, string text, int line, SeveritySource source, bool adds)
    {
        switch (source.About)
        {
            case GuideField.Response:
                SetResponse(facts, text, line, strong: true);
                return;
            case GuideField.Update or GuideField.Acknowledge or GuideField.Resolve or GuideField.Escalation:
                Set(facts, new SeverityValue(source.About, text, [], line));
                return;
            case GuideField.Example when facts.Definition is not null && facts.Examples.Count == 0:
                Set(facts, new SeverityValue(source.About, text, [], line));
                return;
            default:
                break;
        }

        // "Provide hourly updates", in a list of what is done, is left to the reader of intervals.
        if (!source.Defines || (adds && source.Section.Kind is not SectionKind.Severities && DurationText.FindAll(text) is { Count: > 0 } times && times.All(time => time.Recurring)))
        {
            facts.AddDetails(new SeverityValue(GuideField.None, text, [], line));
            return;
        }

        LooseSeverityText loose = LooseSeverityText.Parse(text);
        foreach ((GuideField field, string value) in loose.Times)
        {
            if (field == GuideField.Response)
            {
                SetResponse(facts, value, line, NamesTime(text, value));
            }
            else
            {
                Set(facts, new SeverityValue(field, value, [], line));
            }
        }

        if (loose.Definition.Length > 0)
        {
            Set(facts, new SeverityValue(GuideField.Definition, loose.Definition, [], line));
        }
    }

    // "High - response time: 15 minutes"
    private static bool NamesTime(string text, string time)
    {
        string before = text[..Math.Max(0, text.IndexOf(time, StringComparison.Ordinal))].TrimEnd();
        return before is [.., ':' or '：'] && new SeverityValue(GuideField.Response, time, [], 0) { Label = before[(before.AsSpan().LastIndexOfAny(LabelStarts) + 1)..] }.NamesTime;
    }

    // What is said beside the time is kept.
    private static void SetResponse(SeverityFacts facts, string text, int line, bool strong)
    {
        facts.SetResponse(text, line, strong);
        if (facts.ResponseText != text)
        {
            facts.AddDetails(new SeverityValue(GuideField.None, text, [], line));
        }
    }
}
