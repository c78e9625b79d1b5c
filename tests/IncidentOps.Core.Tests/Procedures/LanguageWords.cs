using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>The words of one language in languages.words, and guides made of them: four layouts, each in several wordings.</summary>
internal sealed class LanguageWords(string language, IReadOnlyDictionary<string, string[]> words, int variant, bool withoutAccents)
{
    public const int Layouts = 4;

    /// <summary>As many as the key with the most wordings has.</summary>
    public const int Variants = 6;

    public string Language => language;

    /// <summary>The wording that is used in this variant.</summary>
    public string this[string key]
    {
        get
        {
            string[] ways = words[key];
            string word = ways[variant % ways.Length];
            return withoutAccents ? Accents.Fold(word) : word;
        }
    }

    /// <summary>The items of a key that holds a list.</summary>
    public string[] List(string key) => this[key].Split("; ");

    public static IReadOnlyList<string> Languages { get; } = [.. Read().Keys];

    public static LanguageWords Of(string language, int variant, bool withoutAccents) => new(language, Read()[language], variant, withoutAccents);

    private static Dictionary<string, Dictionary<string, string[]>> Read()
    {
        Dictionary<string, Dictionary<string, string[]>> languages = [];
        Dictionary<string, string[]> current = [];
        foreach (string line in File.ReadLines(Path.Combine(SharedFiles.RepositoryRoot, "tests", "IncidentOps.Core.Tests", "Procedures", "languages.words")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
            {
                languages.Add(line.Trim('[', ']'), current = []);
                continue;
            }

            int colon = line.IndexOf(": ", StringComparison.Ordinal);
            current.Add(line[..colon], line[(colon + 2)..].Split(" | "));
        }

        return languages;
    }

    /// <summary>The guide in one of the layouts.</summary>
    public string Guide(int layout) => $"""
        # Incident Response

        ## {this["severities"]}

        {Severities(layout)}

        {Phases(layout)}

        ## {this["checklist"]}

        {Lines(List("tasks"), task => $"- [ ] {task}")}

        ## {this["scenarios"]}

        {Lines(List("cases"), (name, i) => ScenarioOf(layout, name, i + 1))}

        ## {this["escalation"]}

        {Escalation(layout)}

        ## {this["contacts"]}

        {Contacts(layout)}

        ## {this["roles"]}

        {Roles(layout)}

        ## {this["templates"]}

        {Template(layout)}

        ## {this["tools"]}

        - [Grafana](https://grafana.example.org)
        - **PagerDuty**: https://pager.example.org

        ## {this["rotation"]}

        - **{this["schedule"]}**: {this["weekly"]}
        - **{this["handoff"]}**: {this["monday"]}

        ## {this["postmortem"]}

        {(layout == 3 ? "- " : string.Empty)}{this["deadline"]}

        ### {this["form"]}

        ```markdown
        # [ABC-123]
        ## 1
        ## 2
        ```

        {(layout == 3 ? Cadence() : string.Empty)}
        """;

    private string Severities(int layout)
    {
        (string Label, string Definition, string Time, string Update)[] levels = [.. List("labels").Select((label, i) => (label, List("definitions")[i], List("times")[i], List("updates")[i]))];
        return layout switch
        {
            0 => Lines([$"| {this["level"]} | {this["name"]} | {this["description"]} | {this["response"]} | {this["update"]} | {this["examples"]} |", "|---|---|---|---|---|---|"])
                + "\n" + Lines(levels, (level, i) => $"| P{i + 1} | {level.Label} | {level.Definition} | {level.Time} | {level.Update} | {this["samples"]} |"),
            1 => Lines(levels, (level, i) => $"### P{i + 1}: {level.Label}\n\n- **{this["description"]}**: {level.Definition}\n- **{this["response"]}**: {level.Time}\n- **{this["update"]}**: {level.Update}\n- **{this["examples"]}**:\n{Lines(this["samples"].Split([", ", "、", "، ", "，"], StringSplitOptions.None), sample => $"  - {sample}")}\n"),
            3 => Lines(levels, (level, i) => $"- **P{i + 1} – {level.Label}**: {level.Definition}\n  - {this["response"]}: {level.Time}"),
            _ => Lines([$"| {this["level"]} | {this["description"]} | {this["response"]} | {this["update"]} |", "|---|---|---|---|"])
                + "\n" + Lines(levels, level => $"| **{level.Label}** | {level.Definition} | {level.Time} | {level.Update} |"),
        };
    }

    // How often they are told, apart from the levels
    private string Cadence() => $"## {this["communication"]}\n\n{Lines(List("updates"), (update, i) => $"- P{i + 1}: {update}")}\n";

    private string Phases(int layout) =>
        (layout == 2 ? string.Empty : $"## {this["process"]}\n\n")
        + Lines(List("phases"), (name, i) => $"{(layout == 2 ? "##" : "###")} {(layout == 1 ? $"{i + 1}. {name}" : $"{Numbered("phase", i + 1)}{name}")}{(layout == 3 && i < 3 ? $" ({List("times")[i]})" : string.Empty)}\n\n- {(i == 3 ? this["monitor"] : this["deed"])}\n");

    private string ScenarioOf(int layout, string name, int number) => layout switch
    {
        0 => $"### {Numbered("scenario", number)}{name}\n\n**{this["symptoms"]}:**\n\n{Lines(List("signs"), sign => $"- {sign}")}\n\n**{this["steps"]}:**\n\n{Lines(List("deeds"), (deed, i) => $"{i + 1}. {deed}")}\n",
        1 => $"### {name}\n\n#### {this["symptoms"]}\n\n{Lines(List("signs"), sign => $"- {sign}")}\n\n#### {this["steps"]}\n\n{Lines(List("deeds"), (deed, i) => $"{i + 1}. {deed}")}\n",
        3 => $"### {name}\n\n**{this["symptoms"]}:** {string.Join(", ", List("signs"))}\n\n**{this["steps"]}:**\n\n{Lines(List("deeds"), (deed, i) => $"{i + 1}. {deed}")}\n",
        _ => $"### {number}. {name}\n\n- **{this["symptoms"]}**:\n{Lines(List("signs"), sign => $"  - {sign}")}\n- **{this["steps"]}**:\n{Lines(List("deeds"), (deed, i) => $"  {i + 1}. {deed}")}\n",
    };

    private string Escalation(int layout) => layout switch
    {
        0 => Lines(List("calls"), (call, i) => $"{i + 1}. **{Numbered("tier", i + 1).TrimEnd(':', '：', ' ')}**: {call}"),
        1 => $"| {this["tier"]} | {this["who"]} | {this["after"]} |\n|---|---|---|\n" + Lines(List("callers"), (caller, i) => $"| {i + 1} | {caller} | {List("afters")[i]} |"),
        3 => string.Join(" → ", List("callers").Select((caller, i) => $"{caller} ({List("afters")[i]})")),
        _ => Lines(List("callers"), (caller, i) => $"### {Numbered("tier", i + 1)}{caller}\n\n- **{this["after"]}**: {List("afters")[i]}\n"),
    };

    private string Contacts(int layout) => layout == 3 ? $"| {this["role"]} | {this["phone"]} |\n|---|---|\n" + Lines(List("posts"), (post, i) => $"| {post} | +49 30 1234{i}56 |")
        : layout == 1
        ? Lines(List("posts"), (post, i) => $"- **{post}**: +49 30 1234{i}56")
        : $"| {this["role"]} | {this["person"]} | {this["phone"]} | {this["mail"]} |\n|---|---|---|---|\n" + Lines(List("posts"), (post, i) => $"| {post} | Anna Example {i + 1} | +49 30 1234{i}56 | anna{i + 1}@example.org |");

    private string Roles(int layout) => layout == 1
        ? $"| {this["role"]} | {this["duty"]} |\n|---|---|\n" + Lines(List("offices"), (office, i) => $"| {office} | {List("duties")[i]} |")
        : layout == 3 ? Lines(List("offices"), (office, i) => $"### {office}\n\n- {List("duties")[i]}\n")
        : Lines(List("offices"), (office, i) => $"- **{office}**: {List("duties")[i]}");

    private string Template(int layout) => layout switch
    {
        0 => $"### {this["message"]}\n\n```\n{this["body"]}\n```",
        3 => $"- **{this["message"]}**: \"{this["body"]}\"",
        1 => $"**{this["message"]}:**\n\n> {this["body"]}",
        _ => $"### {this["message"]}\n\n> {this["body"]}",
    };

    // "Phase 1: ", "第1阶段：": what counts stands where the language puts it.
    private string Numbered(string key, int number)
    {
        string word = this[key];
        return word.Contains('#', StringComparison.Ordinal) ? word.Replace("#", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal) : $"{word} {number}: ";
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Lines<T>(IEnumerable<T> items, Func<T, string> line) => Lines(items.Select(line));

    private static string Lines<T>(IEnumerable<T> items, Func<T, int, string> line) => Lines(items.Select(line));
}
