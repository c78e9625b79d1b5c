using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Paths that are written for a program: a graph for the one that draws it, keys for the one that pages.</content>
internal sealed partial class EscalationReader
{
    private const int MostLines = 200;

    // "A[Baker] -->|15 min| B[Head baker]": each node that is led to, with what is said on the way
    private bool AddGraph(CodeBlock code)
    {
        if (code.Language is not "mermaid" && !GraphHead().IsMatch(code.TextLines.FirstOrDefault(string.Empty)))
        {
            return false;
        }

        Dictionary<string, string> names = new(StringComparer.Ordinal);
        List<(string Node, string Said, int Line)> reached = [];
        string[] lines = code.TextLines.Length > MostLines ? code.TextLines[..MostLines] : code.TextLines;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Length > 300 ? lines[i][..300] : lines[i];
            foreach (Match node in GraphNode().Matches(line))
            {
                names.TryAdd(node.Groups["id"].Value, node.Groups["text"].Value.Trim().Trim('"'));
            }

            string bare = GraphNode().Replace(line, "${id}");
            foreach (Match edge in GraphEdge().Matches(bare))
            {
                string from = edge.Groups["from"].Value;
                if (!reached.Exists(known => known.Node == from))
                {
                    reached.Add((from, string.Empty, code.Line + 1 + i));
                }

                string to = edge.Groups["to"].Value;
                if (!reached.Exists(known => known.Node == to))
                {
                    reached.Add((to, edge.Groups["said"].Value, code.Line + 1 + i));
                }
            }
        }

        // A graph of questions and deeds calls nobody, and one with a question in it is a decision.
        (string Name, string Said, int Line)[] path = [.. reached.Where(node => names.ContainsKey(node.Node)).Select(node => (names[node.Node], node.Said, node.Line)).Where(node => !DrawnNoise().IsMatch(node.Item1))];
        if (path.Length >= 2 && path.Count(node => IsPerson(node.Name)) * 2 >= path.Length && !Array.Exists(path, node => node.Name.EndsWith('?')))
        {
            foreach ((string name, string said, int line) in path)
            {
                _levels.Add(new Draft(LevelName(name), said, TimeIn([said]), line));
                _levels[^1].Duties.AddRange(said.Length > 0 ? [said] : []);
            }

            context.Ledger.Take(code);
        }

        return true;
    }

    private static bool IsData(CodeBlock code) => code.Language is "yaml" or "yml" or "json" or "toml";

    // "level_1_watch:", and below it "role: …": keys that count the levels
    private bool AddCountedKeys(CodeBlock code)
    {
        List<Draft> counted = [];
        foreach ((string line, int i) in code.TextLines.Take(MostLines).Select((line, i) => (line, i)))
        {
            if (CountedKey().Match(line) is { Success: true } level)
            {
                counted.Add(new Draft(LevelName(level.Groups["name"].Value.Replace('_', ' ')), string.Empty, null, code.Line + 1 + i));
            }
            else if (counted.Count > 0 && new TextLine(line.Trim(), i) is { Label: { } key, Value.Length: > 0 } told)
            {
                string value = told.Value.Trim('"', '\'');
                counted[^1] = key is "role" or "name" or "title" && counted[^1].Duties.Count == 0 ? counted[^1] with { Name = LevelName(value) } : counted[^1];
                counted[^1].Duties.Add($"{key}: {value}");
            }
        }

        if (counted.Count < 2)
        {
            return false;
        }

        _levels.AddRange(counted);
        context.Ledger.Take(code);
        return true;
    }

    [GeneratedRegex(@"^\s*(?:level|tier|l)_?\d(?:_(?<name>\w{2,60}))?:\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CountedKey();

    // "SEV-1:" with "- delay: 15 minutes", "target: head_baker" below it
    private bool AddKeys(CodeBlock code)
    {
        if (!IsData(code))
        {
            return false;
        }

        if (AddCountedKeys(code))
        {
            return true;
        }

        string severity = string.Empty;
        List<(string? Who, string? When, string Severity, int Line, List<string> Others)> records = [];
        string[] lines = code.TextLines.Length > MostLines ? code.TextLines[..MostLines] : code.TextLines;
        for (int i = 0; i < lines.Length; i++)
        {
            string text = lines[i].Trim();
            if (text.EndsWith(':'))
            {
                severity = SeverityNames.ParseAll(text.TrimEnd(':'), loose: true) is [{ Rest.Length: 0 } name, ..] ? name.Name : severity;
                continue;
            }

            if (text.StartsWith("- ", StringComparison.Ordinal))
            {
                records.Add((null, null, severity, code.Line + 1 + i, []));
            }

            if (records.Count > 0 && Key().Match(text) is { Success: true } key)
            {
                string value = key.Groups["value"].Value.Trim('"', '\'', ' ');
                (string? who, string? when, string of, int line, List<string> rest) = records[^1];
                records[^1] = key.Groups["when"].Success ? (who, value, of, line, rest) : (who ?? value.Replace('_', ' '), when, of, line, rest);
            }
            else if (records.Count > 0 && text.Length > 0)
            {
                records[^1].Others.Add(text.TrimStart('-', ' '));
            }
        }

        records.RemoveAll(record => record.Who is null);
        if (records.Count < 2 || records.TrueForAll(record => record.When is null))
        {
            return false;
        }

        foreach ((string? who, string? when, string of, int line, List<string> rest) in records)
        {
            _levels.Add(new Draft(who!, of, when is null ? null : TimeIn([when]), line));
            _levels[^1].Duties.AddRange(rest);
        }

        context.Ledger.Take(code);
        return true;
    }

    [GeneratedRegex(@"^\s*(?:graph|flowchart)\s+(?:TD|TB|LR|BT|RL)\b", RegexOptions.CultureInvariant)]
    private static partial Regex GraphHead();

    [GeneratedRegex(@"\b(?<id>\w+)(?:\[|\(|\{)+(?<text>[^\[\](){}|]{1,80}(?:\([^()]{1,40}\)[^\[\](){}|]{0,40})?)(?:\]|\)|\})+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GraphNode();

    [GeneratedRegex(@"\b(?<from>\w+)\s*(?:--\s+(?<said>[^-|>]{1,60}?)\s+)?(?:-{2,}>|-\.+->|={2,}>)\s*(?:\|(?<said>[^|]{1,60})\|\s*)?(?=(?<to>\w+))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GraphEdge();

    [GeneratedRegex(@"^(?:- )?(?:(?<when>delay|after|wait|within|timeout|escalate_after|time)|target|notify|who|contact|page|call|role|to|escalate_to)(?:_minutes)?:\s+(?<value>\S.{0,80})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();
}
