using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;
using IncidentOps.Console.Screen;

namespace IncidentOps.Console.Hosting;

/// <summary>
/// Puts the engine's streams on the terminal: output, warnings, verbose and debug on standard output, errors on
/// standard error, progress on whichever is a terminal. Questions need a terminal on both ends.
/// </summary>
internal sealed class ConsoleUserInterface : PSHostUserInterface, IHostUISupportsMultipleChoiceSelection
{
    private readonly Lock _lock = new();
    private readonly Terminal _terminal;
    private readonly ProgressPane _progress;
    private readonly QuestionLine _questions;
    private readonly RawUserInterface _rawUserInterface;
    private volatile StringBuilder? _captured;
    private volatile bool _renderingError;
    private volatile bool _errorRendered;

    public ConsoleUserInterface(Terminal terminal, bool nonInteractive, Interruption interruption)
    {
        _terminal = terminal;
        _progress = new ProgressPane(terminal, TimeProvider.System);
        _questions = new QuestionLine(this, terminal, nonInteractive, interruption);
        _rawUserInterface = new RawUserInterface(terminal, interruption);
        ColorWanted = terminal.ColorWanted;
    }

    public override PSHostRawUserInterface RawUI => _rawUserInterface;

    public override bool SupportsVirtualTerminal => _terminal.Output.SupportsEscapes;

    private bool ColorWanted { get; }

    public override void Write(string value) => WriteTo(_terminal.Output, value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(Colored(foregroundColor, backgroundColor, value));

    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        WriteLine(Colored(foregroundColor, backgroundColor, value));

    public override void WriteLine(string value) => WriteTo(_terminal.Output, value + Environment.NewLine);

    public override void WriteErrorLine(string value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            // The engine's error view is styled already; a bare line is not.
            string line = value.Contains('\u001b', StringComparison.Ordinal) ? value : Styled(FormatStyle.Error, value);
            WriteTo(_terminal.Error, line + Environment.NewLine);
        }
    }

    public override void WriteWarningLine(string message) => WriteLine(Styled(FormatStyle.Warning, $"WARNING: {message}"));

    public override void WriteVerboseLine(string message) => WriteLine(Styled(FormatStyle.Verbose, $"VERBOSE: {message}"));

    public override void WriteDebugLine(string message) => WriteLine(Styled(FormatStyle.Debug, $"DEBUG: {message}"));

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (_lock)
        {
            _progress.Update(sourceId, record);
        }
    }

    public void HideProgress()
    {
        lock (_lock)
        {
            _progress.Hide();
        }
    }

    public void ClearProgress()
    {
        lock (_lock)
        {
            _progress.Clear();
        }
    }

    /// <summary>The lines that are written meanwhile, as plain text; nothing of them reaches the screen.</summary>
    public IReadOnlyList<string> Capture(int? width, Action write)
    {
        StringBuilder? outer = _captured;
        int? outerWidth = _rawUserInterface.FormattingWidth;
        StringBuilder captured = new();
        _captured = captured;
        _rawUserInterface.FormattingWidth = width ?? outerWidth;
        try
        {
            write();
        }
        finally
        {
            _captured = outer;
            _rawUserInterface.FormattingWidth = outerWidth;
        }

        string[] lines = captured.ToString().ReplaceLineEndings("\n").Split('\n');
        return lines[..^1];
    }

    /// <summary>Sends what is written while an error is rendered to where errors go.</summary>
    /// <returns>False when nothing was written: the view of errors itself is broken.</returns>
    public bool RenderError(Action render)
    {
        _errorRendered = false;
        _renderingError = true;
        try
        {
            render();
            return _errorRendered;
        }
        catch (RuntimeException)
        {
            return _errorRendered;
        }
        finally
        {
            _renderingError = false;
        }
    }

    public override string ReadLine() => _questions.ReadLine();

    public override SecureString ReadLineAsSecureString() => _questions.ReadSecret();

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) =>
        new FieldPrompt(_questions).Ask(caption, message, descriptions);

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        new ChoicePrompt(_questions).AskOne(caption, message, choices, defaultChoice);

    public Collection<int> PromptForChoice(
        string? caption, string? message, Collection<ChoiceDescription> choices, IEnumerable<int>? defaultChoices) =>
        new ChoicePrompt(_questions).AskSeveral(caption, message, choices, defaultChoices ?? []);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        _questions.AskCredential(caption, message, userName, targetName);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) =>
        _questions.AskCredential(caption, message, userName, targetName);

    /// <summary>Writes a question, its styling included, where it can be seen.</summary>
    public void WriteQuestion(string text) => WriteTo(_terminal.Screen, text);

    private static string Styled(FormatStyle style, string text)
    {
        string start = GetFormatStyleString(style);
        return start.Length == 0 ? text : start + text + PSStyle.Instance.Reset;
    }

    private string Colored(ConsoleColor foreground, ConsoleColor background, string value)
    {
        if (!ColorWanted)
        {
            return value;
        }

        // The terminal's own background may be any colour: only one that was asked for is set.
        string start = Ansi.Foreground(foreground);
        if (background != RawUI.BackgroundColor)
        {
            start += Ansi.Background(background);
        }

        return start + value + Ansi.Reset;
    }

    private void WriteTo(OutputChannel channel, string text)
    {
        if (_captured is { } captured)
        {
            captured.Append(GetOutputString(text, supportsVirtualTerminal: false));
            return;
        }

        if (_renderingError)
        {
            _errorRendered |= !string.IsNullOrWhiteSpace(text);
            channel = _terminal.Error;
        }

        lock (_lock)
        {
            _progress.Hide();
            channel.Write(text);
        }
    }
}
