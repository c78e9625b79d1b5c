using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Messages that are neither fenced nor quoted: a letter as it stands below its heading; and quoted ones, line by line.</content>
internal sealed partial class TemplateReader
{
    /// <summary>Among how many lines a letter has said what it is about, or whom it is for.</summary>
    private const int LinesOfHead = 4;

    private readonly HashSet<GuideBlock> _letters = [];
    private string[]? _lines;

    private string[] Lines => _lines ??= context.Document.Text.Split('\n');

    /// <summary>Takes what stands below a heading for a message, or the end of it, from where the message begins.</summary>
    private bool AddLetter(GuideSection section, List<MessageTemplate> found)
    {
        GuideSection[] parts = [.. section.SelfAndDescendants.TakeWhile(part => part == section || part.IsBold)];
        GuideBlock[] blocks = [.. parts.SelectMany(part => part.Blocks).OrderBy(block => block.Line)];
        if (blocks.Any(_letters.Contains))
        {
            return true;
        }

        // "First: "We look into it."", "Last: "It works again.""
        bool quotations = blocks.OfType<TextBlock>().SelectMany(text => text.Lines).Count(line => line is { Label: not null } && IsQuotation(line.Value)) >= 2;
        // "First notice:", "All clear:", and below each the lines to be filled in
        bool forms = parts.Length == 1 && blocks.OfType<ListBlock>().Count(IsBlankForm) >= 2 && Array.TrueForAll(blocks, block => block is TextBlock { Lines: [{ Text: [.., ':'] }] } || (block is ListBlock list && IsBlankForm(list)));
        if (quotations || forms || section.Level == 0 || blocks.Length == 0 || parts.Length != section.SelfAndDescendants.Count() || blocks.Any(block => block is CodeBlock { Fenced: true } or TableBlock or TextBlock { Quoted: true } || IsQuoted(block)))
        {
            return false;
        }

        int from = Array.FindIndex(blocks, block => block is TextBlock text && OpensLetter(text));
        string? lead = from > 0 && blocks[from - 1] is TextBlock { Lines: [.., var last] } && last.Text.EndsWith(':') ? last.Text.TrimEnd(':') : null;
        bool title = from >= 0 && parts.Length > 1 && parts[1].Line < blocks[from].Line;
        if (from < 0 || (title && !IsShouted(parts[1].Title)))
        {
            // "We look into [what]": without a salutation all below a heading among the templates.
            // One that calls itself a template is so with all its titles in bold.
            bool form = section is { IsBold: false, Kind: SectionKind.Templates } && FormTitle().IsMatch(section.Heading.NameWithoutRemarks);
            from = section.Kind is SectionKind.Templates && (parts.Length == 1 || form) && (IsMessageText(blocks) || IsAnnounced(section)) ? 0 : -1;
            (lead, title) = (null, false);
        }

        if (from < 0)
        {
            return false;
        }

        int end = context.Document.Text.AsSpan(0, section.End).Count('\n') + (section.End == context.Document.Text.Length ? 1 : 0);
        int first = (title ? parts[1].Line : blocks[from].Line) - 1;
        bool whole = section is { IsBold: false, Kind: SectionKind.Templates } && IsTemplateLabel(section.Title);
        int head = Array.FindLastIndex(blocks, block => block is TextBlock text && text.Lines.All(line => line.Label is { } label && LineOfHead().IsMatch(label))) is >= 0 and var address ? blocks[address].Line : 0;
        // A rule below "To: …" and "Subject: …" parts them from the words; in what calls itself a template none ends it.
        string[] body = [.. Lines[first..Math.Min(end, Lines.Length)].TakeWhile((line, i) => i == 0 || whole || first + i <= head + 2 || !Rule().IsMatch(line))];
        string text = WithoutTags(string.Join('\n', body)).Trim();
        if (PlaceholdersOf(text).Count < (IsAnnounced(section) ? 0 : section.Kind is SectionKind.Templates ? 1 : 2))
        {
            return false;
        }

        Add(section, lead, text, first + 1, found);
        foreach (GuideBlock block in blocks.Where(block => block.Line > first && block.Line <= first + body.Length))
        {
            context.Ledger.TakeAll(block);
            _letters.Add(block);
        }

        Array.ForEach(Array.FindAll(parts, part => part.Line <= first + body.Length), context.Ledger.Take);
        return section.Kind is SectionKind.Templates;
    }

