using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Levels below headings of their own: "Level 2 - …", "To the manager:".</content>
internal sealed partial class EscalationReader
{
    private void AddHeadings(GuideSection section)
    {
        if (AddTargets(section) || AddPerSeverity(section) || AddPeople(section) || AddPaths(section))
        {
            return;
        }

        GuideSection[] levels = [.. section.Sections.Where(part => SeverityName.TryParse(part.Heading.Name, loose: false) is null && IsNoChapter(part) && part.Heading is { Ordinal: not null, OrdinalWord: var word } && (word is null or "stage" or "step" || OrdinalWords.IsLevel(word)) || ShortLevel().IsMatch(part.Title))];
        if (levels.Length < 2 || levels.Length * 2 < section.Sections.Count)
        {
            return;
        }

        foreach (GuideSection part in levels)
        {
            string heading = ShortLevel().Replace(part.Heading.Name, string.Empty, 1);
            SectionTitle title = SectionTitle.Parse(heading);
            IReadOnlyList<GuideAttribute> attributes = GuideAttribute.Of(part);
            string? who = attributes.FirstOrDefault(attribute => attribute.FieldAmong(GuideField.EscalationTarget, GuideField.Person, GuideField.Role) is not GuideField.None && attribute.Value.Length > 0)?.Value;
            // "Level 3 (Architect)"
            string name = title is { NameWithoutRemarks.Length: 0, Remarks: [{ Length: <= 40 } only] } && only.All(c => char.IsLetter(c) || c is ' ' or '/' or '-' or '&' or '.') && context.Scale.MeantBy(only).Count == 0 && !LooseSeverityText.IsTime(only) ? only : title.NameWithoutRemarks;
            if (name.Length == 0 || LooseSeverityText.IsTime(name))
            {
                // Below "Level 2 (15 minutes)" the people are listed, and by what they are called perhaps.
                name = part.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).FirstOrDefault(item => item.Label is null && IsPerson(item.Text)) is { } first ? LevelName(first.Text) : who ?? NameOf(part.Heading);
                name = name.Length > 0 && !LooseSeverityText.IsTime(name) ? name : NumberOf(part);
            }

            string remark = string.Join(' ', [.. title.Remarks, .. attributes.Where(attribute => attribute.FieldAmong(GuideField.Severity, GuideField.Trigger) is not GuideField.None).Select(attribute => attribute.Value)]);
            remark = context.Scale.MeantBy(remark).Count > 0 || ForLevels(part) is not { } levelsOf ? remark : $"{remark} {levelsOf}";
            Draft level = new(name, remark, TimeIn([heading, .. attributes.Where(attribute => attribute.FieldAmong(GuideField.After, GuideField.Trigger, GuideField.Response) is not GuideField.None).Select(attribute => attribute.Value), .. part.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).Select(item => item.Text).Where(text => AfterThat().IsMatch(text))]), part.Line);
            foreach (GuideSection below in part.SelfAndDescendants)
            {
                level.Duties.AddRange(below.Blocks.OfType<ListBlock>().SelectMany(list => list.AllItems).Select(item => item.Text));
            }

