using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace IncidentOps.PowerShell.Views;

/// <summary>
/// Reads values for the views. Objects that came over a remote session or out of a file are shown by the same views,
/// but their enums have become numbers with a text, and their moments property bags.
/// </summary>
internal static class ViewValue
{
    /// <summary>A property's value; null where there is no object or no such property.</summary>
    public static object? Of(PSObject? source, string property) => source?.Properties[property]?.Value;

    /// <summary>A property that holds an object; null where there is none.</summary>
    public static PSObject? Object(PSObject? source, string property) => Of(source, property) is { } value ? PSObject.AsPSObject(value) : null;

    /// <summary>A property that holds a list of objects.</summary>
    public static IReadOnlyList<PSObject> Objects(PSObject? source, string property) =>
        [.. Items(Of(source, property)).OfType<object>().Select(PSObject.AsPSObject)];

    public static bool IsTrue(PSObject? source, string property) => Plain(Of(source, property)) is true;

    public static TimeSpan? Duration(object? value) => Plain(value) as TimeSpan?;

    public static DateTimeOffset? Moment(object? value) => Plain(value) switch
    {
        DateTimeOffset moment => moment,
        DateTime moment => new DateTimeOffset(moment),
        PSObject bag when Plain(Of(bag, "UtcDateTime")) is DateTime utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)),
        _ => null,
    };

    /// <summary>The items of a list; a single value is a list of one.</summary>
    public static IReadOnlyList<object?> Items(object? value) => Plain(value) switch
    {
        null => [],
        string text => [text],
        IEnumerable items => [.. items.Cast<object?>()],
        { } single => [single],
    };

    public static string Text(object? value) => Text(value, ", ");

    /// <summary>Any value as text; the items of a list with the separator between.</summary>
    public static string Text(object? value, string separator) => value switch
    {
        null => "",
        string text => text,
        PSObject wrapped => IsNamedNumber(wrapped) ? wrapped.ToString(null, CultureInfo.InvariantCulture) : Text(wrapped.BaseObject, separator),
        DictionaryEntry pair => $"{Text(pair.Key)}: {Text(pair.Value)}",
        KeyValuePair<string, string> pair => $"{pair.Key}: {pair.Value}",
        KeyValuePair<string, object?> pair => $"{pair.Key}: {Text(pair.Value)}",
        IEnumerable items => string.Join(separator, items.Cast<object?>().Select(Text)),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Without the engine's wrapper, unless the wrapper is all there is.</summary>
    public static object? Plain(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>What is left of an enum's value after a journey.</summary>
    private static bool IsNamedNumber(PSObject value) =>
        value.BaseObject is ValueType && value.TypeNames.FirstOrDefault()?.StartsWith("Deserialized.", StringComparison.Ordinal) == true;
}
