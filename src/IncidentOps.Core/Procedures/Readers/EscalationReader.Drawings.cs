using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Paths that are drawn: trees, towers of boxes, arrow chains.</content>
internal sealed partial class EscalationReader
{
    /// <summary>A tree or a table drawn with characters: each line with words is a node.</summary>
    private void AddDrawing(CodeBlock code)
    {
        if (AddGraph(code) || AddKeys(code) || (IsData(code) && !IsDrawn(code)))
        {
            return;
        }

        (string Text, int Line)[] lines = [.. code.TextLines.Select((line, i) => (Text: line.Trim(TreeMarks).Trim(), Line: code.Line + 1 + i)).Where(line => line.Text.Length > 0)];
        // What asks twice is a decision to be taken, and no path.
        if (ShellText.IsShell(code) || code.TextLines.Any(line => SideBySide().IsMatch(line)) || HasColumns(code) || lines.Count(line => line.Text.EndsWith('?')) >= 2 || AddSeverities(lines, code) || AddRooted(code) || AddChain(lines, code))
        {
            return;
        }

        if (AddRecords(code) || AddMarked(code) || AddTimed(code) || AddPaged(code))
        {
            return;
        }

        bool rooted = code.TextLines.Count(line => line.Trim().Length > 0 && !Branch().IsMatch(line) && !DrawnArrow().IsMatch(line) && line.Trim(TreeMarks).Length > 0) >= 2;
        bool tower = code.TextLines.Any(line => line.Trim() is "▼" or "↓" or "⬇" or "v" or "V") && !code.TextLines.Any(line => Branch().IsMatch(line));
        int branch = Array.FindIndex(code.TextLines, line => Branch().IsMatch(line));
        bool stages = branch >= 0 && Array.FindIndex(code.TextLines, branch, line => DrawnArrow().IsMatch(line)) >= 0;
        string condition = string.Empty;
        string group = string.Empty;
        for (int i = 0; i < code.TextLines.Length; i++)
        {
            string drawn = code.TextLines[i];
            string text = drawn.Trim(TreeMarks).Trim();
            // "Detection → the engineer on call": what sets it off is nobody to call.
            if (Arrow().Match(text) is { Success: true, Index: > 0 } arrow && DrawnNoise().IsMatch(text[..arrow.Index]))
            {
                text = text[(arrow.Index + arrow.Length)..];
            }

            SectionTitle title = SectionTitle.Parse(text);
            SeverityName? severity = SeverityName.TryParse(text, loose: false) is { IsCode: true } code1 ? code1 : null;
            if (DrawnArrow().IsMatch(drawn) || (tower && text.Length > 0 && drawn.TrimStart() is ['│' or '|', ..] && drawn.TrimEnd() is not [.., '│' or '|']))
            {
                // "v (not resolved in 30 min)": on the way to the next level.
                condition = text.Any(char.IsLetterOrDigit) && text is not ("v" or "V") ? text : condition;
                continue;
            }

            // "[Beside them: theft → the watch]", below a tower
            if (tower && drawn.Trim() is ['[', .., ']'] && _levels.Count > 0 && text.Contains(':', StringComparison.Ordinal))
            {
                _levels[^1].Duties.Add(text.Trim('[', ']'));
                continue;
            }

            if (text.Length == 0 || GuideWords.Sections.Is(text, SectionKind.Escalation) || NoEscalation().IsMatch(text) || DrawnNoise().IsMatch(text) || DrawnNoise().IsMatch(title.NameWithoutRemarks) || (severity is { Rest.Length: > 0 } && DrawnNoise().IsMatch(severity.Rest)))
            {
                continue;
            }

            // Where an arrow leads on below them, branches tell what one level does.
            if (rooted && (severity is null || stages) && Branch().IsMatch(drawn))
            {
                if (_levels.Count > 0)
                {
                    _levels[^1].Duties.Add(text);
                }

                continue;
            }

            // "SEV-1/SEV-2:", and those who are called below
            if (SeverityNames.ParseAll(text, loose: false) is { Count: > 0 } heads && heads[0].Rest.Trim(':', ' ').Length == 0 && heads[0].Label is null)
            {
                group = string.Join(' ', heads.Select(head => head.Name));
                continue;
            }

            // "Severity 1-2 (critical/high)", above its branches
            if (!Branch().IsMatch(drawn) && i + 1 < code.TextLines.Length && Branch().IsMatch(code.TextLines[i + 1]) && SeverityRange().IsMatch(text))
            {
                group = text;
                rooted = false;
                continue;
            }

            int timed = TimeLength(text);
            string name = severity is not null ? severity.Rest : timed > 0 ? AfterArrow(text[timed..]) : ShortLevel().Replace(text, string.Empty, 1);
            name = LevelName(EscalateTo().Replace(SectionTitle.Parse(name) is { NameWithoutRemarks.Length: 0, Remarks: [var only, ..] } ? only : SectionTitle.Parse(name).NameWithoutRemarks, string.Empty, 1));
            if (name.Length > 0)
            {
                string remark = severity?.Name ?? $"{string.Join(' ', title.Remarks)} {condition}";
                _levels.Add(new Draft(name, context.Scale.MeantBy(remark).Count > 0 ? remark : group, TimeIn([condition, text]), code.Line + 1 + i));
                condition = string.Empty;
            }
        }

        // The least severe are drawn first where the tree grows; the order called in is by severity then.
        context.Ledger.Take(code);
    }

