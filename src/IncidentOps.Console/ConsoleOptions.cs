namespace IncidentOps.Console;

internal enum ConsoleMode
{
    /// <summary>No script named: an interactive prompt, or commands from a redirected standard input.</summary>
    Session,
    Script,
    Command,

    /// <summary>The whole of standard input is one script.</summary>
    StandardInput,
    Help,
    Version,

    /// <summary>The command line is wrong; <see cref="ConsoleOptions.Error"/> says how.</summary>
    Invalid,
}

/// <summary>What the command line asks for.</summary>
internal sealed record ConsoleOptions
{
    public ConsoleMode Mode { get; init; } = ConsoleMode.Session;

    /// <summary>The script's path, as given.</summary>
    public string? ScriptPath { get; init; }

    /// <summary>The text after -Command.</summary>
    public string? Command { get; init; }

    public IReadOnlyList<ScriptArgument> Arguments { get; init; } = [];

    public bool NonInteractive { get; init; }

    public bool NoLogo { get; init; }

    public string? Error { get; init; }
}
