using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentOps.Core.Runbooks.Reading;

/// <summary>Walks a Markdown tree and drafts the steps it meets.</summary>
internal sealed partial class DocumentWalker(Func<string, MarkdownDocument> parse, int lineOffset = 0)
{
    // A paragraph in bold that stands for a heading ranks below every real one.
    private const int PseudoHeading = 7;
    private const int DeepestNesting = 40;
    private const int MostPurpose = 16;

    private readonly Stack<(int Level, SectionMeaning Meaning, string Title)> _sections = new();
    private string _lead = "";
    private int _depth;

    public List<StepDraft> Steps { get; } = [];

    public List<string> Symptoms { get; } = [];

    /// <summary>What the document says of when it applies: its introduction, and the sections about that.</summary>
    public List<string> Purpose { get; } = [];

    public string? Title { get; private set; }

    private SectionMeaning Meaning => _sections.TryPeek(out var section) ? section.Meaning : default;

    public void Walk(ContainerBlock container)
    {
        if (++_depth > DeepestNesting)
        {
            _depth--;
            return;
        }

        Block? previous = null;
        int before = Steps.Count;
        foreach (Block block in container)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    Enter(heading.Level, MarkdownText.Plain(heading));
                    break;
                case ParagraphBlock paragraph:
                    before = Steps.Count;
                    WalkParagraph(paragraph);
                    break;
                case ListBlock list:
                    WalkList(list);
                    break;
                case CodeBlock code:
                    WalkCode(code, previous as ListBlock);
                    StepDraft.DropRepeated(Steps, before);
                    before = Steps.Count;
                    break;
                case Table table:
                    WalkTable(table);
                    break;
                case ContainerBlock nested:
                    Walk(nested);
                    break;
                default:
                    break;
            }

            previous = block;
        }

        _depth--;
    }

    private void Enter(int level, string title)
    {
        while (_sections.TryPeek(out var section) && section.Level >= level)
        {
            _sections.Pop();
        }

        if (level == 1)
        {
            Title ??= title;
        }

        _lead = "";
        SectionMeaning above = Meaning;
        _sections.Push((level, RunbookParts.Of(title, above) ?? above, title));
    }

    private void WalkParagraph(ParagraphBlock paragraph)
    {
        if (StrongLabel(paragraph) is { } label && RunbookParts.Of(label.Text, Meaning) is { } meaning)
        {
            if (label.Remainder.Length == 0)
            {
                Enter(PseudoHeading, label.Text);
                return;
            }

            if (meaning.IsSymptoms)
            {
                Symptoms.AddRange(label.Remainder.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                return;
            }
        }

        // "**Steps**:" behind "**Symptoms**:" ends what that one said.
        if (Meaning.IsContext && _sections.Peek().Level == PseudoHeading && StrongLabel(paragraph) is { Remainder.Length: 0 } next)
        {
            Enter(PseudoHeading, next.Text);
            return;
        }

        string text = MarkdownText.Plain(paragraph);
        TakePurpose(text);
        if (Meaning.IsSymptoms)
        {
            if (text.Length > 0)
            {
                Symptoms.Add(text);
            }
        }
        else if (!Meaning.IsContext)
        {
            AddInline(InlineCommands.Of(paragraph), () => MarkdownText.Title(paragraph, IsRunnable));
        }

        _lead = MarkdownText.Lead(text);
    }

    /// <summary>The introduction stands below no heading, or below the document's own title.</summary>
    private void TakePurpose(string text)
    {
        bool introduces = !_sections.TryPeek(out var section) || section.Level == 1;
        if (text.Length > 0 && Purpose.Count < MostPurpose && (Meaning.IsPurpose || introduces && Steps.Count == 0))
        {
            Purpose.Add(text);
        }
    }

    private void WalkList(ListBlock list)
    {
        foreach (ListItemBlock item in list.OfType<ListItemBlock>())
        {
            ParagraphBlock? first = item.OfType<ParagraphBlock>().FirstOrDefault();
            if (Meaning.IsSymptoms && first is not null)
            {
                // Some documents look into a symptom right below it.
                int before = Steps.Count;
                if (item.Descendants<CodeBlock>().Any())
                {
                    WalkItem(item, list.IsOrdered);
                }

                if (Steps.Count == before)
                {
                    Symptoms.Add(MarkdownText.Plain(first));
                }

                continue;
            }

            if (Meaning.IsPurpose && first is not null)
            {
                TakePurpose(MarkdownText.Plain(first));
            }

            WalkItem(item, list.IsOrdered);
        }
    }

    private void WalkItem(ListItemBlock item, bool ordered)
    {
        if (++_depth > DeepestNesting)
        {
            _depth--;
            return;
        }

        int before = Steps.Count;
        string? title = null;
        foreach (Block block in item)
        {
            switch (block)
            {
                case ParagraphBlock paragraph:
                    string own = MarkdownText.Title(paragraph, IsRunnable);
                    title ??= own;
                    _lead = own.Length > 0 ? own : title;
                    if (!Meaning.IsContext && InlineCommands.Whole(paragraph) is { } command)
                    {
                        (_lead, title) = (title == own ? "" : title, title == own ? null : title);
                        Add("bash", command, LineOf(paragraph), FenceAttributes.None);
                    }
                    else if (!Meaning.IsContext)
                    {
                        string lead = _lead;
                        AddInline(MarkdownText.Codes(paragraph), () => lead);
                    }

                    break;
                case ListBlock nested:
                    WalkList(nested);
                    break;
                case CodeBlock code:
                    WalkCode(code, list: null);
                    break;
                case HeadingBlock heading:
                    title ??= MarkdownText.Plain(heading);
                    _lead = MarkdownText.Plain(heading);
                    break;
                case ContainerBlock nested:
                    Walk(nested);
                    break;
                default:
                    break;
            }
        }

        StepDraft.DropRepeated(Steps, before);
        _lead = title ?? "";
        if (ordered && Steps.Count == before && !Meaning.IsContext && !string.IsNullOrEmpty(title))
        {
            Steps.Add(new StepDraft { Title = title, Part = Meaning.Part, Line = LineOf(item) });
        }

        _depth--;
    }

    private int LineOf(Block block) => lineOffset + block.Line + 1;

    private static bool IsRunnable(string code) =>
        CommandRecognizer.IsInlineSql(code) || CommandRecognizer.IsInlineCommand(code.Trim().TrimStart('$', ' '));

    private static (string Text, string Remainder)? StrongLabel(ParagraphBlock paragraph)
    {
        if (paragraph.Inline?.FirstChild is not EmphasisInline { DelimiterCount: 2 } strong)
        {
            return null;
        }

        string text = string.Concat(strong.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));
        string plain = MarkdownText.Plain(paragraph);
        return plain.StartsWith(text.Trim(), StringComparison.Ordinal)
            ? (text.Trim(' ', ':'), plain[text.Trim().Length..].Trim(' ', ':'))
            : null;
    }
}