            context.Ledger.TakeAll(part);
            _levels.Add(level);
        }

        TimeNext();
    }

    // "After 15 minutes", an item
    [GeneratedRegex(@"^(?:after|at)\s+\d+\s*\p{L}+\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AfterThat();

    // "Major fires (P0)", the one item that says which: what the level is there for, and not when it passes on
    private string? ForLevels(GuideSection part) =>
        part.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).Where(item => !PassesOn().IsMatch(item.Text) && item.Text.EndsWith(')') && DurationText.FindAll(item.Text).Count == 0)
            .SelectMany(item => SectionTitle.Parse(item.Text).Remarks).Where(said => context.Scale.MeantBy(said).Count > 0).ToArray() is [var only] ? only : null;

    // "Escalate to level 3 if it goes on for an hour": that is when the third is called; unless the last has such
    // conditions and the first has none, so that each tells when it is called itself.
    private void TimeNext()
    {
        if (_levels is [var watch, _, .., var last] && last.Duties.Exists(OwnCondition().IsMatch) && !watch.Duties.Exists(PassesOn().IsMatch))
        {
            for (int i = 0; i < _levels.Count; i++)
            {
                _levels[i] = _levels[i] with { After = _levels[i].After ?? _levels[i].Duties.Where(duty => OwnCondition().IsMatch(duty)).SelectMany(DurationText.FindAll).Select(time => (TimeSpan?)time.Value).FirstOrDefault() };
            }

            return;
        }

        for (int i = 0; i + 1 < _levels.Count; i++)
        {
            string? when = _levels[i].Duties.Find(duty => (PassesOn().IsMatch(duty) || duty.StartsWith('→')) && DurationText.FindAll(duty).Count > 0);
            if (when is not null && _levels[i + 1].After is null)
            {
                _levels[i + 1] = _levels[i + 1] with { After = DurationText.FindAll(when)[0].Value };
            }
        }
    }

    [GeneratedRegex(@"^(?:escalate|call(?:ed)?|page[d]?|involve[d]?)(?: here)? (?:if|when|once|after)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnCondition();

    /// <summary>"P1 - Critical", "P2 - High", and below each its own table or list of whom to call.</summary>
    private bool AddPerSeverity(GuideSection section)
    {
        GuideSection[] parts = PartsOfSeverities(section);
        if (parts.Length == 0)
        {
            return false;
        }

        ListItem[] all = [.. parts.SelectMany(part => part.Blocks).OfType<ListBlock>().SelectMany(list => list.Items)];
        bool timed = all.Count(item => item.Label is { } label && TimeIn([label]) is not null) * 2 > all.Length && all.Count(item => IsPerson(item.Value)) * 2 > all.Length;
        if (AddConditionsOf(parts))
        {
            return true;
        }

        foreach (GuideSection part in parts)
        {
            int before = _levels.Count;
            foreach (GuideBlock block in part.Blocks.TakeWhile(_ => _levels.Count == before))
            {
                if (block is TableBlock table)
                {
                    AddTable(table, section.Title);
                }
                else if (block is ListBlock { Ordered: true } list)
                {
                    AddList(list, section.Title, marked: false);
                }
            }

            if (timed)
            {
                // "T+60: news for the press", "filed for later": nobody is called.
                Draft[] called = [.. _levels.Skip(before).Where(level => IsPerson(level.Name))];
                _levels.RemoveRange(before, _levels.Count - before);
                _levels.AddRange(called);
            }

            for (int i = before; i < _levels.Count; i++)
            {
                _levels[i] = _levels[i] with { Remark = part.Title };
            }

            context.Ledger.Take(part);
        }

        return _levels.Count > 0;
    }

    // "If nobody answers within 15 minutes, page the lead", below one of them: then the others' lists are only what is done.
    private bool AddConditionsOf(GuideSection[] parts)
    {
        foreach (GuideSection part in parts)
        {
            int before = _levels.Count;
            if (part.Blocks.OfType<ListBlock>().Any(list => list.Ordered && AddConditions(list)))
            {
                for (int i = before; i < _levels.Count; i++)
                {
                    _levels[i] = _levels[i] with { Remark = part.Title };
                }

                context.Ledger.Take(part);
            }
        }

        return _levels.Count > 0;
    }

    private GuideSection[] PartsOfSeverities(GuideSection section)
    {
        GuideSection[] parts = [.. section.Sections.Where(part => SeverityName.TryParse(part.Heading.Name, loose: true) is not null && context.Scale.MeantBy(part.Title).Count == 1 && part.Blocks.Exists(block => block is TableBlock or ListBlock { Ordered: true }))];
        return parts.Length < 2 || parts.Length < section.Sections.Count ? [] : parts;
    }

    // "Technical escalation", "Security escalation", and below each who is called one after the other
    private bool AddPaths(GuideSection section)
    {
        ListBlock[] paths = [.. section.Sections.Where(part => part is { Kind: SectionKind.Escalation, Sections.Count: 0 } && PathName().IsMatch(part.Heading.NameWithoutRemarks)).SelectMany(part => part.Blocks).OfType<ListBlock>().Where(IsPathOfPeople)];
        if (paths.Length < 2)
        {
            return false;
        }

        foreach (ListBlock path in paths)
        {
            AddList(path, section.Title, marked: false);
        }

        foreach (GuideSection part in section.Sections.Where(part => part.Blocks.Exists(block => Array.IndexOf(paths, block) >= 0)))
        {
            context.Ledger.Take(part);
        }

        return true;
    }

    private static bool IsPathOfPeople(ListBlock list) =>
        list is { Ordered: true, HasBoxes: false, Items.Count: >= 2 } && list.Items.All(item => item.Text.Length <= 80) && list.Items.Count(item => IsPerson(item.Label ?? item.Bold ?? item.Text)) * 3 >= list.Items.Count * 2;

    [GeneratedRegex(@"\b(?:escalations?|paths?|chains?|tracks?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PathName();

    /// <summary>"Duty engineer", "Team lead", "CTO", headings, and below each when that one is called and what for.</summary>
    private bool AddPeople(GuideSection section)
    {
        GuideSection[] people = [.. section.Sections.Where(part => !part.IsBold)];
        if (people.Length < 2 || !Array.TrueForAll(people, part => part is { Kind: SectionKind.Escalation, Sections.Count: 0, Heading.Ordinal: null } && part.Title.Length <= 60 && IsPerson(part.Title) && !PathTitle().IsMatch(part.Title) && !NoPathTitle().IsMatch(part.Title) && !ProcessTitle().IsMatch(part.Title) && part.Blocks is [ListBlock { HasBoxes: false }])
            || !Array.Exists(people, part => GuideAttribute.Of(part).Any(TellsWhen)))
        {
            return false;
        }

        foreach (GuideSection part in people)
        {
            string[] when = [.. GuideAttribute.Of(part).Where(TellsWhen).Select(attribute => attribute.Value)];
            Draft level = new(LevelName(part.Heading.NameWithoutRemarks), string.Join(' ', when), TimeIn(when), part.Line);
            level.Duties.AddRange(part.Blocks.OfType<ListBlock>().SelectMany(list => list.AllItems).Select(item => item.Text));
            context.Ledger.TakeAll(part);
            _levels.Add(level);
        }

        return true;
    }

    private static bool TellsWhen(GuideAttribute attribute) =>
        attribute.Value.Length > 0 && attribute.FieldAmong(GuideField.Escalation, GuideField.Trigger, GuideField.After, GuideField.Response) is not GuideField.None;

    /// <summary>"To the manager:", "To the director:", each with the cases it is called for.</summary>
    private bool AddTargets(GuideSection section)
    {
        GuideSection[] targets = [.. section.Sections.Where(part => Target().IsMatch(part.Title) && part.Blocks.Exists(block => block is ListBlock))];
        if (targets.Length < 2 || targets.Length * 2 < section.Sections.Count)
        {
            return false;
        }

        foreach (GuideSection part in targets)
        {
            string[] cases = [.. part.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).Select(item => item.Text)];
            Draft level = new(LevelName(Target().Replace(part.Heading.Name, string.Empty, 1)), string.Join(", ", cases), TimeIn(cases.Take(1)), part.Line);
            level.Duties.AddRange(cases);
            context.Ledger.TakeAll(part);
            _levels.Add(level);
        }

        return true;
    }

    // "Level 2", of "Level 2 (15 minutes)"
    private static string NumberOf(GuideSection part) =>
        part.Heading is { OrdinalWord: [var first, .. var word], Ordinal: { } number } ? $"{char.ToUpperInvariant(first)}{word} {number}" : ShortLevel().Match(part.Title).Value.TrimEnd(':', '-', ' ');

    /// <summary>Who is called by a heading: "Level 2: Head baker", "Level 2 (Head baker)".</summary>
    internal static string NameOf(SectionTitle title)
    {
        SectionTitle rest = SectionTitle.Parse(ShortLevel().Replace(title.Name, string.Empty, 1));
        return LevelName(rest.NameWithoutRemarks.Length > 0 ? rest.NameWithoutRemarks : rest.Remarks.FirstOrDefault(IsPerson) ?? string.Empty);
    }

    // "7.1 Path", "7.2 Exceptions" are parts of the chapter.
    private static bool IsNoChapter(GuideSection part) =>
        part.Heading.Ordinal?.Contains('.', StringComparison.Ordinal) is not true || IsPerson(part.Heading.Name);
}
