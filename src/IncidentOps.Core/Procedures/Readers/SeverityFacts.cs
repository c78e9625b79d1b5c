using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>A severity level while its facts are being gathered from several places.</summary>
internal sealed partial class SeverityFacts(SeverityName name, int line)
{
    private (string[] Items, int[] Lines) _suggested = ([], []);
    private bool _responseIsNamed;

    public string Name { get; private set; } = name.Name;

    public bool IsCode { get; } = name.IsCode;

    public string? Label { get; set; } = name.Label;

    public int Line { get; } = line;

    public string? Definition { get; private set; }

    public int DefinitionLine { get; private set; }

    /// <summary>True once the place that defines the levels is read and has told what this one is: others only add details.</summary>
    public bool IsDefined { get; private set; }

    public string? Impact { get; private set; }

    public DurationText? Response { get; private set; }

    public string? ResponseText { get; private set; }

    /// <summary>True once a value that names itself response time has been read; weaker sources stay out then.</summary>
    public bool ResponseIsSettled { get; private set; }

    public DurationText? Acknowledge { get; set; }

    public DurationText? Resolve { get; set; }

    public DurationText? Update { get; set; }

    public string? PostMortem { get; set; }

    public string? UpdateText { get; set; }

    public string? Escalation { get; set; }

    /// <summary>What is done at once, where the guide says so in place of a time; second best for the escalation.</summary>
    public string? ResponseAction { get; set; }

    public List<string> Examples { get; } = [];

    public List<int> ExampleLines { get; } = [];

    /// <summary>What has no place of its own.</summary>
    public List<string> Details { get; } = [];

    /// <summary>Values that should state a time and do not, each with its line.</summary>
    public List<(string Text, int Line)> Unreadable { get; } = [];

    /// <summary>Response times that contradict the first.</summary>
    public List<(string Text, int Line)> Contradictions { get; } = [];

    /// <summary>"Priority 1", which is called P1 elsewhere: the short name is the handier one.</summary>
    public void CallAs(SeverityName other) =>
        Name = IsCode && other.IsCode && other.Name.Count(char.IsLetter) < Name.Count(char.IsLetter) && SeverityName.CodeOf(other.Name) == SeverityName.CodeOf(Name) ? other.Name : Name;

    /// <summary>The name as the guide itself writes it.</summary>
    public void SpellAs(string name) => Name = name;

