using System.Globalization;
using IncidentOps.Core.Notifications.Templates;
using IncidentOps.Core.Notifications.Writing;
using IncidentOps.Core.Text;

namespace IncidentOps.Core.Notifications.Filling;

/// <summary>Fills a template's blanks, and keeps which of them could not be.</summary>
/// <param name="facts">What the incident knows.</param>
/// <param name="given">What the user gives.</param>
/// <param name="clock">The organisation's clock.</param>
/// <param name="asOf">The message's moment.</param>
internal sealed partial class TemplateFiller(IncidentFacts facts, GivenValues given, ZonedTime clock, DateTimeOffset asOf)
{
    private const int LongestValue = 3000;
    private const int MostItems = 50;

    private readonly Dictionary<TemplateBlank, BlankMeaning> _meanings = [];
    private readonly List<string> _notKnownYet = [];
    private readonly List<string> _unresolved = [];

    /// <summary>The blanks that the incident cannot fill yet.</summary>
    public IReadOnlyList<string> NotKnownYet => [.. _notKnownYet.Distinct(StringComparer.Ordinal)];

    /// <summary>The blanks that no incident can fill.</summary>
    public IReadOnlyList<string> Unresolved => [.. _unresolved.Distinct(StringComparer.Ordinal)];

    public IReadOnlyList<MessageLine> Fill(IReadOnlyList<TemplateLine> lines)
    {
        List<MessageLine> filled = [];
        for (int index = 0; index < lines.Count;)
        {
            if (RowsFrom(lines, index) is > 0 and var rows)
            {
                FillRows([.. lines.Skip(index).Take(rows)], filled);
                index += rows;
            }
            else if (RunFrom(lines, index) is > 0 and var run)
            {
                FillRun([.. lines.Skip(index).Take(run)], filled);
                index += run;
            }
            else
            {
                FillLine(lines[index], filled);
                index++;
            }
        }

        return filled;
    }

    /// <summary>
    /// The number of lines in a row that each hold one blank, all for the same: "- [Action 1]" and "- [Action 2]" are
    /// places for a list, as many as there are.
    /// </summary>
    private int RunFrom(IReadOnlyList<TemplateLine> lines, int index)
    {
        if (lines[index].OnlyBlank is not { } first || Meaning(first) is not { Field: not MessageField.None } meaning)
        {
            return 0;
        }

        int count = 1;
        while (index + count < lines.Count
            && lines[index + count].OnlyBlank is { } next
            && IsListMarker(lines[index + count].Marker) == IsListMarker(lines[index].Marker)
            && Meaning(next).Field == meaning.Field
            && given.For(next, MessageField.None) is null)
        {
            count++;
        }

        return count;
    }

    private void FillRun(IReadOnlyList<TemplateLine> places, List<MessageLine> filled)
    {
        TemplateBlank first = places[0].OnlyBlank!;
        if (places.Count == 1 && places[0].Marker.Length == 0)
        {
            // Not an item of a list: one text, its items one after the other.
            FillLine(places[0], filled);
            return;
        }

        Fact fact = Resolve(first);
        IReadOnlyList<string> items = fact.Items.Count == 0 ? [Text(fact, first)] : [.. fact.Items.Take(MostItems).Select(Cut)];
        for (int index = 0; index < items.Count; index++)
        {
            Add(Place(places, index, filled), _ => (items[index], fact.IsKnown), filled);
        }
    }

    /// <summary>The place of an item: the last one serves for all that follow, its number going on.</summary>
    private static TemplateLine Place(IReadOnlyList<TemplateLine> places, int index, List<MessageLine> filled)
    {
        TemplateLine place = places[Math.Min(index, places.Count - 1)];
        bool goesOn = index >= places.Count && place.Marker.Length > 1;
        return goesOn ? place with { Marker = Next(filled.FindLast(line => !line.GoesOn)!.Marker) } : place;
    }

    private void FillLine(TemplateLine line, List<MessageLine> filled) => Add(
        line,
        blank =>
        {
            Fact fact = Resolve(blank);
            return (Text(fact, blank), fact.IsKnown);
        },
        filled);

