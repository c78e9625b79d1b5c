using System.Text;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>Reads a table written in HTML in one pass; unclosed and crossed tags do no harm.</summary>
internal sealed class HtmlTableReader
{
    private readonly List<TableLine> _rows = [];
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _item = new();
    private List<TableText> _cells = [];
    private List<string> _items = [];
    private List<string> _codes = [];
    private TableLine? _header;
    private int _rowLine;
    private bool _inCell;
    private bool _inItem;
    private bool _headCells;
    private int _codeStart = -1;

    private HtmlTableReader()
    {
    }

    public static TableBlock? Read(string text, int start, int end, int line)
    {
        HtmlTableReader reader = new();
        reader.Run(text.AsSpan(start, end - start), line);
        return reader._header is null && reader._rows.Count == 0 ? null : new TableBlock(line, reader._header, reader._rows);
    }

    private void Run(ReadOnlySpan<char> html, int line)
    {
        int at = 0;
        while (at < html.Length)
        {
            int open = html[at..].IndexOf('<');
            int stop = open < 0 ? html.Length : at + open;
            Append(html[at..stop]);
            line += html[at..stop].Count('\n');
            if (open < 0)
            {
                break;
            }

            int close = html[stop..].IndexOf('>');
            if (close < 0)
            {
                break;
            }

            ReadOnlySpan<char> tag = html.Slice(stop + 1, close - 1);
            Tag(tag, line);
            line += tag.Count('\n');
            at = stop + close + 1;
        }

        EndRow();
    }

    private void Tag(ReadOnlySpan<char> tag, int line)
    {
        int length = 0;
        while (length < tag.Length && (char.IsAsciiLetterOrDigit(tag[length]) || (length == 0 && tag[0] == '/')))
        {
            length++;
        }

        switch (tag[..length].ToString().ToUpperInvariant())
        {
            case "TR":
                EndRow();
                _rowLine = line;
                break;
            case "/TR" or "/TABLE":
                EndRow();
                break;
            case "TD" or "TH":
                EndCell();
                _inCell = true;
                _headCells |= tag[1] is 'h' or 'H';
                _rowLine = _rowLine == 0 ? line : _rowLine;
                break;
            case "/TD" or "/TH":
                EndCell();
                break;
            case "LI":
                EndItem();
                _inItem = true;
                break;
            case "/LI" or "/UL" or "/OL":
                EndItem();
                break;
            case "CODE":
                _codeStart = Target.Length;
                break;
            case "/CODE" when _codeStart >= 0 && _codeStart <= Target.Length:
                _codes.Add(InlineReader.Decode(Target.ToString(_codeStart, Target.Length - _codeStart)));
                _codeStart = -1;
                break;
            case "BR" or "P" or "/P" or "DIV" or "/DIV":
                Append(" ");
                break;
            default:
                break;
        }
    }

    private StringBuilder Target => _inItem ? _item : _text;

    private void Append(ReadOnlySpan<char> text)
    {
        if (_inCell)
        {
            Target.Append(text);
        }
    }

    private void EndItem()
    {
        if (_inItem)
        {
            string item = Clean(_item);
            if (item.Length > 0)
            {
                _items.Add(item);
            }

            _item.Clear();
            _inItem = false;
            _codeStart = -1;
        }
    }

    private void EndCell()
    {
        EndItem();
        if (_inCell)
        {
            _cells.Add(new TableText(Clean(_text), _items, _codes, []));
            _text.Clear();
            _items = [];
            _codes = [];
            _inCell = false;
            _codeStart = -1;
        }
    }

    private void EndRow()
    {
        EndCell();
        if (_cells.Count > 0)
        {
            TableLine row = new(_rowLine, _cells);
            if (_headCells && _header is null && _rows.Count == 0)
            {
                _header = row;
            }
            else
            {
                _rows.Add(row);
            }
        }

        _cells = [];
        _headCells = false;
        _rowLine = 0;
    }

    private static string Clean(StringBuilder text) =>
        string.Join(' ', InlineReader.Decode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