    public void SetResponse(string text, int line, bool strong = true, bool required = false)
    {
        DurationText? update = null;
        DurationText? response = null;
        bool other = false;
        bool acknowledged = false;
        IReadOnlyList<DurationText> told = DurationText.FindAll(text);
        DurationText? called = told.Count < 2 && !DurationText.BeginsAtOnce(text) ? null : told.Where(duration => duration.Value > TimeSpan.Zero && !IsAboutUpdates(text, duration) && (CalledResponse().IsMatch(text, Math.Min(text.Length, duration.Start + duration.Length)) || ResponseIn().IsMatch(text[Math.Max(0, duration.Start - 40)..duration.Start])) && !IsTillMended(text, duration)).FirstOrDefault();
        // "Acknowledge within 15 minutes, containment started within 60 minutes"
        called ??= told.Count < 2 ? null : told.FirstOrDefault(duration => duration.Value > TimeSpan.Zero && AcknowledgeIn().IsMatch(text[Math.Max(0, duration.Start - 40)..duration.Start]));
        foreach (DurationText duration in told)
        {
            if (IsAboutUpdates(text, duration))
            {
                // "The status page is updated within 15 minutes" is said of the first time.
                update ??= duration.Recurring || !Once().IsMatch(text[..duration.Start]) ? duration : null;
            }
            else if (Deed(text, duration) is { Success: true } deed)
            {
                // "15 minutes to acknowledge, 1 hour to contain"
                Acknowledge ??= deed.Groups["ack"].Success ? duration : null;
                Resolve ??= deed.Groups["ack"].Success ? null : duration;
                other = true;
                acknowledged |= deed.Groups["ack"].Success;
            }
            else if (acknowledged && IsTillMended(text, duration))
            {
                // "15 minutes to acknowledge; rolled back within 30 minutes"
                Resolve ??= duration;
            }
            else if (!acknowledged || duration.Value > TimeSpan.Zero)
            {
                // "Acknowledge within 15 minutes. Call everybody at once.": the call is no answer.
                response ??= duration;
            }
        }

        Update ??= update;
        // "Page at once, 15 min initial response"
        response = called ?? response ?? (required && acknowledged ? Acknowledge : null);
        if (response is null)
        {
            if (required && !other && !DurationText.IsOpenEnded(text))
            {
                Unreadable.Add((text, line));
            }

            ResponseText ??= strong ? text : null;
            return;
        }

        // "Immediate", and elsewhere "immediate, within 5 minutes"
        bool named = required && !_responseIsNamed && Response is not null && Response.Value != response.Value;
        bool closer = Response is { } known && known.Value == TimeSpan.Zero && response.Value > TimeSpan.Zero && DurationText.BeginsAtOnce(text);
        if (Response is null || closer || named || (strong && !ResponseIsSettled))
        {
            if (ResponseText is { } before && before != text && before != ResponseAction && before.Contains("; ", StringComparison.Ordinal))
            {
                // A list of what is done, of which the time alone gives way.
                Details.Add(before);
            }

            if (named && ResponseText is { } gone && gone != ResponseAction && !Details.Contains(gone))
            {
                // "Response: at once, all hands", where "Response time: 1 hour" says how soon
                Details.Add(gone);
            }

            (Response, ResponseText, ResponseIsSettled) = (response, text, strong);
            _responseIsNamed |= required;
        }
        else if (strong && Response.Value != response.Value)
        {
            Contradictions.Add((text, line));
        }
    }

    public void AddDetails(SeverityValue value)
    {
        string label = value.Label.Length > 0 && value.Text.Length > 0 ? $"{value.Label}: " : string.Empty;
        bool twice = value.Items.Count > 0 && value.Text == string.Join("; ", value.Items);
        Details.AddRange(value.Text.Length > 0 && !twice ? [label + value.Text, .. value.Items] : value.Items);
    }

    /// <summary>Takes the definition. The impact defines where nothing else does.</summary>
    public void Define(string text, int line) => (Definition, DefinitionLine) = (text, line);

    public void EndDefinition() => IsDefined = DefinitionLine > 0;

    public void SetImpact(string text, int line)
    {
        Impact = text;
        DefinitionLine = DefinitionLine > 0 ? DefinitionLine : line;
    }

    /// <summary>Takes the examples; false where there are some already.</summary>
    public bool TryAddExamples(IReadOnlyList<string> items, IEnumerable<int> lines)
    {
        if (Examples.Count > 0 && items.Count > 0)
        {
            return false;
        }

        Examples.AddRange(items);
        ExampleLines.AddRange(lines);
        return true;
    }

    private static bool IsTillMended(string text, DurationText duration) => TillMended().IsMatch(text[Math.Max(0, duration.Start - 60)..duration.Start]);

