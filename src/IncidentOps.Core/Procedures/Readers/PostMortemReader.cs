using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>The post-mortem: its template, fenced or not, and how soon it is due.</summary>
internal sealed partial class PostMortemReader(GuideContext context)
{
    /// <summary>Longer texts are prose, of which the beginning is searched.</summary>
    private const int LongestText = 1_000;

    private readonly Dictionary<GuideSection, bool> _fenced = [];

    public string? ReadTemplate()
    {
        GuideSection[] sections = [.. context.Document.Sections.Where(section => section.Kind == SectionKind.PostMortemTemplate && section.Parent!.Kind != SectionKind.PostMortemTemplate)];
        string? template = null;
        GuideSection? last = null;
        foreach (GuideSection section in sections.Where(section => section.Start >= (last?.End ?? 0)))
        {
            last = PartsBeside(section).LastOrDefault();
            CodeBlock? fence = section.SelfAndDescendants.SelectMany(part => part.Blocks).OfType<CodeBlock>().FirstOrDefault(code => code.Fenced && code.Text.Trim().Length > 0);
            bool whole = section.SelfAndDescendants.Count() > 2 || section.Blocks.Exists(block => block is ListBlock or TableBlock);
            if (fence is not null && !(whole && fence.TextLines.Length < 12))
            {
                template ??= fence.Text.TrimEnd();
                context.Ledger.Take(section);
                context.Ledger.Take(fence);
            }
            else if (!(section.IsBold && section.Links.Count > 0) && Raw(section, last) is { Length: > 60 } raw)
            {
                if (template is null)
                {
                    template = raw;
                    context.Ledger.TakeAll(section);
                    Array.ForEach(PartsBeside(section), context.Ledger.TakeAll);
                }
            }
        }

        return template ?? InOtherSections() ?? InTemplates();
    }

    // A fence that begins like a post-mortem is one, wherever it stands.
    private string? InOtherSections()
    {
        foreach (GuideSection section in context.Document.Sections)
        {
            bool about = section.Level > 1 && section.Ancestors.Prepend(section).Any(part => part.Level > 1 && (PostMortemWord().IsMatch(part.Title) || PhaseWords.Meaning(part.Heading.NameWithoutRemarks) is IncidentPhase.PostIncident));
            CodeBlock? fence = section.Blocks.Concat(section.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).SelectMany(item => item.Blocks)).OfType<CodeBlock>().FirstOrDefault(code => code.Fenced && !LeadsToReport().IsMatch(code.Text) && code.Language is not ("bash" or "sh" or "shell" or "console" or "powershell" or "pwsh")
                && ((TemplateParts().Count(code.Text) >= 3 && (TemplateHead().IsMatch(code.Text) || (about && (Chapters().Count(code.Text) >= 3 || HasLabelledChapters(code))))) || (section.Kind is SectionKind.PostMortem && (IsDocument(code) || IsBlankForm(code)))));
            if (fence is not null)
            {
                context.Ledger.Take(fence);
                return fence.Text.TrimEnd();
            }
        }

