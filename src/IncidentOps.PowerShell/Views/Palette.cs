using System.Collections.Frozen;
using System.Management.Automation;
using System.Reflection;

namespace IncidentOps.PowerShell.Views;

/// <summary>
/// Text in the session's own colours, those of <c>$PSStyle</c>: the engine takes them out again where plain text is
/// wanted. The type is newer than the library that the cmdlets compile against.
/// </summary>
internal static class Palette
{
    private static readonly object? Style = typeof(PSCmdlet).Assembly
        .GetType("System.Management.Automation.PSStyle")?
        .GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)?
        .GetValue(null);

    private static readonly object? Foreground = Read(Style, "Foreground");

    /// <summary>Red has to be acted on, yellow watched, cyan is on its way, green is well, grey is over or not yet due.</summary>
    private static readonly FrozenDictionary<string, string> States = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        // An incident
        ["Detected"] = "Red",
        ["Acknowledged"] = "Yellow",
        ["Investigating"] = "Yellow",
        ["Identified"] = "Cyan",
        ["Monitoring"] = "Cyan",
        ["Resolved"] = "Green",
        ["Closed"] = "BrightBlack",
        ["Dismissed"] = "BrightBlack",
        ["Merged"] = "BrightBlack",

        // A deadline, a task
        ["OnTrack"] = "Cyan",
        ["AtRisk"] = "Yellow",
        ["Met"] = "Green",
        ["Breached"] = "Red",
        ["Done"] = "Green",
        ["NotApplicable"] = "BrightBlack",

        // A service's health
        ["Healthy"] = "Green",
        ["Degraded"] = "Yellow",
        ["Unhealthy"] = "Red",
        ["Unknown"] = "Magenta",

        // A run and its steps
        ["Planned"] = "BrightBlack",
        ["Pending"] = "BrightBlack",
        ["Skipped"] = "BrightBlack",
        ["Running"] = "Cyan",
        ["Waiting"] = "Yellow",
        ["Succeeded"] = "Green",
        ["Failed"] = "Red",
        ["TimedOut"] = "Red",
        ["Interrupted"] = "Red",
        ["Cancelled"] = "Yellow",

        // A step's risk
        ["Read"] = "Green",
        ["Change"] = "Yellow",
        ["Destructive"] = "Red",

        // A finding
        ["Error"] = "Red",
        ["Warning"] = "Yellow",
        ["Information"] = "Cyan",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>False where colour would be taken out again.</summary>
    public static bool IsOn => Style is not null && Read(Style, "OutputRendering")?.ToString() != "PlainText";

    /// <summary>The word for a state, in the colour of what it asks for.</summary>
    public static string State(string word) => Paint(word, States.GetValueOrDefault(word));

    /// <summary>A text in the colour of a severity's rank, 0 being the most severe.</summary>
    public static string Rank(string text, int? rank) => Paint(text, rank switch
    {
        0 => "Red",
        1 => "Yellow",
        2 => "Cyan",
        _ => null,
    });

    /// <summary>In the background.</summary>
    public static string Dim(string text) => Paint(text, "BrightBlack");

    /// <summary>A text in one of the colours of <c>$PSStyle.Foreground</c>.</summary>
    public static string Paint(string text, string? colour) =>
        text.Length > 0 && colour is not null && IsOn && Read(Foreground, colour) is { } start
            ? $"{start}{text}{Read(Style, "Reset")}"
            : text;

    private static object? Read(object? source, string property) => source?.GetType().GetProperty(property)?.GetValue(source);
}