    [GeneratedRegex(@"\b(?:roll(?:ed)?[\s-]?back|hot-?fix(?:ed)?|fix(?:ed)?|restored?|mitigat(?:e|ed|ion)|workaround|recover(?:ed|y)?)\b[^.;]{0,30}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TillMended();

    /// <summary>What may serve as examples where the guide gives none by that name.</summary>
    public void SuggestExamples(IReadOnlyList<string> items, IEnumerable<int> lines) =>
        _suggested = _suggested.Items.Length > 0 ? _suggested : ([.. items], [.. lines]);

    // "P0 (all ovens out)", where nothing else says what it is
    private string? TellingLabel => Label is { } label && label.Contains(' ', StringComparison.Ordinal) && SeverityName.WordRank(label) is null ? label : null;

    public SeverityLevel ToLevel(int rank)
    {
        DurationText? response = Response ?? Acknowledge;
        return new SeverityLevel
        {
            Name = Name,
            Label = Label,
            Rank = rank,
            Definition = Definition ?? Impact ?? TellingLabel,
            DefinitionLine = DefinitionLine,
            ResponseTime = response?.Value,
            BusinessHours = response is { BusinessHours: true } || (response is { Value.Ticks: > 0 } ? ResponseText is { } said && InBusinessHours().IsMatch(said) : response is null && Details.Exists(detail => InBusinessHours().IsMatch(detail))),
            BusinessDays = response?.BusinessDays,
            ResponseText = ResponseText,
            AcknowledgeTime = Acknowledge?.Value,
            ResolutionTime = Resolve?.Value,
            Escalation = Escalation ?? ResponseAction,
            UpdateInterval = Update?.Value,
            UpdateText = UpdateText,
            PostMortem = PostMortem,
            Impact = Definition is null ? null : Impact,
            Examples = Examples.Count > 0 ? Examples : _suggested.Items,
            ExampleLines = Examples.Count > 0 ? ExampleLines : _suggested.Lines,
            Details = ResponseAction is { } action && Escalation is { } path && !path.Contains(action, StringComparison.Ordinal) ? [.. Details, action] : Details,
            Line = Line,
        };
    }

    private static Match Deed(string text, DurationText duration) =>
        ToDo().Match(text, Math.Min(text.Length, duration.Start + duration.Length)) is { Success: true } behind ? behind : Doing().Match(text[Math.Max(0, duration.Start - 30)..duration.Start]);

    // "20-minute maximum response time", "1 hour initial response"
    [GeneratedRegex(@"\G[\s-]*(?:(?:maximum|max\.?|initial|first|target)\s+)*response(?:\s+times?)?\s*(?:$|[,;.)/|])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CalledResponse();

    // "Page within 5 min, initial response within an hour"
    [GeneratedRegex(@"\b(?:(?:maximum|max\.?|initial|first)\s+response(?:\s+time)?|responds?)\s*(?::|=|within|in|of|<|≤)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ResponseIn();

    [GeneratedRegex(@"\back(?:nowledged?|nowledge?ment)?\s*(?::|=|within|in|<|≤)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AcknowledgeIn();

    private static bool IsAboutUpdates(string text, DurationText duration)
    {
        int from = Math.Max(0, duration.Start - 30);
        string before = text[from..duration.Start];
        int clause = before.LastIndexOfAny([',', ';', '/', '|', '.', '(']);
        return duration.Recurring || Fields.Among(before[(clause + 1)..].TrimEnd(':', ' '), GuideField.Update) == GuideField.Update;
    }

    // "Respond during business hours", where no time is given
    [GeneratedRegex(@"\brespon(?:se|d)\b(?!\w)[^.;]{0,30}(?<!outside )(?<!outside of )(?:business|working|office)[ -]hours\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InBusinessHours();

    [GeneratedRegex(@"\G\s*(?:\s(?:to|for)\s+|\()(?:(?<ack>ack\w*)|(?:contain|resolv|remediat|mitigat|fix|restor|recover|resolution|containment)\w*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ToDo();

    // "Acknowledge in 15 min, resolve in 4 h"
    [GeneratedRegex(@"(?:^|[,;/(.]\s*)(?:(?<ack>ack\w*)|(?:contain|resolv|remediat|mitigat|fix|restor|resolution)\w*)(?:\s+or\s+[\w ]{3,20})?(?:\s+(?:target|goal|time|sla))?\s*(?::|within|in|<)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Doing();

    [GeneratedRegex(@"\b(?:within|after|innerhalb(?: von)?|binnen)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Once();
}
