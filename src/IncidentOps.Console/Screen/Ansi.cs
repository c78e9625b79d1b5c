using System.Globalization;

namespace IncidentOps.Console.Screen;

/// <summary>The few escape sequences the console writes itself.</summary>
internal static class Ansi
{
    public const string Reset = "\u001b[0m";
    public const string Dim = "\u001b[2m";
    public const string Inverse = "\u001b[7m";
    public const string EraseToEndOfScreen = "\u001b[J";
    public const string EraseToEndOfLine = "\u001b[K";
    public const string ClearScreen = "\u001b[H\u001b[2J";
    public const string ClearScreenAndScrollback = ClearScreen + "\u001b[3J";

    public static string Up(int rows) => rows > 0 ? string.Create(CultureInfo.InvariantCulture, $"\u001b[{rows}A") : "";

    /// <summary>To a column of the same row, counted from zero.</summary>
    public static string Column(int column) => string.Create(CultureInfo.InvariantCulture, $"\u001b[{column + 1}G");

    public static string Foreground(ConsoleColor color) => Color(color, 30);

    public static string Background(ConsoleColor color) => Color(color, 40);

    private static string Color(ConsoleColor color, int start)
    {
        // ConsoleColor counts blue-green-red, terminals count red-green-blue; the upper half is the bright one.
        int value = (int)color;
        int number = ((value & 1) << 2) | (value & 2) | ((value & 4) >> 2);
        int bright = (value & 8) == 0 ? 0 : 60;
        return string.Create(CultureInfo.InvariantCulture, $"\u001b[{start + bright + number}m");
    }
}
