using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>
/// Severity levels, from headings, tables, lists or lines. The place that says most defines them; the others add what
/// it leaves out: response times listed apart, update frequencies, who is told.
/// </summary>
internal sealed class SeverityReader(GuideContext context)
{
    private readonly List<SeverityFacts> _levels = [];

    public IReadOnlyList<SeverityLevel> Read()
    {
        List<SeveritySource> sources = SeveritySource.FindAll(context.Document);
        SeveritySource? best = Best(sources.Where(source => source.Defines)) ?? Best(sources.Where(source => source.Lists)) ?? Best(sources.Where(source => source.TellsTimes)) ?? SeveritySource.FromSentences(context.Document).FirstOrDefault() ?? SeveritySource.FromChapters(context.Document);
        if (best is not null && sources.Where(source => CodesFor(best, source)) is var coded && Best(coded) is { } full)
        {
            best = full;
        }

        if (best is not null)
        {
            Define(best);
        }

        foreach (SeveritySource source in sources.Where(source => !source.Used).OrderBy(source => source.FillsGaps))
        {
            Enrich(source);
        }

        SpellAsWritten();
        AnswerByDefinitions();
        LabelByHeadings();
        LabelBySentences();
        List<SeverityFacts> ordered = SeverityOrder.Sort(_levels, context.Document.Text);
        foreach (SeverityFacts facts in ordered)
        {
            Report(facts);
        }

        return [.. ordered.Select((facts, rank) => facts.ToLevel(rank))];
    }

    // "Impact | … | Severity: Critical" only sorts what "Critical (P0)", with how soon to respond, defines.
    private static bool CodesFor(SeveritySource words, SeveritySource source) =>
        source != words && source.IsFacts && source.FieldsSeen.Contains(GuideField.Response) && source.Section.Kind == SectionKind.Severities
        && words.Entries.TrueForAll(entry => entry.Names.All(name => !name.IsCode)) && !words.FieldsSeen.Contains(GuideField.Response)
        && source.Entries.Count >= words.Entries.Count
        && words.Entries.SelectMany(entry => entry.Names).All(word => source.Entries.Exists(entry => entry.Names.Any(name => name.IsCode && string.Equals(name.Label, word.Name, StringComparison.OrdinalIgnoreCase))));

    private static SeveritySource? Best(IEnumerable<SeveritySource> sources) => sources.OrderByDescending(source => source.Weight).ThenBy(source => source.Line).FirstOrDefault();

    private void Define(SeveritySource source)
    {
        source.Used = true;
        foreach (SeverityEntry entry in source.Entries)
        {
            foreach (SeverityName name in entry.Names)
            {
                if (Find(name) is { } known)
                {
                    context.Report(
                        GuideRules.DuplicateSeverity, FindingSeverity.Warning, entry.Line, $"{name.Name} is defined a second time.", "Keep one definition, and give the other its own name.");
                    entry.AddTo(known, source, adds: false);
                    continue;
                }

                SeverityFacts facts = new(name, entry.Line);
                entry.AddTo(facts, source, adds: false);
                _levels.Add(facts);
            }

            entry.Take(context.Ledger);
        }

        source.Take(context.Ledger);
        foreach (SeverityFacts level in _levels)
        {
            level.EndDefinition();
        }
    }

    private void Enrich(SeveritySource source)
    {
        if (!source.IsFacts)
        {
            if (source is { SortsCases: true, Section.Kind: SectionKind.Severities })
            {
                ExemplifyBy(source);
            }

            return;
        }

        source.Used = true;
        foreach (SeverityEntry entry in source.Entries)
        {
            SeverityFacts[] known = [.. entry.Names.Select(Find).OfType<SeverityFacts>().Where(facts => !source.FillsGaps || facts is { Response: null, Acknowledge: null })];
            foreach (SeverityFacts facts in known)
            {
                entry.AddTo(facts, source, adds: true);
                if (entry.Names.Count == 1 && source.Section.Kind is SectionKind.Severities)
                {
                    facts.CallAs(entry.Names[0]);
                }
            }

            if (known.Length > 0)
            {
                entry.Take(context.Ledger);
            }
        }

        source.Take(context.Ledger);
    }

    // "Example | Tier", several rows for each
    private void ExemplifyBy(SeveritySource source)
    {
        (SeverityFacts? Facts, SeverityEntry Entry)[] cases = [.. source.Entries.Where(entry => entry is { Names.Count: 1, Parts: [TableLine, ..] }).Select(entry => (Find(entry.Names[0]), entry))];
        foreach (IGrouping<SeverityFacts, SeverityEntry> level in cases.Where(one => one.Facts is not null).GroupBy(one => one.Facts!, one => one.Entry))
        {
            level.Key.SuggestExamples([.. level.Select(entry => ((TableLine)entry.Parts[0]).Cell(0).Text)], [.. level.Select(entry => entry.Line)]);
            foreach (SeverityEntry entry in level)
            {
                entry.Take(context.Ledger);
            }
        }

        source.Take(context.Ledger);
    }

