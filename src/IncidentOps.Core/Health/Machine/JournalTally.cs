using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Health.Machine;

/// <summary>Counts the errors among a unit's journal entries: in the window that ends now, and in the time before it.</summary>
internal sealed partial class JournalTally(DateTimeOffset windowStart, TextPattern? pattern)
{
    // The syslog levels up to 3: emergency, alert, critical, error.
    private const int ErrorLevel = 3;

    public int Entries { get; private set; }

    public int InWindow { get; private set; }

    public int Before { get; private set; }

    /// <summary>The last error's message; null where there was none.</summary>
    public string? LastError { get; private set; }

    /// <summary>Adds an entry as journalctl writes it with <c>--output=json</c>.</summary>
    public void Add(string line)
    {
        try
        {
            using JsonDocument entry = JsonDocument.Parse(line);
            Entries++;
            string message = Message(entry.RootElement);
            if (pattern is null ? IsError(entry.RootElement, message) : pattern.IsFoundIn(message))
            {
                bool inWindow = Number(entry.RootElement, "__REALTIME_TIMESTAMP") / 1000 >= windowStart.ToUnixTimeMilliseconds();
                InWindow += inWindow ? 1 : 0;
                Before += inWindow ? 0 : 1;
                LastError = message;
            }
        }
        catch (JsonException)
        {
            // A line that the bounds of the output cut is no entry.
        }
    }

    // Services that write to standard output have all their lines at one level, errors included.
    private static bool IsError(JsonElement entry, string message) =>
        Number(entry, "PRIORITY") is >= 0 and <= ErrorLevel || ErrorWord().IsMatch(message);

    private static string Message(JsonElement entry) => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("MESSAGE", out JsonElement message)
        ? message.ValueKind switch
        {
            JsonValueKind.String => message.GetString()!,

            // What is not UTF-8 comes as a list of bytes.
            JsonValueKind.Array => System.Text.Encoding.Latin1.GetString([.. message.EnumerateArray()
                .Select(static item => item.TryGetByte(out byte value) ? value : (byte)'?')]),
            _ => "",
        }
        : "";

    private static long Number(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object
        && entry.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
        && long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : -1;

    [GeneratedRegex(@"\b(ERROR|FATAL|CRITICAL|PANIC|SEVERE|EMERG)\b|^Traceback \(most recent call last\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ErrorWord();
}
