using IncidentOps.Core.Notifications.Templates;
using IncidentOps.Core.Notifications.Writing;

namespace IncidentOps.Core.Notifications.Filling;

/// <summary>Lists whose items have several blanks: timelines, and what is to be done by whom.</summary>
internal sealed partial class TemplateFiller
{
    private enum RowKind
    {
        None,

        /// <summary>"- [Time]: [Action taken]".</summary>
        News,

        /// <summary>"- [Action item] - Owner: [Name] - Due: [Date]".</summary>
        NextStep,
    }

    /// <summary>The number of such lines in a row.</summary>
    private int RowsFrom(IReadOnlyList<TemplateLine> lines, int index)
    {
        RowKind kind = KindOf(lines[index]);
        int count = 0;
        while (kind != RowKind.None && index + count < lines.Count && KindOf(lines[index + count]) == kind)
        {
            count++;
        }

        return count;
    }

    private void FillRows(IReadOnlyList<TemplateLine> places, List<MessageLine> filled)
    {
        if (KindOf(places[0]) == RowKind.News)
        {
            for (int index = 0; index < facts.Story.Count; index++)
            {
                NewsItem item = facts.Story[index];
                Add(Place(places, index, filled), blank => Meaning(blank).Field.Kind() == MessageFieldKind.Time
                    ? (MomentText.Of(Fact.At(item.At, near: true), blank, clock, asOf), true)
                    : (Cut(item.Text), true), filled);
            }

            return;
        }

        TemplateBlank step = places[0].Blanks.First();
        Fact steps = Resolve(step);
        if (!steps.IsKnown)
        {
            // Who does nothing yet, and by when, goes without saying.
            Add(places[0] with { Spans = [.. places[0].Spans.Where(span => span.Blank == step)] }, _ => (Text(steps, step), false), filled);
            return;
        }

        for (int index = 0; index < Math.Min(steps.Items.Count, MostItems); index++)
        {
            string text = Cut(steps.Items[index]);
            Add(Place(places, index, filled), blank => Meaning(blank).Field switch
            {
                MessageField.NextSteps => (text, true),
                var field when field.Kind() == MessageFieldKind.Person => (facts.Words[MessagePhrase.NobodyYet], false),
                var field when field.Kind() == MessageFieldKind.Time => (facts.Words[MessagePhrase.NoDateYet], false),
                _ => (facts.Words[MessagePhrase.NotKnownYet], false),
            }, filled);
        }
    }

    private RowKind KindOf(TemplateLine line)
    {
        if (line.Marker.Length == 0 || line.Blanks.Take(2).Count() < 2 || line.Blanks.Any(blank => given.For(blank, MessageField.None) is not null))
        {
            return RowKind.None;
        }

        MessageField first = Meaning(line.Blanks.First()).Field;
        return first == MessageField.NextSteps ? RowKind.NextStep
            : first == MessageField.AnyTime && line.Blanks.Skip(1).All(blank => Meaning(blank).Field.Kind() == MessageFieldKind.Prose) ? RowKind.News
            : RowKind.None;
    }
}
