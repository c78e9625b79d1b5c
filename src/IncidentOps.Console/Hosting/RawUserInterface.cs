using System.Management.Automation.Host;
using IncidentOps.Console.Screen;

namespace IncidentOps.Console.Hosting;

/// <summary>The terminal's size, colours, cursor and keys, as far as terminals everywhere have them.</summary>
internal sealed class RawUserInterface(Terminal terminal, Interruption interruption) : PSHostRawUserInterface
{
    private string _title = "incidentops";

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override int CursorSize { get; set; } = 25;

    /// <summary>The width that text is made for in place of the terminal's; null for the terminal's own.</summary>
    public int? FormattingWidth { get; set; }

    public override Size BufferSize
    {
        get => WindowSize;
        set => throw NotHere("BufferSize");
    }

    public override Size WindowSize
    {
        get => new(FormattingWidth ?? terminal.Width, terminal.Height);
        set => throw NotHere("WindowSize");
    }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Coordinates WindowPosition
    {
        get => new(0, 0);
        set => throw NotHere("WindowPosition");
    }

    public override Coordinates CursorPosition
    {
        get
        {
            (int left, int top) = terminal.CursorPosition;
            return new Coordinates(left, top);
        }

        set => terminal.CursorPosition = (value.X, value.Y);
    }

    public override bool KeyAvailable => terminal.KeyAvailable;

    public override string WindowTitle
    {
        get => _title;
        set
        {
            _title = value;
            terminal.SetTitle(value);
        }
    }

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (!terminal.CanAsk)
        {
            throw Unattended.CannotAsk();
        }

        using IDisposable keyboard = terminal.TakeKeyboard();
        ConsoleKeyInfo key = terminal.ReadKey(interruption.Token);
        if (!options.HasFlag(ReadKeyOptions.NoEcho) && !char.IsControl(key.KeyChar))
        {
            terminal.Write(key.KeyChar.ToString());
        }

        return new KeyInfo((int)key.Key, key.KeyChar, ControlKeys(key.Modifiers), options.HasFlag(ReadKeyOptions.IncludeKeyDown));
    }

    public override void FlushInputBuffer()
    {
        if (!terminal.CanAsk)
        {
            return;
        }

        using IDisposable keyboard = terminal.TakeKeyboard();
        while (terminal.KeyAvailable)
        {
            terminal.ReadKey(interruption.Token);
        }
    }

    public override int LengthInBufferCells(char source) => CellWidth.Of(source);

    public override int LengthInBufferCells(string source) => CellWidth.Of(source);

    public override int LengthInBufferCells(string source, int offset) => CellWidth.Of(source[offset..]);

    /// <summary>Only what Clear-Host needs: the whole screen, filled with blanks.</summary>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        if (fill.Character != ' ')
        {
            throw NotHere("SetBufferContents");
        }

        if (terminal.OutputIsTerminal && terminal.SupportsEscapes)
        {
            terminal.Write(Ansi.ClearScreenAndScrollback);
        }
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotHere("GetBufferContents");

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotHere("SetBufferContents");

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw NotHere("ScrollBufferContents");

    private static ControlKeyStates ControlKeys(ConsoleModifiers modifiers)
    {
        ControlKeyStates states = default;
        if (modifiers.HasFlag(ConsoleModifiers.Alt))
        {
            states |= ControlKeyStates.LeftAltPressed;
        }

        if (modifiers.HasFlag(ConsoleModifiers.Control))
        {
            states |= ControlKeyStates.LeftCtrlPressed;
        }

        if (modifiers.HasFlag(ConsoleModifiers.Shift))
        {
            states |= ControlKeyStates.ShiftPressed;
        }

        return states;
    }

    private static NotSupportedException NotHere(string member) =>
        new($"The terminal of incidentops does not support {member}.");
}
