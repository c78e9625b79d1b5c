using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Phases in the rows of a table, and what within a phase is nothing to do.</content>
internal sealed partial class PhaseReader
{
    // "Phase | Goal | Actions | Owner": each column is what its head says; where none is called so, all of them tell what is done.
    private static WorkflowPhase FromRow(TableLine header, TableLine row, int named, int order)
    {
        string[] heads = [.. header.Cells.Select(cell => cell.Text)];
        int goal = Array.FindIndex(heads, head => GoalLabel().IsMatch(head));
        int owner = Array.FindIndex(heads, head => OwnerLabel().IsMatch(head));
        int deeds = Array.FindIndex(heads, head => DeedHead().IsMatch(head));
        int window = deeds < 0 ? -1 : Array.FindIndex(heads, head => WindowHead().IsMatch(head));
        window = window >= 0 && DurationText.TryParse(row.Cell(window).Text, out _) ? window : -1;
        int[] rest = [.. Enumerable.Range(0, row.Cells.Count).Where(i => i != named && i != goal && i != owner && i != window && i != deeds && row.Cell(i).Text.Length > 0)];
        PhaseActivity[] others = deeds >= 0
            ? [.. rest.Select(i => new PhaseActivity { Group = i < heads.Length ? heads[i] : null, Text = row.Cell(i).Text, Line = row.Line })]
            : rest.Length == 0 ? [] : [new PhaseActivity { Text = string.Join(": ", rest.Select(i => row.Cell(i).Text)), Line = row.Line }];
        return new WorkflowPhase
        {
            Order = order,
            Name = SectionTitle.Parse(row.Cell(named).Text).NameWithoutRemarks,
            Goal = Told(row, goal),
            Owner = Told(row, owner),
            Window = Told(row, window),
            Activities = [.. (deeds < 0 ? [] : DeedsIn(row.Cell(deeds))).Select(text => new PhaseActivity { Text = text, Line = row.Line }), .. others],
            Line = row.Line,
        };
    }

    /// <summary>"Phase | Goal | Time" in one table, and headings that tell of some of its rows; null where no table holds them all.</summary>
    private WorkflowPhase[]? FromTable(GuideSection[] sections)
    {
        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind is SectionKind.Workflow or SectionKind.Phase && Array.IndexOf(sections, section) < 0))
        {
            if (section.Blocks.Find(block => block is TableBlock) is not TableBlock { Header: { } header } table || table.Rows.Count <= sections.Length || table.Rows.Count > MostRows
                || !PhaseColumn().IsMatch(header.Cell(0).Text) || IsCounted(sections))
            {
                continue;
            }

            GuideSection?[] told = [.. table.Rows.Select(row => Array.Find(sections, part => part.Heading.Normal.StartsWith(SectionTitle.Normalise(row.Cell(0).Text), StringComparison.Ordinal)))];
            if (told.Count(part => part is not null) != sections.Length || told.OfType<GuideSection>().Distinct().Count() != sections.Length)
            {
                continue;
            }

            context.Ledger.Take(section);
            context.Ledger.TakeAll(table);
            return [.. table.Rows.Select((row, i) => Joined(FromRow(header, row, 0, i + 1), told[i]))];
        }

        return null;
    }

    private WorkflowPhase Joined(WorkflowPhase row, GuideSection? told) =>
        told is null ? row
        : FromSection(told, row.Order) is var phase ? phase with { Name = row.Name, Goal = phase.Goal ?? row.Goal, Owner = phase.Owner ?? row.Owner, Window = phase.Window ?? row.Window }
        : row;

    /// <summary>More rows than any course of an incident has.</summary>
    private const int MostRows = 20;

    [GeneratedRegex(@"^(?:(?:response |incident )?(?:phase|stage|step)s?|etapa|étape|fase|schritt|阶段|階段|フェーズ|단계|этап|фаза)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PhaseColumn();

    /// <summary>The phase with what is done in it but told elsewhere, as a group of its own.</summary>
    public WorkflowPhase With(WorkflowPhase phase, GuideSection beside)
    {
        WorkflowPhase told = FromSection(beside, phase.Order);
        return phase with
        {
            Goal = phase.Goal ?? told.Goal,
            Owner = phase.Owner ?? told.Owner,
            Activities = [.. phase.Activities, .. told.Activities.Select(activity => activity with { Group = activity.Group is null ? told.Name : $"{told.Name}: {activity.Group}" })],
            Commands = [.. phase.Commands, .. told.Commands],
        };
    }

    /// <summary>The phase that a section turns out to be once all others are known.</summary>
    public WorkflowPhase OfItsOwn(GuideSection section) => FromSection(section, 1);

    private static string? Told(TableLine row, int column) => column >= 0 && row.Cell(column).Text is { Length: > 0 } text ? text : null;

    // "Check the alarms, open a ticket" are two; "Isolate hosts, networks and accounts" is one.
    private static IReadOnlyList<string> DeedsIn(TableText cell)
    {
        if (cell.Items.Count > 0 || cell.Text.Length == 0)
        {
            return cell.Items;
        }

        string[] parts = [.. ExampleText.Split(cell.Text)];
        return Array.TrueForAll(parts, part => part.Contains(' ', StringComparison.Ordinal) && !Joins().IsMatch(part)) ? parts : [cell.Text];
    }

    // "Attendees", "Duration", "Facilitator": how the meeting is held
    private static bool IsOfMeeting(ListBlock list) =>
        list.Items.Count(item => item.Label is { } label && MeetingLabel().IsMatch(label)) >= 2 && list.Items.Any(item => item.Label is { } label && Attendees().IsMatch(label));

    [GeneratedRegex(@"\s(?:and|or|&|und|oder|et|ou|y|o|e)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joins();

    [GeneratedRegex(@"^(?:(?:key |main |required )?(?:actions?|activit(?:y|ies)|tasks|steps)|what (?:happens|to do|we do|is done)|maßnahmen|aktionen|aktivitäten|aufgaben|activités|acciones|actividades|ações|atividades|azioni|attività|действия|мероприятия|措施|行动|活动|対応|アクション|조치)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeedHead();

    [GeneratedRegex(@"^(?:time ?frame|time ?line|time|duration|window|target(?: time)?|deadline|zeitrahmen|zeit|dauer|délai|durée|plazo|duración|prazo|tempo|срок|时间|時間)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WindowHead();

    [GeneratedRegex(@"^(?:schedule|when|attendees|participants|invitees|duration|length|facilitator|moderator|location|where|format|teilnehmer|dauer|termin|participantes|asistentes|duración|duração|durée)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MeetingLabel();

    [GeneratedRegex(@"^(?:attendees|participants|invitees|teilnehmer|participantes|asistentes)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Attendees();
}
