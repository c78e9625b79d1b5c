using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>Message templates: fenced or quoted, below a heading or a label that says so.</summary>
internal sealed partial class TemplateReader(GuideContext context)
{
    public IReadOnlyList<MessageTemplate> Read()
    {
        List<MessageTemplate> found = [];
        foreach (GuideSection section in context.Document.Root.SelfAndDescendants)
        {
            if (section.Kind is SectionKind.PostMortemTemplate or SectionKind.Exercise or SectionKind.Severities or SectionKind.Escalation)
            {
                continue;
            }

            int before = found.Count;
            if (!AddLetter(section, found))
            {
                ReadBlocks(section, section.Blocks, found);
            }

            if (found.Count > before && section.Kind == SectionKind.Templates)
            {
                TakeWithParents(section);
            }
        }

        return found;
    }

    // "5. Communication" may be a phase, or part of a scenario.
    private static bool IsAboutMessages(GuideSection section) =>
        section is { Level: > 1, Kind: SectionKind.Phase } or { IsBold: true, Kind: SectionKind.Scenario } && GuideWords.Sections.Has(section.Heading.NameWithoutRemarks, SectionKind.Communication);

    private void TakeWithParents(GuideSection section)
    {
        for (GuideSection? part = section; part is { Kind: SectionKind.Templates or SectionKind.Communication }; part = part.Parent)
        {
            context.Ledger.Take(part);
        }
    }

    private void ReadBlocks(GuideSection section, IReadOnlyList<GuideBlock> blocks, List<MessageTemplate> found)
    {
        bool inTemplates = section.Kind == SectionKind.Templates;
        bool inMessages = inTemplates || section.Kind == SectionKind.Communication || section.IsUnder(SectionKind.Communication) || section.IsUnder(SectionKind.Templates) || section.Ancestors.Prepend(section).Any(IsAboutMessages) || Telling().IsMatch(section.Heading.Name);
        string? lead = null;
        List<GuideBlock> quoted = [];
        bool inPhase = section.Kind is SectionKind.Phase or SectionKind.Workflow || section.Ancestors.Prepend(section).Any(part => PhaseWords.IsOrdinal(part.Heading.OrdinalWord));
        foreach (GuideBlock block in blocks.Where(block => !_letters.Contains(block)))
        {
            if (quoted.Count > 0 && IsQuoted(block))
            {
                // A list in a quoted message is part of it.
                context.Ledger.TakeAll(block);
                quoted.Add(block);
                continue;
            }

            if (block is not TextBlock { Quoted: true } && quoted.Count > 0)
            {
                AddQuote(section, quoted, lead, found);
                lead = null;
            }

            if (block is TextBlock { Quoted: true } remark && IsBeforeFence(section, remark))
            {
                continue;
            }

            switch (block)
            {
                case CodeBlock { Fenced: true } code when IsFilledIn(section, lead, code.Text, found):
                    lead = null;
                    break;
                case CodeBlock { Fenced: true } code when !context.Ledger.Has(code) && !SectionClassifier.IsBoxes(code) && (IsMessage(code, inTemplates, inMessages || IsTemplateLabel(lead) || IsTemplateLabel(section.Title) || IsToldInPhase(section, lead)) || (inPhase && IsForm(code)) || (inMessages && IsOfChannel(section, code))):
                    context.Ledger.Take(code);
                    Add(section, lead, WithSubject(section, code), code.Line, found);
                    lead = null;
                    break;
                case CodeBlock { Fenced: false } indented when inTemplates && !context.Ledger.Has(indented) && !ShellText.IsShell(indented) && IsSentence(indented.Text):
                    context.Ledger.Take(indented);
                    Add(section, lead, indented.Text, indented.Line, found);
                    lead = null;
                    break;
                case TextBlock { Quoted: true } quote when inTemplates || IsTemplateLabel(lead) || (IsTemplateLabel(section.Title) && !TellsOfDocument(section, quote)) || OpensLetter(quote) || (section.Kind is SectionKind.Unknown && Braces().IsMatch(quote.Text)) || (inMessages && section.Kind is SectionKind.Communication && IsSentence(quote.Text)) || IsSaidInCase(section, quote):
                    quoted.Add(quote);
                    break;
                case TextBlock or ListBlock when (inTemplates && AddParts(section, lead, block, found)) || AddStates(section, block, found):
                case TableBlock table when AddRows(section, table, inTemplates, found):
                case TextBlock text when inTemplates && AddLabelled(text, found):
                    lead = null;
                    break;
                case ListBlock form when inTemplates && lead is not null && IsBlankForm(form):
                    found.Add(Template(SectionTitle.Parse(lead).Name, string.Join('\n', form.Items.Select(item => $"{item.Label}: {item.Value}")), form.Line));
                    context.Ledger.TakeAll(form);
                    context.Ledger.Take(section);
                    lead = null;
                    break;
                case TextBlock text:
                    lead = text.Lines[^1] is { Label: { } label, Value.Length: 0 } last && (last.Bold is not null || text.Lines.Count == 1) ? label : text.Lines[^1].Text.EndsWith(':') ? LastSentence(text) : lead;
                    break;
                case ListBlock list:
                    foreach (ListItem item in list.Items)
                    {
                        ReadItem(section, item, inTemplates, inMessages, found);
                    }

                    break;
                default:
                    break;
            }
        }

        if (quoted.Count > 0)
        {
            AddQuote(section, quoted, lead, found);
        }
    }

