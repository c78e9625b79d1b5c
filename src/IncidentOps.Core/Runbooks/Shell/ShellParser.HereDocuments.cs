using System.Text;

namespace IncidentOps.Core.Runbooks.Shell;

internal sealed partial class ShellParser
{
    private ShellRedirection AnnounceHereDocument(string @operator)
    {
        int start = _pos;
        bool quoted = false;
        StringBuilder delimiter = new();
        while (!AtEnd && Current is not (' ' or '\t' or '\r' or '\n' or ';' or '&' or '|' or '(' or ')' or '<' or '>'))
        {
            if (Current is '\'' or '"' or '\\')
            {
                quoted = true;
            }
            else
            {
                delimiter.Append(Current);
            }

            _pos++;
        }

        if (_pos == start)
        {
            throw Unexpected();
        }

        ShellRedirection redirection = new(
            @operator,
            new ShellWord([new ShellLiteral(delimiter.ToString(), quoted)], start, _pos));
        _pending.Enqueue(new PendingHereDocument(redirection, delimiter.ToString(), quoted, StripTabs: @operator == "<<-"));
        return redirection;
    }

    /// <summary>Called behind every line's end: the bodies announced on that line stand here.</summary>
    private void ReadHereDocuments()
    {
        while (_pending.TryDequeue(out PendingHereDocument? document))
        {
            int start = _pos;
            int end = _text.Length;
            int after = _text.Length;
            bool found = false;
            for (int line = _pos; line < _text.Length && !found;)
            {
                int lineEnd = _text.IndexOf('\n', line);
                int next = lineEnd < 0 ? _text.Length : lineEnd + 1;
                ReadOnlySpan<char> content = _text.AsSpan(line, (lineEnd < 0 ? _text.Length : lineEnd) - line).TrimEnd('\r');
                if (document.StripTabs)
                {
                    content = content.TrimStart('\t');
                }

                if (content.SequenceEqual(document.Delimiter))
                {
                    (end, after, found) = (line, next, true);
                }

                line = next;
            }

            _incomplete |= !found;
            document.Redirection.Body = ParseHereDocument(start, end, document.Quoted);

            // The line's end before the next command stays, so that it is not glued to this one.
            _pos = after;
        }
    }

    private ShellWord ParseHereDocument(int start, int end, bool quoted)
    {
        Enter();
        ShellParser nested = new(_text[start..end], _offset + start, _movable, _depth, _placeholders);
        PartBuilder parts = new();
        while (!nested.AtEnd)
        {
            if (!quoted)
            {
                nested.TakeQuoted(parts, ShellQuoting.HereDocument);
            }
            else if (nested.Current is not ('<' or '{') || !nested.TakePlaceholder(parts, ShellQuoting.Fixed))
            {
                parts.Append(nested.Current, quoted: true);
                nested._pos++;
            }
        }

        _depth--;
        return new ShellWord(parts.Build(), start, end);
    }

    private sealed record PendingHereDocument(ShellRedirection Redirection, string Delimiter, bool Quoted, bool StripTabs);
}
