using System.Globalization;

namespace IncidentOps.Console.Editing;

/// <summary>The text being edited and the cursor in it. Moves by what a person sees as one character.</summary>
internal sealed class LineBuffer
{
    public string Text { get; private set; } = "";

    public int Cursor { get; private set; }

    public bool AtEnd => Cursor == Text.Length;

    /// <summary>True when no line break stands before the cursor.</summary>
    public bool OnFirstRow => !Text.AsSpan(0, Cursor).Contains('\n');

    /// <summary>True when no line break stands after the cursor.</summary>
    public bool OnLastRow => !Text.AsSpan(Cursor).Contains('\n');

    public void Set(string text)
    {
        Text = text;
        Cursor = text.Length;
    }

    public void Insert(string text)
    {
        Text = Text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    public void Replace(int index, int length, string text)
    {
        Text = Text.Remove(index, length).Insert(index, text);
        Cursor = index + text.Length;
    }

    public void Left() => Cursor = Previous();

    public void Right() => Cursor = Next();

    public void Home() => Cursor = RowStart();

    public void End() => Cursor = RowEnd();

    public void Up() => MoveToRow(RowStart(), before: true);

    public void Down() => MoveToRow(RowEnd(), before: false);

    public void WordLeft() => Cursor = WordStart();

    public void WordRight()
    {
        int position = Cursor;
        while (position < Text.Length && !char.IsLetterOrDigit(Text[position]))
        {
            position++;
        }

        while (position < Text.Length && char.IsLetterOrDigit(Text[position]))
        {
            position++;
        }

        Cursor = position;
    }

    public void Backspace() => RemoveBack(Previous());

    public void Delete() => Text = Text.Remove(Cursor, Next() - Cursor);

    public void DeleteWordLeft() => RemoveBack(WordStart());

    public void DeleteToRowStart() => RemoveBack(RowStart());

    public void DeleteToRowEnd() => Text = Text.Remove(Cursor, RowEnd() - Cursor);

    private void RemoveBack(int start)
    {
        Text = Text.Remove(start, Cursor - start);
        Cursor = start;
    }

    private int Next() => AtEnd ? Cursor : Cursor + StringInfo.GetNextTextElementLength(Text, Cursor);

    private int Previous()
    {
        int position = 0;
        while (position < Cursor)
        {
            int next = position + StringInfo.GetNextTextElementLength(Text, position);
            if (next >= Cursor)
            {
                break;
            }

            position = next;
        }

        return position;
    }

    private int WordStart()
    {
        int position = Cursor;
        while (position > 0 && !char.IsLetterOrDigit(Text[position - 1]))
        {
            position--;
        }

        while (position > 0 && char.IsLetterOrDigit(Text[position - 1]))
        {
            position--;
        }

        return position;
    }

    private int RowStart() => Text.LastIndexOf('\n', Math.Max(Cursor - 1, 0), Cursor) + 1;

    private int RowEnd()
    {
        int end = Text.IndexOf('\n', Cursor);
        return end < 0 ? Text.Length : end;
    }

    private void MoveToRow(int edge, bool before)
    {
        int column = Cursor - RowStart();
        if (before ? edge == 0 : edge == Text.Length)
        {
            return;
        }

        Cursor = before ? edge - 1 : edge + 1;
        Cursor = Math.Min(RowStart() + column, RowEnd());
    }
}