    // "**All clear**: `[Service] works again.`"
    private bool AddLabelled(TextBlock text, List<MessageTemplate> found)
    {
        TextLine[] messages = [.. text.Lines.Where(line => line is { Label: { Length: <= 60 } label } && (line.Bold is not null || IsQuotation(line.Value)) && !LineOfHead().IsMatch(label) && (IsSentence(line.Value) || line.Bold is null))];
        found.AddRange(messages.Select(line => Template(SectionTitle.Parse(line.Label!).Name, Unquoted(line.Value), line.Line)));
        if (messages.Length > 0)
        {
            context.Ledger.Take(text);
        }

        return messages.Length > 0;
    }

    // Something to fill in, and words around it
    private static bool IsSentence(string text) => Extent(text) >= 30 && Placeholder().IsMatch(text) && Extent(Placeholder().Replace(text, string.Empty).Where(char.IsLetter)) >= 15;

    // A Chinese, Japanese or Korean letter is worth a syllable or a word.
    private static int Extent(IEnumerable<char> text) => text.Sum(c => c >= '\u3040' ? 2 : 1);

    private static string Unquoted(string text) => text.Length > 2 && (text[0], text[^1]) is ('"', '"') or ('“', '”') or ('`', '`') ? text[1..^1] : text;

    private void ReadItem(GuideSection section, ListItem item, bool inTemplates, bool inMessages, List<MessageTemplate> found)
    {
        if (AddForm(item, found))
        {
            return;
        }

        if (inTemplates && item is { Label: { Length: <= 60 } label, Blocks.Count: 0 } && IsSentence(item.Value))
        {
            context.Ledger.Take(item);
            found.Add(Template(SectionTitle.Parse(label).Name, Unquoted(item.Value), item.Line));
            return;
        }

        foreach (CodeBlock code in item.Blocks.OfType<CodeBlock>().Where(code => code.Fenced && !context.Ledger.Has(code) && IsMessage(code, inTemplates, inMessages || IsTemplateLabel(item.Text) || Messaging().IsMatch(item.Text))))
        {
            context.Ledger.Take(code);
            context.Ledger.Take(item);
            found.Add(Template((item.Label ?? item.Bold ?? item.Text).TrimEnd(':', ' '), code.Text, code.Line));
        }

        foreach (ListItem part in item.Children.Where(part => part.Label is not null && part.Value.Length == 0 && Content().IsMatch(part.Label)))
        {
            foreach (CodeBlock code in part.Blocks.OfType<CodeBlock>().Where(code => code.Fenced && !context.Ledger.Has(code) && IsMessage(code, inTemplates, inMessages: true)))
            {
                // "All staff:" with "Audience: …", "Content:" below
                context.Ledger.Take(code);
                context.Ledger.TakeAll(part);
                context.Ledger.Take(item);
                found.Add(Template(SectionTitle.Parse(item.Label ?? item.Bold ?? item.Text).Name, code.Text, code.Line));
            }
        }

        foreach (TextBlock quote in item.Blocks.OfType<TextBlock>().Where(text => text.Quoted && (inTemplates || IsTemplateLabel(item.Text))))
        {
            context.Ledger.Take(item);
            found.Add(Template((item.Label ?? item.Bold ?? item.Text).TrimEnd(':', ' '), string.Join('\n', quote.Lines.Select(line => line.Text)), quote.Line));
        }
    }