    // "1" below the head "SEV" is called "SEV-1" wherever the guide speaks of it.
    private void SpellAsWritten()
    {
        string text = context.Document.Text;
        if (_levels.Count == 0 || !_levels.TrueForAll(level => level.IsCode && level.Name.Contains(' ', StringComparison.Ordinal) && !text.Contains(level.Name, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        string[] written = [.. text.Split('\n').SelectMany(SeverityName.Mentions).Select(match => match.Groups["code"].Value)];
        foreach (SeverityFacts level in _levels)
        {
            if (written.Where(code => SeverityName.CodeOf(code) == SeverityName.CodeOf(level.Name)).GroupBy(code => code, StringComparer.Ordinal).MaxBy(same => same.Count()) is { } most)
            {
                level.SpellAs(most.Key);
            }
            else if (_levels[0].Name is [.., '1'] model && !model.Contains(' ', StringComparison.Ordinal) && level.Name is [.., var number])
            {
                // Of one that is nowhere spoken of, as the first is
                level.SpellAs(model[..^1] + number);
            }
        }
    }

    // "Much is lost. Needs immediate action.", "Some is lost. Action within 4 hours."
    private void AnswerByDefinitions()
    {
        (SeverityFacts Facts, string? Time)[] told = [.. _levels.Select(level => (level, LooseSeverityText.AnswerIn(level.Definition ?? level.Impact ?? string.Empty)))];
        if (_levels.TrueForAll(level => level is { Response: null, Acknowledge: null }) && told.Count(level => level.Time is not null) >= LevelTimes.FewestLevels)
        {
            foreach ((SeverityFacts facts, string? time) in told.Where(level => level.Time is not null))
            {
                facts.SetResponse(time!, facts.DefinitionLine);
            }
        }
    }

    // "SEV1 - Critical" may be said only where something else is told of it.
    private void LabelByHeadings()
    {
        if (!_levels.Exists(level => level is { Label: null, IsCode: true }))
        {
            return;
        }

        // "Critical (P1)" has its code in what is a remark elsewhere.
        foreach (SeverityName name in context.Document.Sections.SelectMany(section => (SeverityName?[])[SeverityName.TryParse(section.Heading.NameWithoutRemarks, loose: false), SeverityName.TryParse(section.Heading.Name, loose: false)]).OfType<SeverityName>())
        {
            if (name is { IsCode: true, Label: { } label, Rest.Length: 0 } && SeverityName.WordRank(label) is not null && Find(name) is { Label: null, IsCode: true } facts)
            {
                facts.Label = label;
            }
        }
    }

    // "P1 (critical), P2 (major), P3 (minor)", said in passing; it names levels too that the table had no need of.
    private void LabelBySentences()
    {
        bool complete = _levels.Count >= 2 && _levels.TrueForAll(level => level is { IsCode: true, Label: null });
        foreach (SeveritySource source in _levels.Exists(level => level is { IsCode: true, Label: null }) ? SeveritySource.FromSentences(context.Document) : [])
        {
            (SeverityName Name, int Line)[] said = [.. source.Entries.SelectMany(entry => entry.Names.Select(name => (name, entry.Line)))];
            bool all = complete && Array.TrueForAll(said, one => one.Name is { IsCode: true, Label: not null }) && _levels.TrueForAll(level => Array.Exists(said, one => Find(one.Name) == level));
            foreach ((SeverityName name, int line) in said)
            {
                if (Find(name) is not { } known)
                {
                    _levels.AddRange(all ? [new SeverityFacts(name, line)] : []);
                }
                else
                {
                    known.Label ??= name.Label;
                }
            }
        }
    }

    private SeverityFacts? Find(SeverityName name)
    {
        (string, int)? code = SeverityName.CodeOf(name.Name);
        return _levels.Find(level => string.Equals(level.Name, name.Name, StringComparison.OrdinalIgnoreCase)
            || (code is not null && SeverityName.CodeOf(level.Name) == code)
            || (code is null && string.Equals(level.Label, name.Name, StringComparison.OrdinalIgnoreCase)));
    }

    private void Report(SeverityFacts facts)
    {
        foreach ((string text, int line) in facts.Unreadable)
        {
            context.Report(
                GuideRules.UnreadableDuration, FindingSeverity.Warning, line, $"'{text}' is no time that can be read, for {facts.Name}.", "Write a time such as '15 minutes', '4 business hours' or 'next business day'.");
        }

        foreach ((string text, int line) in facts.Contradictions)
        {
            context.Report(
                GuideRules.Contradiction, FindingSeverity.Warning, line, $"{facts.Name} has two response times: '{facts.ResponseText}' and '{text}'.", "Keep one of them.");
        }
    }
}
