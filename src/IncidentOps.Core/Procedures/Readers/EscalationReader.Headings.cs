using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Levels below headings of their own: "Level 2 - …", "To the manager:".</content>
internal sealed partial class EscalationReader
{
    private void AddHeadings(GuideSection section)
    {
        if (AddTargets(section))
        {
            return;
        }

        GuideSection[] levels = [.. section.Sections.Where(part => SeverityName.TryParse(part.Heading.Name, loose: false) is null && IsNoChapter(part) && part.Heading is { Ordinal: not null, OrdinalWord: null or "level" or "tier" or "stage" or "step" or "niveau" or "nivel" or "nível" or "stufe" or "уровень" } || ShortLevel().IsMatch(part.Title))];
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
            string name = title.NameWithoutRemarks;
            if (name.Length == 0 || LooseSeverityText.IsTime(name))
            {
                // Below "Level 2 (15 minutes)" the people are listed, and by what they are called perhaps.
                name = part.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).FirstOrDefault(item => item.Label is null && People().IsMatch(item.Text)) is { } first ? LevelName(first.Text) : who ?? name;
            }

            string remark = string.Join(' ', [.. title.Remarks, .. attributes.Where(attribute => attribute.FieldAmong(GuideField.Severity, GuideField.Trigger) is not GuideField.None).Select(attribute => attribute.Value)]);
            Draft level = new(name, remark, TimeIn([heading, .. attributes.Where(attribute => attribute.FieldAmong(GuideField.After, GuideField.Trigger, GuideField.Response) is not GuideField.None).Select(attribute => attribute.Value)]), part.Line);
            foreach (GuideSection below in part.SelfAndDescendants)
            {
                level.Duties.AddRange(below.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).SelectMany(item => item.Descendants.Prepend(item)).Select(item => item.Text));
            }

            context.Ledger.TakeAll(part);
            _levels.Add(level);
        }

        TimeNext();
    }

    // "Escalate to level 3 if it goes on for an hour": that is when the third is called.
    private void TimeNext()
    {
        for (int i = 0; i + 1 < _levels.Count; i++)
        {
            string? when = _levels[i].Duties.Find(duty => (PassesOn().IsMatch(duty) || duty.StartsWith('→')) && DurationText.FindAll(duty).Count > 0);
            if (when is not null && _levels[i + 1].After is null)
            {
                _levels[i + 1] = _levels[i + 1] with { After = DurationText.FindAll(when)[0].Value };
            }
        }
    }

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

    // "7.1 Path", "7.2 Exceptions" are parts of the chapter.
    private static bool IsNoChapter(GuideSection part) =>
        part.Heading.Ordinal?.Contains('.', StringComparison.Ordinal) is not true || People().IsMatch(part.Heading.Name);
}
