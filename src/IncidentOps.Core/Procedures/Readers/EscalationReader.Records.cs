using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Levels that are told in several labelled lines, and lines that say for each severity who is called.</content>
internal sealed partial class EscalationReader
{
    // "Time: 0-15 min", on a line of its own below a level: known by its label, or for being told of another level too
    private static bool[] LevelFacts(string[] lines)
    {
        string?[] labels = [.. lines.Select(line => new TextLine(line, 0) is { Label: { Length: <= 24 } label, Value.Length: > 0 } && !ShortLevel().IsMatch(line) ? label : null)];
        HashSet<string> repeated = labels.OfType<string>().GroupBy(label => label, StringComparer.Ordinal).Where(same => same.Count() >= 2).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        return [.. lines.Select((line, i) => labels[i] is { } label && (repeated.Contains(label) || FactField(line) is not GuideField.None))];
    }

    private static GuideField FactField(string line) =>
        new TextLine(line, 0) is { Label: { } label, Value.Length: > 0 } ? Fields.Among(label, GuideField.After, GuideField.Trigger, GuideField.Channel, GuideField.Role, GuideField.Duty, GuideField.Step, GuideField.Person, GuideField.Severity, GuideField.Response) : GuideField.None;

    // What the line says of when the level above is called.
    private void AddFact(string line)
    {
        GuideField field = FactField(line);
        string value = new TextLine(line, 0).Value;
        bool timed = field is GuideField.After or GuideField.Response or GuideField.Trigger || (value.Length > 0 && value.Length < line.Length && TimePrefix().IsMatch(value + ':'));
        // How long to wait for the next is the next one's time.
        if (timed && (field is GuideField.Trigger || !PassesOn().IsMatch(line)) && _levels[^1].After is null && TimeIn([value]) is { } after)
        {
            _levels[^1] = _levels[^1] with { After = after };
        }

        if (field is GuideField.Trigger or GuideField.Severity && context.Scale.MeantBy(value).Count > 0)
        {
            _levels[^1] = _levels[^1] with { Remark = $"{_levels[^1].Remark} {value}" };
        }
    }

    // "FIRST CALL", "ESCALATION 1 - Manager", and below each, further in, "When: …", "How: …"
    private bool AddRecords(CodeBlock code)
    {
        string[] lines = code.TextLines;
        List<(int At, int Facts)> heads = [];
        for (int i = 0; i < lines.Length; i++)
        {
            bool outer = lines[i].Length > 0 && char.IsLetterOrDigit(lines[i][0]);
            if (outer)
            {
                heads.Add((i, 0));
            }
            else if (heads.Count > 0 && FactField(lines[i].Trim()) is GuideField.After or GuideField.Trigger or GuideField.Channel or GuideField.Role)
            {
                heads[^1] = heads[^1] with { Facts = heads[^1].Facts + 1 };
            }
        }

        heads.RemoveAll(head => new TextLine(lines[head.At], 0).Label is not null);
        int levels = heads.FindLastIndex(head => head.Facts > 0 && Order().IsMatch(lines[head.At])) + 1;
        if (levels < 2 || heads.Take(levels).Any(head => head.Facts == 0))
        {
            return false;
        }

        for (int level = 0; level < levels; level++)
        {
            int at = heads[level].At;
            SectionTitle title = SectionTitle.Parse(ShortLevel().Replace(lines[at], string.Empty, 1));
            _levels.Add(new Draft(LevelName(title.NameWithoutRemarks), string.Join(' ', title.Remarks), TimeIn([lines[at]]), code.Line + 1 + at));
            foreach (string fact in lines[(at + 1)..(level + 1 < heads.Count ? heads[level + 1].At : lines.Length)].Select(line => line.Trim()).Where(line => line.Length > 0))
            {
                AddFact(fact);
                _levels[^1].Duties.Add(fact);
            }
        }

        context.Ledger.Take(code);
        return true;
    }

    // "P2 (High) → the commander → all hands": who is called first for each severity, and what becomes of it
    private bool AddSeverities((string Text, int Line)[] lines, CodeBlock code)
    {
        (string[] Parts, IReadOnlyList<SeverityLevel> Meant, int Line)[] chains = [.. lines.Select(line => Arrow().Split(line.Text)).Zip(lines, (parts, line) => (parts, SeverityName.TryParse(parts[0], loose: true) is { Rest.Length: 0 } ? context.Scale.MeantBy(parts[0]) : [], line.Line))];
        if (chains.Length < 2 || !Array.TrueForAll(chains, chain => chain is { Parts.Length: >= 2, Meant.Count: > 0 } && chain.Parts[1].Length is > 0 and <= 60) || chains.Select(chain => chain.Parts[0]).Distinct(StringComparer.OrdinalIgnoreCase).Count() < chains.Length)
        {
            return false;
        }

        foreach ((string[] parts, IReadOnlyList<SeverityLevel> meant, int line) in chains)
        {
            SectionTitle title = SectionTitle.Parse(parts[1]);
            Draft level = new(LevelName(EscalateTo().Replace(title.NameWithoutRemarks, string.Empty, 1)), string.Join(' ', meant.Select(severity => severity.Name)), TimeIn([parts[1]]), line);
            level.Duties.AddRange(parts.Skip(2));
            _levels.Add(level);
        }

        context.Ledger.Take(code);
        return true;
    }

    // What is called an escalation, or comes first or second
    [GeneratedRegex(@"\b(?:escalation|level|tier|primary|secondary|backup|first|second|on-?call)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Order();
}
