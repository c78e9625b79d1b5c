using System.Management.Automation.Host;

namespace IncidentOps.Console.Screen;

/// <summary>One of the two output streams. Styled text loses its escape sequences where they would be noise.</summary>
internal sealed class OutputChannel(TextWriter writer, bool supportsEscapes)
{
    private readonly Lock _lock = new();

    public bool SupportsEscapes { get; } = supportsEscapes;

    /// <summary>True when the last thing written here ended a line.</summary>
    public bool AtLineStart { get; private set; } = true;

    /// <summary>Writes text that may be styled; $PSStyle.OutputRendering and the stream decide what remains of it.</summary>
    public void Write(string text) => WriteRaw(PSHostUserInterface.GetOutputString(text, SupportsEscapes));

    public void WriteLine(string text) => Write(text + Environment.NewLine);

    /// <summary>Writes escape sequences that leave the cursor at the start of a line.</summary>
    public void WriteToLineStart(string sequences)
    {
        lock (_lock)
        {
            writer.Write(sequences);
            AtLineStart = true;
        }
    }

    /// <summary>Writes text as it stands.</summary>
    public void WriteRaw(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        lock (_lock)
        {
            // A reader that has gone (`| head -1`) is no failure of the script: the runtime drops such output.
            writer.Write(text);
            AtLineStart = text[^1] == '\n';
        }
    }
}
