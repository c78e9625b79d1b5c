using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentOps.Core.Runbooks.Reading;

/// <summary>Plain text and inline commands of a piece of Markdown.</summary>
internal static class MarkdownText
{
    private const int LongestTitle = 120;

    // Stands for a command in a text that becomes a title.
    private const string Command = "\u0001";

    private static readonly string[] Leads =
        ["for example", "e.g.", "running", "run", "using", "use", "with", "via", "by", "execute", "command", "the command", "and", "or", "→", "->"];

    /// <summary>The text as it reads, without emphasis and link targets.</summary>
    public static string Plain(LeafBlock block)
    {
        StringBuilder text = new();
        Append(text, block.Inline, _ => false);
        return OneLine(text.ToString());
    }

    /// <summary>A title for a step: the words in front of the first command, or all of them without the commands.</summary>
    public static string Title(LeafBlock block, Func<string, bool> isCommand)
    {
        StringBuilder text = new();
        Append(text, block.Inline, isCommand);
        return Title(OneLine(text.ToString()), () => Plain(block));
    }

    /// <summary>The same for a text whose commands are given apart.</summary>
    public static string Title(string text, IEnumerable<string> commands) => Title(
        OneLine(commands.Where(command => command.Length > 0).Aggregate(text, (marked, command) => marked.Replace(command, Command, StringComparison.Ordinal))), () => OneLine(text));

    private static string Title(string marked, Func<string> plain)
    {
        int command = marked.IndexOf(Command, StringComparison.Ordinal);
        if (command < 0)
        {
            return Shorten(Trim(marked));
        }

        string before = marked[..command].Trim();
        string behind = marked[command..].Trim('\u0001', ' ', '.', ',', ';', '→', '-', '>', ')', '(');
        bool leads = before.EndsWith(':') || Trim(before).Length < before.TrimEnd(':', ' ').Length;
        string title = Trim(before);
        if (title.Length >= 3 && (leads || behind.Length <= 4 || behind.Split('\u0001').All(part => part.Trim().Length <= 4)))
        {
            return Shorten(title);
        }

        // The command is part of the sentence.
        return Shorten(Trim(plain()));
    }

    public static string Shorten(string title)
    {
        if (title.Length <= LongestTitle)
        {
            return title;
        }

        int sentence = title.IndexOf(". ", StringComparison.Ordinal);
        if (sentence is > 10 and < LongestTitle)
        {
            return title[..sentence];
        }

        int space = title.LastIndexOf(' ', LongestTitle - 2);
        int end = space > 40 ? space : LongestTitle - 2;
        return title[..(char.IsHighSurrogate(title[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>The last sentence of a paragraph that leads to a block.</summary>
    public static string Lead(string text)
    {
        string trimmed = Trim(text);
        int sentence = trimmed.LastIndexOf(". ", StringComparison.Ordinal);
        return Shorten(sentence > 0 && trimmed.Length - sentence > 12 ? trimmed[(sentence + 2)..] : trimmed);
    }

    public static IEnumerable<CodeInline> Codes(LeafBlock block) => block.Inline?.Descendants<CodeInline>() ?? [];

    private static void Append(StringBuilder text, ContainerInline? container, Func<string, bool> isCommand)
    {
        if (container is null)
        {
            return;
        }

        foreach (Inline inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(isCommand(code.Content) ? Command : code.Content);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case ContainerInline nested:
                    Append(text, nested, isCommand);
                    break;
                default:
                    break;
            }
        }
    }

    private static string OneLine(string text) =>
        IsOneLine(text) ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsOneLine(string text)
    {
        bool blank = true;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) && (blank || c != ' '))
            {
                return false;
            }

            blank = c == ' ';
        }

        return !blank || text.Length == 0;
    }

    private static string Trim(string text)
    {
        string trimmed = text.Trim().TrimEnd(':', ' ', '-', '–', '—', '(', ',', '.', '"');
        foreach (string lead in Leads)
        {
            if (trimmed.Length > lead.Length + 3 && trimmed.EndsWith(" " + lead, StringComparison.OrdinalIgnoreCase))
            {
                return Trim(trimmed[..^(lead.Length + 1)]);
            }
        }

        return trimmed;
    }
}
