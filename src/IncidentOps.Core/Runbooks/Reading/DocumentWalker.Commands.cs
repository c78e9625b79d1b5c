using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentOps.Core.Runbooks.Reading;

/// <content>What can be run: fences, indented blocks, code within text and tables.</content>
internal sealed partial class DocumentWalker
{
    private void WalkTable(Table table)
    {
        if (Meaning.IsContext)
        {
            return;
        }

        foreach (TableRow row in table.OfType<TableRow>().Where(row => !row.IsHeader))
        {
            string title = row.Descendants<ParagraphBlock>().Select(MarkdownText.Plain).FirstOrDefault(text => text.Length > 0) ?? "";
            foreach (ParagraphBlock cell in row.Descendants<ParagraphBlock>())
            {
                AddInline(MarkdownText.Codes(cell), () => MarkdownText.Shorten(title));
            }
        }
    }

    private void WalkCode(CodeBlock code, ListBlock? list)
    {
        string text = code.Lines.ToString();
        if (code is not FencedCodeBlock fence)
        {
            WalkIndented(code, text);
            return;
        }

        FenceAttributes attributes = FenceAttributes.Parse($"{fence.Info} {fence.Arguments}");
        // What is said of a block is said of the whole of it.
        IReadOnlyList<(string Shell, string Command)> parts = !attributes.Any ? CommandText.Parts(text, attributes.Language)
            : CommandText.Extract(text, attributes.Language) is { } whole ? [whole]
            : [];
        if (parts.Count == 0)
        {
            return;
        }

        // An unindented block below a numbered item ends the list for Markdown, but not for the reader.
        if (list is { IsOrdered: true } && Steps.Count > 0 && Steps[^1] is { Command: null } waiting
            && waiting.Line >= LineOf(list) && list.LastChild is ListItemBlock last && waiting.Line == LineOf(last))
        {
            (waiting.Shell, waiting.Command, waiting.Attributes) = (parts[0].Shell, parts[0].Command, attributes);
            parts = [.. parts.Skip(1)];
        }

        foreach ((string shell, string command) in parts)
        {
            Add(shell, command, LineOf(code), attributes);
        }
    }

    private void WalkIndented(CodeBlock code, string text)
    {
        // Some site generators indent whole sections; what stands in them is Markdown again.
        if (text.Contains("```", StringComparison.Ordinal) && lineOffset == 0)
        {
            DocumentWalker inner = new(parse, code.Line) { _lead = _lead };
            inner._sections.Push((0, Meaning, ""));
            inner.Walk(parse(CommandText.Dedent(text)));
            Steps.AddRange(inner.Steps);
        }
        else
        {
            foreach ((string shell, string command) in CommandText.Parts(text, ""))
            {
                Add(shell, command, LineOf(code), FenceAttributes.None);
            }
        }
    }

    private void Add(string shell, string command, int line, FenceAttributes attributes) => Steps.Add(new StepDraft
    {
        Title = TitleFor(command),
        Part = Meaning.Part,
        Line = line,
        Shell = shell,
        Command = command,
        Attributes = attributes,
    });

    private void AddInline(IEnumerable<CodeInline> codes, Func<string> titled)
    {
        string? title = null;
        foreach (CodeInline code in codes)
        {
            if (CommandText.Inline(code.Content, InlineCommands.IsOrdered(code)) is { } found)
            {
                title ??= titled();
                Steps.Add(new StepDraft
                {
                    Title = title.Length > 0 ? title : TitleFor(found.Command),
                    Part = Meaning.Part,
                    Line = lineOffset + code.Line + 1,
                    Shell = found.Shell,
                    Command = found.Command,
                    Inline = true,
                });
            }
        }
    }

    private string TitleFor(string command)
    {
        if (_lead.Length > 0)
        {
            return _lead;
        }

        return _sections.TryPeek(out var section) && section is { Level: > 1, Title.Length: > 0 }
            ? MarkdownText.Shorten(section.Title)
            : MarkdownText.Shorten(command.Split('\n')[0]);
    }
}
