using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Messages told by their parts, "Title: …", "Message: …"; and short ones side by side, one for each state.</content>
internal sealed partial class TemplateReader
{
    /// <summary>Of a longer sentence its end says what follows.</summary>
    private const int LongestLabel = 120;

    /// <summary>Shorter words in quotation marks are a title or an answer.</summary>
    private const int ShortestMessage = 20;

    // "**Title:** …" and "**Message:** …" are one message, and the heading names it.
    private bool AddParts(GuideSection section, string? lead, GuideBlock block, List<MessageTemplate> found)
    {
        TextLine[] lines = LinesOf(block);
        int said = Array.FindIndex(lines, line => line.Label is { } label && Content().IsMatch(label) && Extent(line.Value) >= ShortestMessage);
        if (said < 0 || section.Level == 0
            || !Array.TrueForAll(lines[..said], line => IsPart(line) || IsAboutMessage(line))
            || !Array.TrueForAll(lines[(said + 1)..], line => line.Label is null || IsPart(line) || IsAboutMessage(line)))
        {
            return false;
        }

        TextBlock? above = section.Blocks.IndexOf(block) is > 0 and var at && section.Blocks[at - 1] is TextBlock { Quoted: false } text && text.Lines.All(IsPart) ? text : null;
        string[] heads = [.. (above?.Lines ?? []).Concat(lines[..said]).Where(IsPart).Select(line => line.Text)];
        TextLine[] body = Array.FindAll(lines[said..], line => !IsAboutMessage(line));
        string message = Unquoted(string.Join('\n', body.Select((line, i) => i == 0 ? line.Value : line.Text)));
        Add(section, lead, heads.Length == 0 ? message : $"{string.Join('\n', heads)}\n\n{message}", (above ?? block).Line, found);
        context.Ledger.Take(above);
        context.Ledger.Take(block);
        foreach (ListItem item in block is ListBlock list ? list.Items.Where(item => !IsAboutMessage(item.Lines[0])) : [])
        {
            context.Ledger.Take(item);
        }

        return true;
    }

    // "What customers are told", in a case, and quoted below it: "We look into it."
    private static bool IsSaidInCase(GuideSection section, TextBlock quote) =>
        section is { IsBold: false, Kind: SectionKind.Scenario, Parent.Kind: SectionKind.Scenario } && IsQuotation(quote.Text) && GuideWords.Sections.Has(section.Heading.NameWithoutRemarks, SectionKind.Communication);

    // "Social media (P1 only):", in bold, and in the fence what is written there, with nothing to fill in
    private static bool IsOfChannel(GuideSection section, CodeBlock code) =>
        section is { IsBold: true, Sections.Count: 0, Blocks.Count: 1 } && ChannelTitle().IsMatch(section.Heading.NameWithoutRemarks) && !IsProgram(code) && Extent(code.Text.Where(char.IsLetter)) >= 40;