        return null;
    }

    private string Raw(GuideSection section, GuideSection? last)
    {
        int start = Math.Clamp(section.BodyStart, 0, context.Document.Text.Length);
        int end = Math.Clamp((last ?? section).End, start, context.Document.Text.Length);
        return context.Document.Text[start..end].Trim().TrimEnd('-').TrimEnd();
    }

    public TimeSpan? ReadDeadline()
    {
        (int Weight, TimeSpan Value)? best = null;
        GuideSection? source = null;
        foreach (GuideSection section in context.Document.Root.SelfAndDescendants)
        {
            if (section.Kind is SectionKind.Scenario or SectionKind.Scenarios or SectionKind.Exercise || (section.Kind is SectionKind.PostMortemTemplate && !IsAboutFence(section) && !IsProcess().IsMatch(section.Title)))
            {
                // "… write it within 48 hours, with:" leads to what it holds.
                if (section is { Kind: SectionKind.PostMortemTemplate, Blocks: [TextBlock { Lines: var lead }, ListBlock, ..] } && string.Join(' ', lead.Select(line => line.Text)) is { Length: <= 300 } told && told.EndsWith(':') && PostMortemStrict().IsMatch(told) && Within().IsMatch(told) && DeadlineIn(told) is { } said && best is null)
                {
                    best = (Weight(told, isTitle: false, about: true), said);
                }

                continue;
            }

            bool about = IsPostMortem(section.Title) || IsTitle(section.Heading) || (section.Kind is SectionKind.Phase && PhaseWords.Meaning(section.Heading.NameWithoutRemarks) is IncidentPhase.PostIncident) || section.Ancestors.Any(above => above.Level > 1 && IsPostMortem(above.Title));
            foreach ((string whole, bool isTitle) in TextsOf(section))
            {
                string text = Clause(whole.Length > LongestText ? whole[..LongestText] : whole);
                int weight = Weight(text, isTitle, about);
                if (weight > (best?.Weight ?? 0) && DeadlineIn(text) is { } value && (value >= TimeSpan.FromHours(8) || PostMortemStrict().IsMatch(text)))
                {
                    (best, source) = ((weight, value), section);
                }
            }
        }

        if (source is { Kind: SectionKind.PostMortem })
        {
            context.Ledger.Take(source);
        }

        // "7. Post-mortem: write it within 5 days", a step of the cases, where nothing else says it
        return best?.Value ?? context.Document.Sections.Where(section => section.Kind is SectionKind.Scenario).SelectMany(TextsOf)
            .Where(told => told.Text.Length <= LongestText && PostMortemStrict().IsMatch(told.Text) && Within().IsMatch(told.Text)).Select(told => DeadlineIn(told.Text)).FirstOrDefault(due => due >= TimeSpan.FromHours(8));
    }

    // "Begin in 1 h / mend in 4 h / post-mortem within 48 h"
    private static string Clause(string text) =>
        text.Split(" / ") is { Length: > 1 and <= 8 } clauses && Array.FindAll(clauses, IsPostMortem) is [var only] && DurationText.TryParse(only, out _) ? only : text;

    // Beside a template that stands in a fence there are words about it.
    private bool IsAboutFence(GuideSection section)
    {
        GuideSection top = section.Ancestors.Prepend(section).TakeWhile(part => part.Kind is SectionKind.PostMortemTemplate).Last();
        if (!_fenced.TryGetValue(top, out bool fenced))
        {
            fenced = top.SelfAndDescendants.SelectMany(part => part.Blocks).OfType<CodeBlock>().Any(code => code.Fenced && code.TextLines.Length >= 12);
            _fenced.Add(top, fenced);
        }

        return fenced;
    }

    private static IEnumerable<(string Text, bool IsTitle)> TextsOf(GuideSection section)
    {
        yield return (section.Title, true);
        foreach (GuideBlock block in section.Blocks)
        {
            switch (block)
            {
                case TextBlock text:
                    string before = string.Empty;
                    foreach (string sentence in Sentence().Split(text.Text))
                    {
                        // "Hold a retro. Keep this within two weeks.": what is told of the sentence before
                        yield return (Referring().IsMatch(sentence) && PostMortemStrict().IsMatch(before) && !PostMortemStrict().IsMatch(sentence) ? $"{before} {sentence}" : sentence, false);
                        before = sentence;
                    }

                    break;
                case ListBlock list:
                    // "The same day:", above "Post-mortem: within a week", is the time of the other items.
                    bool timed = DurationText.TryParse(section.Title, out _) && !ItemTexts(list).Any(item => PostMortemStrict().IsMatch(item) && Within().IsMatch(item) && DurationText.TryParse(item, out _));
                    foreach (string said in ItemTexts(list))
                    {
                        string item = timed ? BareLength().Replace(said, string.Empty) : said;
                        yield return (timed && !DurationText.TryParse(item, out _) ? $"{section.Title}: {item}" : item, false);
                    }

                    break;
                case CodeBlock code when !ShellText.IsShell(code):
                    foreach (string line in code.TextLines.Where(line => CheckBox.Take(new TextLine(line.Trim(), code.Line)) is (not null, _) || CountedLine().IsMatch(line)))
                    {
                        yield return (line.Trim(), false);
                    }

                    break;
                case TableBlock table:
                    int column = table.Header is { } header ? Enumerable.Range(0, header.Cells.Count).LastOrDefault(i => PostMortemStrict().IsMatch(header.Cell(i).Text), -1) : -1;
                    foreach (TableLine row in table.Rows)
                    {
                        yield return (string.Join(": ", row.Cells.Select(cell => cell.Text)), false);
                        if (column > 0)
                        {
                            // "Post-mortem", and below it "required, 5 days"
                            yield return ($"{table.Header!.Cell(column).Text}: {row.Cell(column).Text}", false);
                        }
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static IEnumerable<string> ItemTexts(ListBlock list)
    {
        foreach (ListItem item in list.Items)
        {
            string text = item.Text;
            yield return text;
            if (!item.Children.Any())
            {
                continue;
            }

            bool timed = text.Length <= 60 && !TellsContents().IsMatch(text) && DurationText.TryParse(text, out _);
            bool about = (item.Bold is not null || item.Children.All(child => child.Box is not null)) && text.Length <= 60 && PostMortemStrict().IsMatch(text);
            foreach (string nested in item.Blocks.OfType<ListBlock>().SelectMany(ItemTexts))
            {
                yield return timed || (about && Within().IsMatch(nested)) ? $"{text} {nested}" : nested;
            }
        }
    }

    private static bool IsPostMortem(string text) => PostMortemWord().IsMatch(text) || GuideWords.Terms.Has(text, GuideTerm.PostMortem);

    private static int Weight(string text, bool isTitle, bool about)
    {
        bool said = IsPostMortem(text);
        if (!said && !about)
        {
            return 0;
        }

        bool strict = PostMortemStrict().IsMatch(text);
        bool within = Within().IsMatch(text);
        // "Phase 6: Review (1-2 weeks)" is how long it goes on, where nothing else tells by when.
        return LookingBack().IsMatch(text) || (Unrelated().IsMatch(text) && !strict && !(isTitle && AfterIncident().IsMatch(text))) ? 0
            : isTitle && PhaseWindow().IsMatch(text) && !within ? (said ? 1 : 0)
            : (!said ? 3 : isTitle && !strict && !within ? 2 : 10) + (strict ? 6 : 0) + (isTitle ? 1 : 0) + (within ? 4 : 0) + (Due().IsMatch(text) ? 3 : 0) + (Written().IsMatch(text) ? 2 : 0) + (within && SeverityName.Mentions(text).Any() ? 5 : 0) - (Draft().IsMatch(text) ? 3 : 0) + (isTitle && said && within && strict ? 6 : 0) - (Scheduled().IsMatch(text) ? (said ? 4 : 3) : 0);
    }

    [GeneratedRegex(@"\d\s*(?:h|hours?|days?|weeks?)?\s*[-–—]\s*\d+\s*(?:h|hours?|days?|weeks?)\)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PhaseWindow();

    private static TimeSpan? DeadlineIn(string text)
    {
        text = SetNumber().Replace(text, "$1");
        foreach (DurationText duration in DurationText.FindAll(text.Contains('.', StringComparison.Ordinal) ? FileName().Replace(text, file => new string(' ', file.Length)) : text))
        {
            if (!duration.Recurring && duration.Value >= TimeSpan.FromHours(1) && !IsLength(text, duration))
            {
                return duration.Value;
            }
        }

        return null;
    }

    // "leak-72h.md" says nothing of hours.
    [GeneratedRegex(@"\S+\.(?:md|markdown|pdf|docx?|html?|ya?ml|txt|sh)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    // "lasts 60-90 minutes", "a meeting of two hours"
    private static bool IsLength(string text, DurationText duration) =>
        Lasting().IsMatch(text[..duration.Start]) || LongMeeting().IsMatch(text[Math.Min(text.Length, duration.Start + duration.Length)..]);

    // "Review (2 hours)", below "Within a week"
    [GeneratedRegex(@"\s*\((?:\d+(?:-\d+)?) ?(?:min|minutes|h|hours?)\)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareLength();

    [GeneratedRegex(@"\b(?:lasts?|lasting|takes?(?! place)|taking(?! place)|duration(?:\s+of)?|(?:meeting|session|call)\s+of|dauert|dure|dura|длится)\W*(?:\w+\W+){0,2}$|时长\W*\w{0,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lasting();

    [GeneratedRegex(@"^[\s-]*(?:long\b|meetings?\b|sessions?\b|calls?\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LongMeeting();

    [GeneratedRegex(@"post[\s-]?mortem|post[\s-]?incident|retrospective|blameless (?:review|write-?up|report|analysis)|\bretro\b|lessons[\s-]learned|after[\s-]action|\brca\b|\bpir\b|root cause analysis|incident (?:review|report)s?\b|review meeting|ポストモーテム|振り返り|复盘|事后|(?:事故|故障)报告|постмортем|разбор|nachbereitung|retour d'expérience|lições aprendidas|lecciones aprendidas|pós[\s-](?:incidente|mortem)|post[\s-]?incidente|사후|포스트모템", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PostMortemWord();

    [GeneratedRegex(@"post[\s-]?mortem|blameless (?:review|write-?up|report|analysis)|\bpir\b|\brca\b|post[\s-]?incident (?:review|report|analysis)|retrospective|\bretro\b|ポストモーテム|复盘|постмортем", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PostMortemStrict();

    [GeneratedRegex(@"\bwithin\b|\bno later than\b|\bat most\b|\bby\b|<|≤|以内|(?:小时|天|日)内|innerhalb|binnen|spätestens|\bsous\b|dans (?:les|un délai)|dentro de|en un plazo|em até|no prazo|entro|uiterlijk|w ciągu|najpóźniej|nejpozději|inom|senast|innen|inden for|senest|kuluessa|sisällä|içinde|en geç|в течение|не позднее|протягом|не пізніше|trong vòng|paling lambat|dalam waktu|خلال|時間内|营业日内|工作[日天][内內]|[時時]内|[時间間天日]內|之内|이내|내에|ภายใน|ไม่เกิน", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Within();

    [GeneratedRegex(@"complet|publish|conduct|held|hold|document|full|deliver|due|required|must", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Due();

    [GeneratedRegex(@"complet|publish|(?<!incident )\breport\b|document|deliver", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    // The invitation is not the meeting.
    [GeneratedRegex(@"\bschedul(?:e|ing)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheduled();

    [GeneratedRegex(@"draft|stub|skeleton|initial|preliminary|action items?|follow-?up", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Draft();

    [GeneratedRegex(@"monitor|surveillance|\bupdates? every|every \d|notif(?:y|ication)|gdpr|regulator|behörde|autorité de|autoridade|autoridad de|aufsicht|retain|retention|\b(?:long|medium|short)[\s-]term\b|minutes? long|review period", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unrelated();

    // "Report to the authority within a month, containing:"
    [GeneratedRegex(@"\b(?:containing|contains|including|includes|with|covering)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsContents();

    // "Actions of the last 90 days are done", "rate (90d)"
    [GeneratedRegex(@"\brates?\b|\b(?:rca|post[\s-]?mortem) (?:underway|in progress|started|begun)\b|\b(?:last|past|previous|últim[oa]s|derni[eè]rs|letzten|ultimi|последние)\s+\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LookingBack();

    [GeneratedRegex(@"(?<=[.!?。])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\W{0,6}(?:\w+\W+){0,4}?(?:post[\s-]?mortem|post[\s-]?incident|incident (?:report|review)\b|rca\b|retrospective)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TemplateHead();

    [GeneratedRegex(@"^#{1,4}\s+\S", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Chapters();

    [GeneratedRegex(@"root cause|timeline|lessons|action items?|impact|summary|resolution|causa ra[ií]z|cronolog[ií]a|resum[eo]n?\b|li[cç][oõ]es|lecciones|cause racine|chronologie|zeit(?:leiste|ablauf)|ursache|maßnahmen", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TemplateParts();
}