    // "Template: All clear", and below it what to write, with nothing to fill in perhaps
    private static bool IsAnnounced(GuideSection section) =>
        section is { IsBold: false, Kind: SectionKind.Templates } && section.Links.Count == 0
        && ((Announced().IsMatch(section.Heading.Name) && section.Blocks is [TextBlock { Quoted: false }, ..]) || (FormTitle().IsMatch(section.Heading.NameWithoutRemarks) && section.Blocks is [ListBlock { HasBoxes: false, Items.Count: >= 3 } list] && list.Items.All(item => item.Blocks.Count == 0)));

    // "Template for guests", "Status update template", and what such a message has, dash by dash
    [GeneratedRegex(@"^template\s+\p{L}|\S\s+template$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormTitle();

    // "Dear [name]", "Subject: …", with something to fill in, be it further down
    private static bool OpensLetter(TextBlock text) => text.Lines.Take(LinesOfHead).Any(line => Salutation().IsMatch(line.Text));

    private static bool IsMessageText(GuideBlock[] blocks) =>
        blocks.OfType<TextBlock>().SelectMany(text => text.Lines).Any(line => line.Codes.Count == 0 && IsSentence(line.Value) && (line.Label is null || line.Bold is null))
        || blocks.Sum(block => block switch
        {
            TextBlock text => text.Lines.Count(line => FormLine().IsMatch(line.Text)),
            ListBlock list => list.Items.Count(item => FormLine().IsMatch(item.Text)),
            _ => 0,
        }) >= 3;

    private static bool IsShouted(string title) => title.Any(char.IsLetter) && !title.Any(char.IsLower);

    // "Example:", and the template once more as it was sent
    private static bool IsFilledIn(GuideSection section, string? lead, string body, List<MessageTemplate> found) =>
        (lead ?? (section.IsBold ? section.Title : null)) is { } said && Example().IsMatch(said)
        && found.Count > 0 && found[^1].Line > (lead is null ? section.Parent!.Line : section.Line) && PlaceholdersOf(body).Count * 2 < found[^1].Placeholders.Count;

    // "# Customer message", at the top of the fence, where the heading only says that it is a template
    private static string? NameInside(GuideSection section, string? lead, string body) =>
        lead is null && GuideWords.Sections.Is(section.Heading.NameWithoutRemarks, SectionKind.Templates)
        && InnerHeading().Match(body) is { Success: true } heading && !Placeholder().IsMatch(heading.Value) ? heading.Groups["name"].Value : null;

    // "> Subject: …", or how it is sent, quoted above the message in its fence: no message of its own.
    private static bool IsBeforeFence(GuideSection section, TextBlock quote) =>
        section.Blocks.IndexOf(quote) is >= 0 and var at && at + 1 < section.Blocks.Count && section.Blocks[at + 1] is CodeBlock { Fenced: true } && quote.Lines is [{ Label: not null }];

    private string WithSubject(GuideSection section, CodeBlock code)
    {
        if (section.Blocks.IndexOf(code) is > 0 and var at && section.Blocks[at - 1] is TextBlock { Quoted: true, Lines: [{ Label: { } label } subject] } quote && LineOfHead().IsMatch(label))
        {
            context.Ledger.TakeAll(quote);
            return $"{subject.Text}\n\n{code.Text}";
        }

        return code.Text;
    }

    // The tags of formatting are no blanks, and no words either.
    private static string WithoutTags(string text) => text.Contains('<', StringComparison.Ordinal) ? Tag().Replace(LineBreak().Replace(text, "\n"), string.Empty) : text;

    // "Status: …", quoted below the title of the guide: how far it has come
    private static bool TellsOfDocument(GuideSection section, TextBlock quote) =>
        section.Level <= 1 && quote.Lines[0].Label is { } label && DocumentWords.IsMetadata(label);

    /// <summary>True for "Messages", and below it "First", "Last", each with a quotation in which something is to be filled in.</summary>
    internal static bool HoldsQuotations(GuideSection section) =>
        section is { Sections.Count: >= 2 and <= 20, Blocks.Count: 0 } && section.Sections.TrueForAll(part => part.Sections.Count == 0 && part.Blocks.Count > 0 && part.Blocks.TrueForAll(block => block is TextBlock { Quoted: true }))
        && section.Sections.Exists(part => part.Blocks.OfType<TextBlock>().Any(text => Placeholder().IsMatch(text.Text)));

    private bool IsQuoted(GuideBlock block) => block.Line <= Lines.Length && Lines[block.Line - 1].AsSpan().TrimStart() is ['>', ..];

    private void AddQuote(GuideSection section, List<GuideBlock> quoted, string? lead, List<MessageTemplate> found)
    {
        // "Subject: …", in the line above what is quoted
        int at = section.Blocks.IndexOf(quoted[0]);
        TextBlock? head = at > 0 && section.Blocks[at - 1] is TextBlock { Quoted: false, Lines: [{ Label: { } label, Value.Length: > 0 }] } above && LineOfHead().IsMatch(label) ? above : null;
        List<string> body = head is null ? [] : [head.Lines[0].Text, string.Empty];
        if (head is not null)
        {
            context.Ledger.Take(head);
        }

        int done = 0;
        foreach (int start in quoted.Select(block => block.Line - 1).Where(start => start >= done))
        {
            for (done = start; done < Lines.Length && Lines[done].AsSpan().TrimStart() is ['>', ..]; done++)
            {
                body.Add(Escape().Replace(QuoteMark().Replace(Lines[done], string.Empty, 1), "$1"));
            }
        }

        Add(section, lead, WithoutTags(string.Join('\n', body)).Trim(), quoted[0].Line, found);
        quoted.ForEach(block => context.Ledger.TakeAll(block));
        quoted.Clear();
    }

    [GeneratedRegex(@"^\W{0,4}(?:(?:subject|re|betreff|objet|asunto|assunto|oggetto|onderwerp|subiect|ämne|emne|temat|konu|tiêu đề|件名|主题|主旨|тема)\s*[:：]|(?:dear|hello|hi|estimad[oa]s?|stimat[ăei]?|hola|prezad[oa]s?|olá|car[oa]s?|sehr geehrte[rn]?|liebe[rs]?|guten tag|bonjour|madame|chers?|chère|gentil[ei]|geachte|beste|hej|kära|kjære|kính gửi|kinh gui|sayın|szanown\w+|уважаем\w+|尊敬的)(?:\(\w{1,3}\))?(?:\s+|\s*[:：]\s*)[^.:]{0,60}[,:，、]?\s*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Salutation();

    [GeneratedRegex(@"^(?:to|from|cc|bcc|subject|title|an|von|betreff|asunto|assunto|objet|oggetto|onderwerp|subiect|ämne|emne|temat|konu|тема|de|para|para:|à|件名|主题)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LineOfHead();

    [GeneratedRegex(@"^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(?:filled[ -]in |completed )?(?:examples?|sample|beispiel|exemple|ejemplo|exemplo|esempio|voorbeeld|пример|示例|例)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Example();

    [GeneratedRegex(@"\A\s*#{1,4}\s+(?<name>[^\n]{3,80}?)\s*(?:\n|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InnerHeading();

    [GeneratedRegex(@"<!--.*?-->|</?(?:b|i|u|s|a|p|em|strong|span|div|small|big|sub|sup|code|font|center|del|ins|mark|kbd|blockquote)(?:\s[^<>]*)?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"<br\s*/?>\n?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak();

    // "\<name\>": the stroke is Markdown's
    [GeneratedRegex(@"\\([<>\[\]{}_*#`])", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    [GeneratedRegex(@"^\s*>\s?", RegexOptions.CultureInvariant)]
    private static partial Regex QuoteMark();

    // "SEV1 - Note to the team"
    [GeneratedRegex(@"^(?:SEV|P)[-_ ]?\d(?:\s?[/–-]\s?(?:SEV|P)?[-_ ]?\d)*\s*(?:[:：–—]|\s-\s)\s*(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfSeverity();

    // "For guests", alone below "Message to guests (template)"
    [GeneratedRegex(@"^(?:for|to|para|pour|für|aan|voor)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForWhom();
}