    /// <summary>The line, and below it the further lines of the value that it ends with.</summary>
    private static void Add(TemplateLine line, Func<TemplateBlank, (string Text, bool IsKnown)> value, List<MessageLine> filled)
    {
        List<MessageSpan> spans = [];
        string[] more = [];
        for (int index = 0; index < line.Spans.Count; index++)
        {
            TemplateSpan span = line.Spans[index];
            if (span.Blank is not { } blank)
            {
                spans.Add(new MessageSpan(span.Text, span.IsBold, span.Address));
                continue;
            }

            (string text, bool isKnown) = value(blank);
            if (!isKnown && spans is [.., { Text: [.., '@'] } handle])
            {
                // "@[name]" is somebody's handle, "@not assigned yet" is nobody's.
                spans[^1] = handle with { Text = handle.Text[..^1] };
            }

            string[] parts = Lines(text);
            bool isLast = index == line.Spans.Count - 1;
            spans.Add(new MessageSpan(isLast ? parts[0] : string.Join(' ', parts), span.IsBold));
            more = isLast ? parts[1..] : [];
        }

        filled.Add(new MessageLine(line.Indent, line.Marker, line.Heading, spans));
        filled.AddRange(more.Select(part => new MessageLine(line.Indent + 2, "", 0, [new MessageSpan(part)]) { GoesOn = true }));
    }

    private Fact Resolve(TemplateBlank blank)
    {
        BlankMeaning meaning = Meaning(blank);
        if (given.For(blank, meaning.Field) is { } value)
        {
            return value;
        }

        if (facts.For(blank, meaning) is { } fact)
        {
            if (!fact.IsKnown)
            {
                _notKnownYet.Add(NameOf(blank));
                return blank.Otherwise is { } otherwise ? Fact.Unknown(otherwise) : fact;
            }

            return fact;
        }

        _unresolved.Add(blank.Name.Length > 0 ? blank.Name : blank.Label);
        string name = Printable.Line(BlankMeaning.Words(blank.Name.Length > 0 ? blank.Name : blank.Label));
        string unknown = facts.Words[MessagePhrase.NotKnownYet];
        return Fact.Unknown(unknown) with { InSentence = facts.Words.IsEnglish ? $"({NoBrackets(name)} {unknown})" : $"({NoBrackets(name)}: {unknown})" };
    }

    private string Text(Fact fact, TemplateBlank blank) => Cut(
        fact.Moment is not null ? MomentText.Of(fact, blank, clock, asOf)
        : fact.InSentence is { } sentence && !blank.IsValue ? sentence
        : fact.IsKnown && fact.Items.Count > 1 && Meaning(blank).Field == MessageField.Progress ? fact.Items[^1]
        : string.Join("; ", fact.Items.Take(MostItems)));

    /// <summary>A blank whose own words say little is known by its label.</summary>
    private static string NameOf(TemplateBlank blank)
    {
        bool says = MessageWords.Fields.Best(BlankMeaning.Words(blank.Asks)) is { } field && !field.IsAny();
        return says || blank.Label.Length == 0 ? blank.Name : blank.Label;
    }

    private BlankMeaning Meaning(TemplateBlank blank)
    {
        if (!_meanings.TryGetValue(blank, out BlankMeaning? meaning))
        {
            _meanings.Add(blank, meaning = BlankMeaning.Of(blank));
        }

        return meaning;
    }

    private static string Cut(string text) => Excerpt.Cut(text, LongestValue);

    private static string[] Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } lines ? lines : [""];

    private static string NoBrackets(string name) => string.Concat(name.Where(character => character is not ('[' or ']' or '{' or '}' or '<' or '>'))).Trim();

    private static bool IsListMarker(string marker) => marker.Length > 0;

    private static string Next(string marker) =>
        string.Create(CultureInfo.InvariantCulture, $"{int.Parse(marker[..^1], CultureInfo.InvariantCulture) + 1}{marker[^1]}");
}
