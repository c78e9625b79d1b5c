namespace IncidentOps.Console.Editing;

internal enum LineOutcome
{
    Accepted,

    /// <summary>Ctrl+C, or a signal from outside.</summary>
    Cancelled,

    /// <summary>Ctrl+D on an empty line.</summary>
    EndOfInput,
}

/// <summary>How editing a line ended; the text is empty unless it was accepted.</summary>
internal readonly record struct LineResult(LineOutcome Outcome, string Text)
{
    public static LineResult Cancelled { get; } = new(LineOutcome.Cancelled, "");

    public static LineResult EndOfInput { get; } = new(LineOutcome.EndOfInput, "");

    public static LineResult Accepted(string text) => new(LineOutcome.Accepted, text);
}