    /// <summary>True for names with arrows between them, or on branches.</summary>
    internal static bool IsDrawn(CodeBlock code) => !ShellText.IsShell(code) && code.TextLines.Count(line => line.Trim().Length > 0 && (DrawnArrow().IsMatch(line) || Branch().IsMatch(line))) >= 2;

    /// <summary>True for branches of which some say whom one passes on to: "Escalates to: the lead".</summary>
    internal static bool DrawsPath(CodeBlock code) => IsDrawn(code) && code.TextLines.Count(line => EscalatesTo().IsMatch(line.Trim(TreeMarks))) >= 2;

    [GeneratedRegex(@"^(?:escalates?|passes on|hands over|reports|eskaliert|escala|escalade)\b.{0,12}\b(?:to|an|a|à|al|vers)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EscalatesTo();

    // "15 min: the lead", in whatever language the time is read
    private static int TimeLength(string text)
    {
        Match time = TimePrefix().Match(text);
        int colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (!time.Success && text.Length > 0 && char.IsDigit(text[0]) && Arrow().Match(text) is { Success: true, Index: <= 60 } arrow && DurationText.FindAll(text[..arrow.Index]) is [{ Start: 0 }])
        {
            // "15 min without an answer → the second on call"
            return arrow.Index;
        }

        return time.Success ? time.Length : colon is > 0 and <= 24 && char.IsDigit(text[0]) && LooseSeverityText.IsTime(text[..colon]) ? colon + 1 : 0;
    }

    // "if nobody answers → the lead"
    private static string AfterArrow(string text) => Arrow().Split(text.Trim()) is [_, .., { Length: > 0 } last] ? last : text;

    // "Level 1: …" to "Level 3: …": the lines between them tell of the one above.
    private bool AddMarked(CodeBlock code)
    {
        string[] lines = [.. code.TextLines.Select(line => line.Trim(TreeMarks).Trim())];
        if (lines.Count(line => ShortLevel().IsMatch(line)) < 2 || lines.Count(line => ShortLevel().Match(line) is { Success: true } mark && mark.Length < line.Length) < 2)
        {
            return false;
        }

        // Where others stand as far to the left, they are levels too.
        bool[] facts = LevelFacts(lines);
        int indent = code.TextLines.Where((_, i) => ShortLevel().IsMatch(lines[i])).Max(Indent);
        if (code.TextLines.Where((line, i) => lines[i].Any(char.IsLetterOrDigit) && !ShortLevel().IsMatch(lines[i]) && !facts[i] && !DrawnArrow().IsMatch(line) && Indent(line) <= indent).Any())
        {
            return false;
        }

        string condition = string.Empty;
        for (int i = 0; i < lines.Length; i++)
        {
            if (ShortLevel().Match(lines[i]) is { Success: true } mark && mark.Length < lines[i].Length)
            {
                SectionTitle title = SectionTitle.Parse(lines[i][mark.Length..]);
                _levels.Add(new Draft(LevelName(title.NameWithoutRemarks), $"{string.Join(' ', title.Remarks)} {condition}", TimeIn([lines[i]]), code.Line + 1 + i));
                condition = string.Empty;
            }
            else if (_levels.Count > 0 && lines[i].Any(char.IsLetterOrDigit))
            {
                condition = DrawnArrow().IsMatch(code.TextLines[i]) ? lines[i] : condition;
                AddFact(lines[i]);
                _levels[^1].Duties.Add(PassesOn().IsMatch(code.TextLines[i]) || DrawnArrow().IsMatch(code.TextLines[i]) ? $"→ {lines[i]}" : lines[i]);
            }
        }

        TimeNext();
        context.Ledger.Take(code);
        return true;
    }

    private static int Indent(string line) => line.TakeWhile(c => !char.IsLetterOrDigit(c)).Count();

    // "├─ 5 min: not acknowledged → the second on call": branches that begin with their time.
    private bool AddTimed(CodeBlock code, Draft? root = null)
    {
        string[] lines = [.. code.TextLines.Select(line => line.Trim(TreeMarks).Trim())];
        if (Array.Exists(lines, line => SeverityRange().IsMatch(line)) || code.TextLines.Where((line, i) => Branch().IsMatch(line) && TimeLength(lines[i]) > 0).Take(2).Count() < 2)
        {
            return false;
        }

        _levels.AddRange(root is null ? [] : [root]);
        for (int i = 0; i < lines.Length; i++)
        {
            if (Branch().IsMatch(code.TextLines[i]) && TimeLength(lines[i]) is > 0 and var timed)
            {
                string text = AfterArrow(lines[i][timed..]);
                string name = LevelName(Called().Match(text) is { Success: true } called ? text[(called.Index + called.Length)..] : text);
                _levels.Add(new Draft(name, string.Empty, TimeIn([lines[i]]), code.Line + 1 + i));
            }
            else if (_levels.Count > 0 && lines[i].Any(char.IsLetterOrDigit))
            {
                _levels[^1].Duties.Add(lines[i]);
            }
        }

        context.Ledger.Take(code);
        return true;
    }

    // "Alarm → the first on call → chat", and below it branches with their times: whom it begins with
    private bool AddRooted(CodeBlock code)
    {
        if (code.TextLines is not [var root, _, _, ..] || Arrow().Split(root.Trim()) is not [var alarm, var first, ..] || !DrawnNoise().IsMatch(alarm) || code.TextLines.Skip(1).Any(line => line.Trim().Length > 0 && !Branch().IsMatch(line)))
        {
            return false;
        }

        SectionTitle title = SectionTitle.Parse(first);
        return AddTimed(code, new Draft(LevelName(title.NameWithoutRemarks), string.Join(' ', title.Remarks), null, code.Line + 1));
    }

    // "1. The lead is stuck → page the manager": each line tells whom it passes on to.
    private bool AddPaged(CodeBlock code)
    {
        (string When, string Who, int Line)[] lines = [.. code.TextLines.Select((line, i) => (Parts: Arrow().Split(SectionTitle.Parse(line.Trim()).Name), Line: code.Line + 1 + i)).Where(line => line.Parts.Any(part => part.Length > 0)).Select(line => line.Parts is [var when, var who] ? (when, who, line.Line) : (string.Empty, string.Empty, line.Line))];
        if (lines.Length < 2 || !Array.TrueForAll(lines, line => line.When.Length > 0 && EscalateTo().IsMatch(line.Who)))
        {
            return false;
        }

        foreach ((string when, string who, int line) in lines)
        {
            Match condition = OnlyIf().Match(who);
            string name = EscalateTo().Replace(condition.Success ? who[..condition.Index] : who, string.Empty, 1);
            Draft level = new(LevelName(SectionTitle.Parse(name).NameWithoutRemarks), who, TimeIn([when, who]), line);
            level.Duties.Add(condition.Success ? $"{when}: {condition.Value.Trim()}" : when);
            _levels.Add(level);
        }

        context.Ledger.Take(code);
        return true;
    }

    [GeneratedRegex(@"\s+(?:if|when|unless|once|in case)\s.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyIf();

    private bool AddChain(IEnumerable<(string Text, int Line)> lines, GuideBlock block, int shortest = 3)
    {
        foreach ((string text, int line) in lines)
        {
            string[] parts = Arrow().Split(text);
            if (parts.Length < shortest || text.Length > 400)
            {
                continue;
            }

            // What sets the chain off is nobody to call.
            int first = DrawnNoise().IsMatch(SectionTitle.Parse(parts[0]).NameWithoutRemarks) ? 1 : 0;
            foreach (string part in parts.Skip(first).Where(part => part.Trim().Length > 0))
            {
                // "[Duty engineer]" is still to be named.
                SectionTitle title = SectionTitle.Parse(part.Trim().Trim('[', ']'));
                _levels.Add(new Draft(LevelName(title.NameWithoutRemarks), string.Join(' ', title.Remarks), TimeIn([part]), line));
            }

            context.Ledger.Take(block);
            return true;
        }

        return false;
    }
}
