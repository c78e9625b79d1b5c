using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using IncidentOps.Core.Text;
using IncidentOps.PowerShell.Commands;

namespace IncidentOps.PowerShell.Views;

/// <summary>
/// Values as the format file shows them: short, the same under every culture, empty for null, and with the control
/// characters of what came from outside shown instead of sent.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ViewText
{
    // A title of a megabyte would bury everything else; the property has all of it.
    private const int MaximumLine = 400;
    private const int MaximumBlock = 20_000;

    private static TimeProvider Clock => SessionWorkspace.Latest?.Time ?? TimeProvider.System;

    /// <summary>In one line; the items of a list with commas between.</summary>
    /// <param name="value">A text, a list or anything else.</param>
    /// <returns>The line, cut where it is very long.</returns>
    public static string Line(PSObject? value) => ToLine(value);

    /// <summary>With its line breaks; the items of a list one below the other.</summary>
    /// <param name="value">A text, a list or anything else.</param>
    /// <returns>The lines, cut where there are very many.</returns>
    public static string Block(PSObject? value) => ToBlock(value);

    /// <summary>A list in a few characters: its first item and the number of the others.</summary>
    /// <param name="value">A list.</param>
    /// <returns>"api +2".</returns>
    public static string Names(PSObject? value) => ViewValue.Items(value) switch
    {
        [] => "",
        [var only] => ToLine(only),
        { Count: var count } items => string.Create(CultureInfo.InvariantCulture, $"{ToLine(items[0])} +{count - 1}"),
    };

    /// <summary>The number of a list's items.</summary>
    /// <param name="value">A list.</param>
    /// <returns>The number; empty for none.</returns>
    public static string Count(PSObject? value) => ToCount(value);

    /// <summary>How long: "12m 40s".</summary>
    /// <param name="value">A TimeSpan.</param>
    /// <returns>The two largest units.</returns>
    public static string Duration(PSObject? value) => ViewValue.Duration(value) is { } duration ? ReadableDuration.Brief(duration) : "";

    /// <summary>How long a machine took: "118ms".</summary>
    /// <param name="value">A TimeSpan.</param>
    /// <returns>The duration, to two digits or more.</returns>
    public static string Latency(PSObject? value) => ViewValue.Duration(value) is { } duration ? ReadableDuration.Precise(duration) : "";

    /// <summary>When, for a column: "14:05" today.</summary>
    /// <param name="value">A moment.</param>
    /// <returns>The local time.</returns>
    public static string Time(PSObject? value) => ToTime(value);

    /// <summary>When, to the second.</summary>
    /// <param name="value">A moment.</param>
    /// <returns>The local time.</returns>
    public static string Moment(PSObject? value) => ToMoment(value);

    /// <summary>A severity's name in the colour of its rank in the procedure.</summary>
    /// <param name="value">The name.</param>
    /// <returns>The name.</returns>
    public static string Severity(PSObject? value)
    {
        string name = ToLine(value);
        return Palette.IsOn && name.Length > 0 ? Palette.Rank(name, SeverityRanks.Find(name)) : name;
    }

    /// <summary>The word for a state, of whatever it is the state, in the colour of what it asks for.</summary>
    /// <param name="value">A status, a risk, a finding's severity.</param>
    /// <returns>The word.</returns>
    public static string State(PSObject? value) => Palette.State(ToLine(value));

    /// <summary>"yes", or nothing.</summary>
    /// <param name="value">A bool.</param>
    /// <returns>"yes" for true.</returns>
    public static string Flag(bool value) => value ? "yes" : "";

    /// <summary>A property in one line.</summary>
    internal static string Line(PSObject? source, string property) => ToLine(ViewValue.Of(source, property));

    internal static string ToLine(object? value) => Printable.Line(Excerpt.Cut(ViewValue.Text(value), MaximumLine));

    internal static string ToBlock(object? value) =>
        Printable.Block(Excerpt.Cut(ViewValue.Text(value, "\n").ReplaceLineEndings("\n").Trim('\n'), MaximumBlock));

    internal static string ToCount(object? value) =>
        ViewValue.Items(value).Count is > 0 and var count ? count.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>A text with the first lines of another one below it, indented and in the background.</summary>
    internal static string Below(string text, object? more, int maximum)
    {
        string[] lines = ToBlock(more).Split('\n');
        return lines is [""]
            ? text
            : string.Join('\n', lines.Take(maximum).Append(lines.Length > maximum ? "…" : "").Where(line => line.Length > 0).Select(line => Palette.Dim("  " + line)).Prepend(text));
    }

    internal static string ToTime(object? value) => ViewValue.Moment(value) is { } moment ? ReadableTime.Brief(moment, Clock) : "";

    internal static string ToMoment(object? value) => ViewValue.Moment(value) is { } moment ? ReadableTime.Full(moment, Clock) : "";
}
