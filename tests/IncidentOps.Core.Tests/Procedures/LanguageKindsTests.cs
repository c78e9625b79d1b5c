using System.Globalization;
using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Whole guides in many languages: whatever their words are, what stands in them is the same.</summary>
public sealed class LanguageKindsTests
{
    // Who types in haste leaves the accents out.
    private static readonly string[] Typed = ["Vietnamese", "Portuguese", "Spanish", "French", "Italian", "Polish", "Czech", "Turkish", "Swedish", "Finnish"];

    public static IEnumerable<TheoryDataRow<string, int, int, bool>> Guides() =>
        from language in LanguageWords.Languages
        from plain in Array.IndexOf(Typed, language) >= 0 ? (bool[])[false, true] : [false]
        from layout in Enumerable.Range(0, LanguageWords.Layouts)
        from variant in Enumerable.Range(0, LanguageWords.Variants)
        select new TheoryDataRow<string, int, int, bool>(language, layout, variant, plain);

    [Theory]
    [MemberData(nameof(Guides))]
    public void A_guide_says_the_same_in_every_language(string language, int layout, int variant, bool withoutAccents)
    {
        LanguageWords words = LanguageWords.Of(language, variant, withoutAccents);
        string guide = words.Guide(layout);
        string[] actual = [.. Facts(ProcedureCompiler.Compile(guide, "guide.md"), layout)];
        string[] expected = [.. Expected(words, layout)];
        Assert.True(expected.SequenceEqual(actual), $"Expected but not there:\n{Lines(expected.Except(actual))}\nThere but not expected:\n{Lines(actual.Except(expected))}\n");
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"    {line}"));

    private static IEnumerable<string> Expected(LanguageWords words, int layout)
    {
        string[] labels = words.List("labels");
        int[] minutes = [15, 60, 240, 1440];
        int[] updates = [30, 60, 240, 1440];
        for (int i = 0; i < labels.Length; i++)
        {
            yield return $"severity {(layout == 2 ? labels[i] : $"P{i + 1} {labels[i]}")}: {words.List("definitions")[i]}, {minutes[i]} min{(i == 3 ? " of work" : string.Empty)}, told every {updates[i]} min{(layout > 1 ? string.Empty : ", examples 2")}";
        }

        foreach (string phase in words.List("phases"))
        {
            yield return $"phase {phase}";
        }

        yield return $"tasks {string.Join("; ", words.List("tasks"))}";
        foreach (string name in words.List("cases"))
        {
            yield return $"scenario {name}: {string.Join("; ", words.List("signs"))}: {string.Join("; ", words.List("deeds"))}";
        }

        for (int i = 0; i < 3; i++)
        {
            yield return $"level {words.List("callers")[i]} after {((int[])[0, 30, 120])[i]} min";
        }

        for (int i = 0; i < 2; i++)
        {
            yield return layout is 1 or 3 ? $"contact {words.List("posts")[i]}: +49 30 1234{i}56" : $"contact Anna Example {i + 1} ({words.List("posts")[i]}): +49 30 1234{i}56, anna{i + 1}@example.org";
        }

        for (int i = 0; i < 3; i++)
        {
            yield return $"role {words.List("offices")[i]}: {words.List("duties")[i]}";
        }

        yield return $"template {words["message"]}: 2";
        yield return "tools Grafana, PagerDuty";
        yield return "rotation 7 days, Monday 09:00";
        yield return "post-mortem 48 h, with a form";
        yield return "monitoring 60 min";
    }

    private static IEnumerable<string> Facts(Procedure procedure, int layout)
    {
        foreach (SeverityLevel level in procedure.Severities)
        {
            yield return $"severity {string.Join(' ', new[] { level.Name, level.Label }.OfType<string>())}: {level.Definition}, {Minutes(level.ResponseTime)}{(level.BusinessHours ? " of work" : string.Empty)}, told every {Minutes(level.UpdateInterval)}{(layout > 1 ? string.Empty : $", examples {level.Examples.Count}")}";
        }

        foreach (WorkflowPhase phase in procedure.Phases)
        {
            yield return $"phase {phase.Name}";
        }

        foreach (Checklist list in procedure.Checklists)
        {
            yield return $"tasks {string.Join("; ", list.Tasks.Select(task => task.Text))}";
        }

        foreach (Scenario scenario in procedure.Scenarios)
        {
            yield return $"scenario {scenario.Name}: {string.Join("; ", scenario.Symptoms)}: {string.Join("; ", scenario.Steps.Select(step => step.Text))}";
        }

        foreach (EscalationLevel level in procedure.EscalationLevels)
        {
            yield return $"level {level.Name} after {Minutes(level.After)}";
        }

        foreach (Contact contact in procedure.Contacts)
        {
            yield return $"contact {contact.Name}{(contact.Role is null ? string.Empty : $" ({contact.Role})")}: {contact.Value}";
        }

        foreach (ResponseRole role in procedure.Roles)
        {
            yield return $"role {role.Name}: {string.Join("; ", role.Duties)}";
        }

        foreach (MessageTemplate template in procedure.Templates)
        {
            yield return $"template {template.Name}: {template.Placeholders.Count}";
        }

        yield return $"tools {string.Join(", ", procedure.Tools.Select(tool => tool.Name))}";
        yield return $"rotation {procedure.Rotation?.ShiftLength?.TotalDays} days, {procedure.Rotation?.HandoffDay} {procedure.Rotation?.HandoffTime?.ToString("HH:mm", CultureInfo.InvariantCulture)}";
        yield return $"post-mortem {procedure.PostMortemWithin?.TotalHours} h, {(procedure.PostMortemTemplate is null ? "without" : "with")} a form";
        yield return $"monitoring {Minutes(procedure.MonitoringWindow?.Maximum)}";
    }

    private static string Minutes(TimeSpan? time) => time is { } value ? $"{value.TotalMinutes.ToString(CultureInfo.InvariantCulture)} min" : "no time";

    [Fact]
    public void The_first_answer_is_no_detection_and_a_working_day_may_stand_alone_in_Spanish()
    {
        Procedure procedure = ProcedureCompiler.Compile("## Severidad\n\n| Severidad | Definición | SLA detección | SLA respuesta inicial |\n|-|-|-|-|\n| P0 | sin pan | <1 h | <15 min |\n| P1 | pan pálido | <4 h | <1 día hábil |\n", "guide.md");
        Assert.Equal([(15.0, 0), (1440.0, 1)], procedure.Severities.Select(level => (level.ResponseTime!.Value.TotalMinutes, level.BusinessDays ?? 0)));
    }

    [Fact]
    public void Cases_in_a_table_within_a_phase_and_what_the_authority_is_told_in_German()
    {
        Procedure procedure = ProcedureCompiler.Compile("## Phasen\n\n### Phase 1: Eindämmung\n\n| Szenario | Maßnahme |\n|-|-|\n| Ofen kalt | Anzünden |\n| Mehl gestohlen | Wache rufen |\n\n### Phase 2: Nachbereitung\n\n1. Bericht schreiben\n2. Meldung an die Datenschutzbehörde innerhalb von 72 Stunden\n", "guide.md");
        Assert.Equal([("Ofen kalt", "Anzünden"), ("Mehl gestohlen", "Wache rufen")], procedure.Scenarios.Select(one => (one.Name, one.Steps.Single().Text)));
        Assert.Null(procedure.PostMortemWithin);
    }
}