    // "Slack #news" too, alone below "First message"
    [GeneratedRegex(@"^(?:(?:(?:in|via|by) )?(?:social media|twitter|tweet|sms|text message|e-?mail|status ?page|chat|slack|teams|discord|telegram|banner|in-?app)(?: (?:post|message|update|notice|banner))?(?:\s*#[\w-]+)?|#[\w-]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChannelTitle();

    // "First news template:", an item, and below it what is to be said, point by point
    private bool AddForm(ListItem item, List<MessageTemplate> found)
    {
        if (item is not { Label: { } label, Value.Length: 0, Box: null, Blocks: [ListBlock { HasBoxes: false, Items.Count: >= 2 } list] } || FormLabel().Match(label) is not { Success: true } form || list.Items.Any(point => point.Children.Any()))
        {
            return false;
        }

        found.Add(Template(form.Groups["name"].Value, string.Join('\n', list.Items.Select(point => $"- {point.Text}")), list.Line));
        context.Ledger.TakeAll(item);
        return true;
    }

    [GeneratedRegex(@"^(?<name>.{0,40}\b(?:message|notification|update|announcement|e-?mail|notice|statement|communication))\s+template$|^template (?:for|of) (?:the |an? )?(?<name>.{3,40})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FormLabel();

    private static bool IsPart(TextLine line) => line is { Label: { } label, Value.Length: > 0 } && PartOfMessage().IsMatch(label);

    // "Channel: …", "When: …": told of the message, and not sent with it
    private static bool IsAboutMessage(TextLine line) => line is { Label: { } label, Value.Length: > 0 } && AboutMessage().IsMatch(label);

    // "Investigating: "We look into it."", "Resolved: "It is mended."": what is said in each state, whatever the chapter is called
    private bool AddStates(GuideSection section, GuideBlock block, List<MessageTemplate> found)
    {
        TextLine[] lines = LinesOf(block);
        if (!IsRunOfStates(lines) && !(section.Kind is SectionKind.Templates && IsRunOfQuotations(lines) && lines.Any(line => IsSentence(line.Value))))
        {
            return false;
        }

        found.AddRange(lines.Select(line => Template(SectionTitle.Parse(line.Label!).Name, Unquoted(line.Value), line.Line)));
        context.Ledger.TakeAll(block);
        context.Ledger.Take(section);
        return true;
    }

    /// <summary>True for a section with words to be said in each state, though its heading does not call them templates.</summary>
    internal static bool TellsStates(GuideSection section) =>
        section is { IsBold: false, Sections.Count: 0, Heading.Ordinal: null, Parent.Kind: SectionKind.Unknown }
        && section.Blocks.Exists(TellsStates);

    /// <summary>True for words in quotation marks, each for a state that an incident may be in.</summary>
    internal static bool TellsStates(GuideBlock block) =>
        block is TableBlock table ? table.Rows.Any(row => row.Cells is [.., var last] && IsQuotation(last.Text)) && NamesStates(table) : IsRunOfStates(LinesOf(block));

    private static bool IsRunOfStates(TextLine[] lines) => IsRunOfQuotations(lines) && lines.Count(line => State().IsMatch(SectionTitle.Parse(line.Label!).NameWithoutRemarks)) >= 2;

    private static bool IsRunOfQuotations(TextLine[] lines) => lines.Length >= 2 && Array.TrueForAll(lines, line => line.Label is { Length: <= 60 } && IsQuotation(line.Value));

    private static bool NamesStates(TableBlock table) => table.Rows.Count(row => State().IsMatch(SectionTitle.Parse(row.Cell(0).Text).NameWithoutRemarks)) >= 2;

    // A sentence may have begun in the line above.
    private static string LastSentence(TextBlock text) =>
        (text.Lines is [.., { Label: null } above, _] && !above.Text.EndsWith('.') ? $"{above.Text} {text.Lines[^1].Text}" : text.Lines[^1].Text).TrimEnd(':');

    // "First notice:", and below it "Impact: [who]", "Next update: [HH:MM]": the message is to be filled in line by line
    private static bool IsBlankForm(ListBlock list) =>
        list is { Ordered: false, HasBoxes: false, Items.Count: >= 3 } && list.Items.All(item => item is { Label: not null, Blocks.Count: 0 } && Unfilled.IsOnly(item.Value));

    // "{{service}} is back": what a program fills in, quoted, is a message wherever it stands
    [GeneratedRegex(@"\{\{\s*\w[\w ]{0,40}\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();

    // "State | Message", among the templates or wherever the states are those
    private bool AddRows(GuideSection section, TableBlock table, bool inTemplates, List<MessageTemplate> found)
    {
        bool states = TellsStates(table);
        int column = !inTemplates && !states ? -1 : table.Header is { } header ? Enumerable.Range(1, Math.Max(0, header.Cells.Count - 1)).FirstOrDefault(i => Content().IsMatch(header.Cell(i).Text) || IsTemplateLabel(header.Cell(i).Text), -1) : -1;
        TableLine[] rows = column < 1 ? [] : [.. table.Rows.Where(row => row.Cell(0).Text.Length is > 0 and <= 60 && (IsSentence(row.Cell(column).Text) || IsQuotation(row.Cell(column).Text)))];
        if (rows.Length == 0 || rows.Length * 2 < table.Rows.Count)
        {
            return false;
        }

        found.AddRange(rows.Select(row => Template(SectionTitle.Parse(row.Cell(0).Text).Name, Unquoted(row.Cell(column).Text), row.Line)));
        Array.ForEach(rows, context.Ledger.Take);
        context.Ledger.Take(table);
        context.Ledger.Take(section);
        return true;
    }

    // Line by line; of a list only where nothing stands below its items
    private static TextLine[] LinesOf(GuideBlock block) => block switch
    {
        TextBlock { Quoted: false } text => [.. text.Lines.Where(line => line.Text.Length > 0)],
        ListBlock { HasBoxes: false } list when list.Items.All(item => item is { Blocks.Count: 0, Lines.Count: > 0 }) => [.. list.Items.Select(item => item.Lines.Count == 1 ? item.Lines[0] : new TextLine(item.Text, item.Line))],
        _ => [],
    };

    private static bool IsQuotation(string text) =>
        text.Length > 2 && (text[0], text[^1]) is ('"', '"') or ('“', '”') or ('„', '“') or ('„', '”') or ('«', '»') or ('»', '«') or ('「', '」') or ('`', '`')
        && Extent(text) >= ShortestMessage
        && text[1..^1].AsSpan().IndexOfAny(text[0], text[^1]) < 0;

    // The states that pages of state have, and what stands for them
    [GeneratedRegex(@"^(?:initial(?: \p{L}+)?|acknowledged|investigating|identified|monitoring|in progress|ongoing|update|mitigat(?:ed|ing)|fix(?:ed|ing)|resol(?:ved|ution)|restored|recovered|degraded|outage|maintenance|scheduled|completed|closed|false alarm)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex State();

    [GeneratedRegex(@"^(?:to|from|cc|bcc|subject|(?:message |e-?mail )?title|headline|status|state|severity|impact|components?|affected(?: \p{L}+)?|next update|an|von|betreff|asunto|assunto|objet|oggetto|onderwerp|subiect|ämne|emne|temat|konu|тема|título|titre|titel|件名|主题|标题|제목)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartOfMessage();

    [GeneratedRegex(@"^(?:audience|recipients?|channels?|when(?: to (?:use|send))?|timing|trigger|frequency|tone|owner|sender|sent by|approv(?:al|ed by|er)|use (?:for|when)|purpose|kanal|canal|zielgruppe|destinataires?|público|audiencia)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutMessage();
}
