using System.Text;
using SystemConsole = System.Console;

namespace IncidentOps.Console.Screen;

/// <summary>The process's standard streams and the terminal behind them: nothing else touches System.Console.</summary>
internal sealed class Terminal : ITerminal
{
    private const int WidthWithoutTerminal = 120;
    private const int HeightWithoutTerminal = 50;

    // Console keys cannot be awaited. The pause between two looks grows while nobody types, up to what nobody notices.
    private const int ShortestKeyPause = 5;
    private const int LongestKeyPause = 40;

    public Terminal(ConsoleEnvironment environment)
    {
        InputIsTerminal = !SystemConsole.IsInputRedirected;
        OutputIsTerminal = !SystemConsole.IsOutputRedirected;
        ErrorIsTerminal = !SystemConsole.IsErrorRedirected;

        bool escapes = !environment.DumbTerminal && WindowsTerminal.TryEnableEscapes(OutputIsTerminal, ErrorIsTerminal);
        ColorWanted = escapes && !environment.NoColor;
        Output = new OutputChannel(SystemConsole.Out, escapes && OutputIsTerminal);
        Error = new OutputChannel(SystemConsole.Error, escapes && ErrorIsTerminal);
    }

    public bool InputIsTerminal { get; }

    public bool OutputIsTerminal { get; }

    public bool ErrorIsTerminal { get; }

    /// <summary>False where NO_COLOR or a dumb terminal asks for plain text.</summary>
    public bool ColorWanted { get; }

    public OutputChannel Output { get; }

    public OutputChannel Error { get; }

    public TextReader Input => SystemConsole.In;

    /// <summary>Where a question can be seen: the output, or the error stream where only that is a terminal.</summary>
    public OutputChannel Screen => OutputIsTerminal ? Output : Error;

    /// <summary>True where somebody can be asked: a keyboard to answer on, and a screen to see the question.</summary>
    public bool CanAsk => InputIsTerminal && (OutputIsTerminal || ErrorIsTerminal);

    public bool SupportsEscapes => Screen.SupportsEscapes;

    public int Width => OutputIsTerminal ? Positive(SystemConsole.WindowWidth, WidthWithoutTerminal) : WidthWithoutTerminal;

    public int Height => OutputIsTerminal ? Positive(SystemConsole.WindowHeight, HeightWithoutTerminal) : HeightWithoutTerminal;

    public (int Left, int Top) CursorPosition
    {
        get => CanAsk && OutputIsTerminal ? SystemConsole.GetCursorPosition() : (0, 0);
        set
        {
            if (OutputIsTerminal)
            {
                SystemConsole.SetCursorPosition(value.Left, value.Top);
            }
        }
    }

    public bool KeyAvailable => InputIsTerminal && SystemConsole.KeyAvailable;

    public void Write(string text) => Screen.WriteRaw(text);

    public IDisposable TakeKeyboard() => new KeyboardScope(controlCAsInput: true);

    /// <summary>Until disposed, Ctrl+C is a signal again.</summary>
    public IDisposable LendKeyboard() => new KeyboardScope(controlCAsInput: false);

    public ConsoleKeyInfo ReadKey(CancellationToken cancellationToken)
    {
        for (int pause = ShortestKeyPause; !SystemConsole.KeyAvailable; pause = Math.Min(pause + 1, LongestKeyPause))
        {
            cancellationToken.WaitHandle.WaitOne(pause);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return SystemConsole.ReadKey(intercept: true);
    }

    /// <summary>Goes to the start of a line, on a new one unless the cursor stands there already.</summary>
    public void StartLine()
    {
        if (SupportsEscapes)
        {
            // Programs leave the cursor anywhere, and asking the terminal would eat what is typed ahead. So: a mark and
            // blanks, a whole row of them. From the start of a row they are overwritten, from elsewhere they run over.
            Write($"{Ansi.Dim}\u23ce{Ansi.Reset}{new string(' ', Width - 1)}\r{Ansi.EraseToEndOfLine}");
        }
        else if (!Screen.AtLineStart)
        {
            Write(Environment.NewLine);
        }
    }

    public void SetTitle(string title)
    {
        if (Screen.SupportsEscapes)
        {
            SystemConsole.Title = title;
        }
    }

    /// <summary>Text goes out as UTF-8 even where Windows starts with an older code page.</summary>
    public static void UseUtf8OnWindows()
    {
        if (OperatingSystem.IsWindows())
        {
            SystemConsole.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
    }

    private static int Positive(int value, int otherwise) => value > 0 ? value : otherwise;

    private sealed class KeyboardScope : IDisposable
    {
        private readonly bool _before = SystemConsole.TreatControlCAsInput;

        public KeyboardScope(bool controlCAsInput) => SystemConsole.TreatControlCAsInput = controlCAsInput;

        public void Dispose() => SystemConsole.TreatControlCAsInput = _before;
    }
}
