namespace IncidentOps.Console.Screen;

/// <summary>The screen and keyboard that a line is edited with; a test puts its own in this place.</summary>
internal interface ITerminal
{
    /// <summary>Columns of the screen; 120 where there is none.</summary>
    int Width { get; }

    /// <summary>True where cursor movements and colours are understood.</summary>
    bool SupportsEscapes { get; }

    /// <summary>True when a key waits to be read.</summary>
    bool KeyAvailable { get; }

    /// <summary>Writes to the screen as it stands.</summary>
    void Write(string text);

    /// <summary>Until disposed, Ctrl+C is a key like any other.</summary>
    IDisposable TakeKeyboard();

    /// <summary>Waits for the next key.</summary>
    /// <exception cref="OperationCanceledException">When cancelled while waiting.</exception>
    ConsoleKeyInfo ReadKey(CancellationToken cancellationToken);
}
