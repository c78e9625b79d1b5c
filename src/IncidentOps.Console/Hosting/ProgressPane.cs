using System.Globalization;
using System.Management.Automation;
using System.Text;
using IncidentOps.Console.Screen;

namespace IncidentOps.Console.Hosting;

/// <summary>
/// Shows what is in progress, one row an activity, below the last line written. Any other output erases it first, so
/// that nothing of it stays behind; where there is no terminal it shows nothing.
/// </summary>
internal sealed class ProgressPane(Terminal terminal, TimeProvider time)
{
    private const int MaximumRows = 5;
    private const int BarWidth = 24;
    private static readonly TimeSpan RedrawEvery = TimeSpan.FromMilliseconds(100);

    private readonly OutputChannel? _screen =
        terminal.ErrorIsTerminal ? terminal.Error : terminal.OutputIsTerminal ? terminal.Output : null;

    private readonly List<(long Source, ProgressRecord Record)> _records = [];
    private int _rowsShown;
    private long _lastDrawn;

    public void Update(long source, ProgressRecord record)
    {
        int index = _records.FindIndex(known => known.Source == source && known.Record.ActivityId == record.ActivityId);
        if (record.RecordType == ProgressRecordType.Completed)
        {
            if (index >= 0)
            {
                _records.RemoveAt(index);
                Redraw(force: true);
            }

            return;
        }

        if (index >= 0)
        {
            _records[index] = (source, record);
        }
        else
        {
            _records.Add((source, record));
        }

        Redraw(force: index < 0);
    }

    /// <summary>Takes the rows off the screen; the next update brings them back.</summary>
    public void Hide()
    {
        if (_rowsShown > 0)
        {
            _screen!.WriteToLineStart(Ansi.Up(_rowsShown) + Ansi.Column(0) + Ansi.EraseToEndOfScreen);
            _rowsShown = 0;
        }
    }

    /// <summary>Forgets everything in progress: the pipeline has ended.</summary>
    public void Clear()
    {
        Hide();
        _records.Clear();
    }

    /// <summary>One row of the pane, at most <paramref name="width"/> columns wide.</summary>
    internal static string Row(ProgressRecord record, int width)
    {
        StringBuilder row = new();
        row.Append(VisibleText.Of(record.Activity));
        if (record.PercentComplete >= 0)
        {
            int percent = Math.Min(record.PercentComplete, 100);
            int filled = BarWidth * percent / 100;
            row.Append(" [").Append('#', filled).Append(' ', BarWidth - filled).Append(']')
                .Append(CultureInfo.InvariantCulture, $" {percent}%");
        }

        AppendPart(row, record.StatusDescription);
        AppendPart(row, record.CurrentOperation);
        if (record.SecondsRemaining >= 0)
        {
            TimeSpan remaining = TimeSpan.FromSeconds(record.SecondsRemaining);
            row.Append(CultureInfo.InvariantCulture, $"  {(int)remaining.TotalMinutes}:{remaining.Seconds:00} left");
        }

        return CellWidth.Cut(row.ToString(), width);
    }

    private static void AppendPart(StringBuilder row, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            row.Append("  ").Append(VisibleText.Of(text));
        }
    }

    private void Redraw(bool force)
    {
        // Drawing needs rows of its own: in the middle of somebody's line there is none.
        bool midLine = (terminal.OutputIsTerminal && !terminal.Output.AtLineStart) || (terminal.ErrorIsTerminal && !terminal.Error.AtLineStart);
        if (_screen is not { SupportsEscapes: true } || midLine)
        {
            return;
        }

        if (!force && time.GetElapsedTime(_lastDrawn) < RedrawEvery)
        {
            return;
        }

        Hide();
        _lastDrawn = time.GetTimestamp();
        int width = terminal.Width - 1;
        string style = PSStyle.Instance.OutputRendering == OutputRendering.PlainText ? "" : PSStyle.Instance.Progress.Style;
        string reset = style.Length == 0 ? "" : Ansi.Reset;
        StringBuilder rows = new();
        foreach ((_, ProgressRecord record) in _records.TakeLast(MaximumRows))
        {
            rows.Append(style).Append(Row(record, width)).Append(reset).Append(Environment.NewLine);
            _rowsShown++;
        }

        _screen.WriteRaw(rows.ToString());
    }
}
