using System.Globalization;
using System.Text.RegularExpressions;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Facts read out of guides by hand, and their comparison with what was compiled. See guides.facts.</summary>
internal sealed partial class GuideFacts(string file)
{
    private readonly List<string> _lines = [];

    public string File { get; } = file;

    public static IReadOnlyList<GuideFacts> Read(string path)
    {
        List<GuideFacts> guides = [];
        foreach (string line in System.IO.File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith("guide ", StringComparison.Ordinal))
            {
                guides.Add(new GuideFacts(line[6..]));
            }
            else
            {
                guides[^1]._lines.Add(line);
            }
        }

        return guides;
    }

    /// <summary>The number of facts, and those that the compiled procedure has wrong.</summary>
    public (int Facts, IReadOnlyList<string> Wrong) Compare(Procedure procedure)
    {
        int facts = 0;
        List<string> wrong = [];
        foreach (string line in _lines)
        {
            foreach ((string what, bool right) in Check(Words(line), procedure))
            {
                facts++;
                if (!right)
                {
                    wrong.Add($"{line}  ({what})");
                }
            }
        }

        return (facts, wrong);
    }

    private static IEnumerable<(string What, bool Right)> Check(string[] words, Procedure procedure)
    {
        string name = words.Length > 1 ? words[1] : string.Empty;
        (string Key, string Value)[] pairs = [.. words.Skip(2).Where(word => word.Contains('=')).Select(Pair)];
        return words[0] switch
        {
            "title" => [("title", procedure.Title.StartsWith(name, StringComparison.Ordinal))],
            "severities" => [("names", words[1..].SequenceEqual(procedure.Severities.Select(level => level.Name), StringComparer.Ordinal)), .. words[1..].Select(word => (word, procedure.Severities.Any(level => level.Name == word)))],
            "severity" => Each(pairs, procedure.Severities.FirstOrDefault(level => level.Name == name), SeverityFact),
            "phases" => [("count", procedure.Phases.Count == Number(name))],
            "phase" => Each(pairs, procedure.Phases.ElementAtOrDefault(Number(name) - 1), (phase, _, value) => phase.Name.StartsWith(value, StringComparison.Ordinal)),
            "checklists" => [("count", procedure.Checklists.Count == Number(name))],
            "checklist" => Each(pairs, Named(procedure.Checklists, list => list.Name, name), ChecklistFact),
            "scenarios" => [("count", procedure.Scenarios.Count == Number(name))],
            "scenario" => Each(pairs, Named(procedure.Scenarios, scenario => scenario.Name, name), ScenarioFact),
            "levels" => [("count", procedure.EscalationLevels.Count == Number(name))],
            "level" => Each(pairs, procedure.EscalationLevels.FirstOrDefault(level => level.Order == Number(name)), LevelFact),
            "templates" => [("count", procedure.Templates.Count == Number(name))],
            "template" => Each(pairs, Named(procedure.Templates, template => template.Name, name), (template, _, value) => template.Placeholders.Contains(value, StringComparer.Ordinal)),
            "contacts" => [("count", procedure.Contacts.Count == Number(name))],
            "contact" => Each(pairs, Named(procedure.Contacts, contact => contact.Name, name) ?? procedure.Contacts.FirstOrDefault(contact => contact.Role == name), (contact, _, value) => (contact.Value ?? "none") == value),
            "roles" => [("count", procedure.Roles.Count == Number(name))],
            "role" => [(name, Named(procedure.Roles, role => role.Name, name) is not null)],
            "tool" => [(name, Named(procedure.Tools, tool => tool.Name, name) is not null)],
            "postmortem" => [("deadline", Minutes(procedure.PostMortemWithin) == name)],
            "monitor" => [("window", (procedure.MonitoringWindow is { } window ? $"{Minutes(window.Minimum)}-{Minutes(window.Maximum)}" : "none") == name)],
            "template-of-post-mortem" => [("there", (procedure.PostMortemTemplate is not null) == (name == "yes"))],
            _ => throw new InvalidDataException($"'{words[0]}' is no kind of fact."),
        };
    }

    private static IEnumerable<(string What, bool Right)> Each<T>((string Key, string Value)[] pairs, T? item, Func<T, string, string, bool> check)
        where T : class =>
        [("there", item is not null), .. pairs.Select(pair => (pair.Key, item is not null && check(item, pair.Key, pair.Value)))];

    // "Resolution (Slack)", "Resolution Template" are "Resolution" to some readers, and the whole to others.
    private static T? Named<T>(IReadOnlyList<T> items, Func<T, string> nameOf, string name)
        where T : class =>
        items.FirstOrDefault(item => nameOf(item) == name) ?? items.FirstOrDefault(item => Remark().Replace(nameOf(item), string.Empty) == Remark().Replace(name, string.Empty));

    private static bool SeverityFact(SeverityLevel level, string key, string value) => key switch
    {
        "label" => level.Label == value,
        "respond" => Minutes(level.ResponseTime) == value,
        "update" => Minutes(level.UpdateInterval) == value,
        "examples" => level.Examples.Count == Number(value),
        "business" => level.BusinessHours == (value == "yes"),
        "days" => level.BusinessDays == Number(value),
        "defined" => level.Definition?.StartsWith(value, StringComparison.Ordinal) == true,
        _ => throw new InvalidDataException(key),
    };

    private static bool ChecklistFact(Checklist list, string key, string value) => key switch
    {
        "tasks" => list.Tasks.Count == Number(value),
        "first" => list.Tasks[0].Text.StartsWith(value, StringComparison.Ordinal),
        "last" => list.Tasks[^1].Text.StartsWith(value, StringComparison.Ordinal),
        _ => throw new InvalidDataException(key),
    };

    private static bool ScenarioFact(Scenario scenario, string key, string value) => key switch
    {
        "severity" => scenario.Severity == value,
        "symptoms" => scenario.Symptoms.Count == Number(value),
        "steps" => scenario.Steps.Count == Number(value),
        "step" or "step2" => scenario.Steps.Any(step => step.Text.StartsWith(value, StringComparison.Ordinal)),
        _ => throw new InvalidDataException(key),
    };

    private static bool LevelFact(EscalationLevel level, string key, string value) => key switch
    {
        "name" => level.Name == value,
        "after" => Minutes(level.After) == value,
        "severities" => string.Join(',', level.Severities) == value,
        _ => throw new InvalidDataException(key),
    };

    private static string Minutes(TimeSpan? time) => time is { } value ? value.TotalMinutes.ToString(CultureInfo.InvariantCulture) : "none";

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static (string Key, string Value) Pair(string word)
    {
        int equals = word.IndexOf('=', StringComparison.Ordinal);
        return (word[..equals], word[(equals + 1)..]);
    }

    private static string[] Words(string line) =>
        [.. Word().Matches(line).Select(match => match.Value.Replace("\"", string.Empty, StringComparison.Ordinal))];

    [GeneratedRegex(@"\s*[(（][^()（）]*[)）]$|\s+[Tt]emplate$")]
    private static partial Regex Remark();

    [GeneratedRegex("""(?:[^\s"]|"[^"]*")+""")]
    private static partial Regex Word();
}