    private static void Add(GuideSection section, string? lead, string body, int line, List<MessageTemplate> found) =>
        found.Add(Template(NameInside(section, lead, body) ?? NameOf(section, lead), body, line));

    // Outside of a templates section a fence is a message only where it reads like one.
    private static bool IsMessage(CodeBlock code, bool inTemplates, bool inMessages) =>
        !IsProgram(code) && code.Text.Trim().Length > 0
        && (inTemplates || (inMessages ? HasMessageLines(code.Text) : (MessageHead().IsMatch(code.Text) || SaysTemplate().IsMatch(code.Text)) && Placeholder().IsMatch(code.Text)));

    // What is to be filled in, line by line, on the way is a message of that phase.
    private static bool IsForm(CodeBlock code) =>
        !IsProgram(code) && code.Language is "" or "text" or "markdown" or "md" && FormLine().Count(code.Text) >= 4;

    private static bool IsProgram(CodeBlock code) =>
        code.Language is "bash" or "sh" or "shell" or "zsh" or "console" or "powershell" or "pwsh" or "sql" or "python" or "py" or "json" or "yaml" or "yml" or "js" or "javascript" or "ts" or "typescript" or "go" or "mermaid" or "hcl" or "promql"
        || ShellText.IsShell(code) || Drawing().IsMatch(code.Text);

    // "Post updates in the chat:", where a phase tells what is done
    private static bool IsToldInPhase(GuideSection section, string? lead) =>
        lead is not null && (section.Kind is SectionKind.Phase || PhaseWords.IsOrdinal(section.Heading.OrdinalWord)) && Messaging().IsMatch(lead) && !GuideWords.Sections.Has(section.Heading.Name, SectionKind.PostMortem);

    private static bool HasMessageLines(string text) => MessageLine().Count(text) >= 2 || Placeholder().IsMatch(text);

    private static bool IsTemplateLabel(string? text) => text is not null && Fields.Among(text.Length > LongestLabel ? text[^LongestLabel..] : text, GuideField.Template) == GuideField.Template;

    private static string NameOf(GuideSection section, string? lead)
    {
        string title = TitleOf(section);
        bool sentence = lead is not null && title.Length > 0 && (Telling().IsMatch(lead) || ToBeSent().IsMatch(lead) || lead.Count(c => c == ' ') >= 6 || lead.StartsWith("if ", StringComparison.OrdinalIgnoreCase) || lead.StartsWith("when ", StringComparison.OrdinalIgnoreCase));
        foreach (string name in (ReadOnlySpan<string>)[sentence ? string.Empty : lead ?? string.Empty, title])
        {
            if (name.Length > 0 && name.Length <= 100 && !Generic().IsMatch(name))
            {
                return name;
            }
        }

        return section.Ancestors.FirstOrDefault(above => above.Level > 0 && !Generic().IsMatch(above.Heading.NameWithoutRemarks)) is { } above ? TitleOf(above) : title;
    }

    // A remark tells for whom it is, "Status page update (P0 only)"; that of a phase, how long it takes.
    private static string TitleOf(GuideSection section) =>
        section is { IsBold: true, Parent: { IsBold: false, Sections: [_] } above } && ((ForWhom().IsMatch(section.Title) && IsTemplateLabel(above.Title)) || (above.Kind is SectionKind.Templates && ChannelTitle().IsMatch(section.Heading.NameWithoutRemarks))) ? TitleOf(above) :
        section.Kind is SectionKind.Phase || PhaseWords.IsOrdinal(section.Heading.OrdinalWord) ? section.Heading.NameWithoutRemarks : Announced().Replace(section.Heading.Name, string.Empty, 1);

    // "Template: All clear"
    [GeneratedRegex(@"^(?:(?:message|e-?mail|communication|notification) )?(?:template|vorlage|modèle|plantilla|modelo|шаблон|模板|テンプレート)\s*[:：–—]\s*(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    private static MessageTemplate Template(string name, string body, int line) => new()
    {
        Name = OfSeverity().Replace(name, string.Empty, 1),
        Body = body.TrimEnd(),
        Placeholders = PlaceholdersOf(body),
        Line = line,
    };

    /// <summary>The blanks to fill in: [Name], &lt;name&gt;, {{name}}, {name}, $NAME; each once, in order.</summary>
    public static IReadOnlyList<string> PlaceholdersOf(string body)
    {
        List<string> found = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Match match in Placeholder().Matches(body))
        {
            string name = match.Groups["name"].Value.Trim();
            if (name.Length > 0 && !Clock().IsMatch(name) && seen.Add(name))
            {
                found.Add(name);
            }
        }

        return found;
    }

    // "[RESOLVED] checkout works again" is said as it stands; in "[P{severity}]" the braces are what is filled in.
    [GeneratedRegex(@"\{\{\s*(?<name>[^{}\n]{1,80})\s*\}\}|\$?\{(?<name>[A-Za-z_][^{}\n]{0,79})\}|(?<=\p{L}:? )\[(?<name>X)\](?= \p{L})|\[(?<name>(?![ xX]?\]|(?:(?i:resolved|investigating|identified|monitoring|mitigated|maintenance|completed)|UPDATE|INCIDENT|URGENT|ALERT|CRITICAL|ACTION REQUIRED|OUTAGE)\]|[^\[\]\n]*\{[^{}\n]+\})[^\[\]\n]{1,120})\](?!\()|<(?<name>[A-Za-z_#][^<>\n]{0,80})>|\$(?<name>[A-Z][A-Z_]{2,38}[A-Z])\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    internal static partial Regex Placeholder();

    // "# Message for the chat (template)" at the top of the fence
    [GeneratedRegex(@"^\W{0,4}(?:[\w/-]+ ){0,4}template\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SaysTemplate();

    [GeneratedRegex(@"^[^\n:]{1,40}:(?:\s|$)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex MessageLine();

    // "Since: [time]"
    [GeneratedRegex(@"^(?:[-*•]\s*)?(?:\*\*)?\p{L}[^\n:：\[\]<>{}]{1,40}[:：](?:\*\*)?\s*(?:\[[^\[\]\n]{2,80}\]|<[A-Za-z][^<>\n]{1,60}>|\{\{?[A-Za-z][^{}\n]{1,60}\}\}?)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex FormLine();

    [GeneratedRegex(@"^\W{0,8}(?:\*\*)?(?:subject|betreff|objet|asunto|assunto|oggetto|subiect|title|incident|severity|status|alert|update|resolved|impact|【|件名|主题)\b?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MessageHead();

    [GeneratedRegex(@"^(?:message )?(?:templates?|examples?|samples?|format|message)$|^(?:(?:e-?mail|message|mail|letter) )?(?:body|text|content|wording)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Generic();

    // "Send a notice to the customers:" tells what to do with it.
    [GeneratedRegex(@"^(?:send|post|share|publish|copy|use|include|fill in|paste)\s+\p{L}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Telling();

    [GeneratedRegex(@"\b(?:to (?:be )?(?:sent?|used?)|below|as follows|a ser enviad[oa]|a enviar|à envoyer|zu versenden|te versturen)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ToBeSent();

    [GeneratedRegex(@"^(?:message )?(?:content|message|text|body|template|wording|inhalt|text|contenu|contenido|conteúdo|内容|текст)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Content();

    // "[09:15]" is when something was.
    [GeneratedRegex(@"^\d{1,2}:\d{2}(?::\d{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"updat|notif|communicat|announc|alert|messag|email|post", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Messaging();

    [GeneratedRegex(@"[├└│▼┌]|-->|──", RegexOptions.CultureInvariant)]
    private static partial Regex Drawing();
}
