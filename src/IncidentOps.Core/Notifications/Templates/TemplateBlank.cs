using System.Text.RegularExpressions;

namespace IncidentOps.Core.Notifications.Templates;

/// <summary>A blank in a template: <c>[Description]</c>, <c>{{root_cause}}</c>, <c>HH:MM</c>.</summary>
/// <param name="Name">What stands in it, without its marks; empty for a drawn line.</param>
/// <param name="Label">The label that it is the value of, on its line or above; empty where it has none.</param>
/// <param name="IsValue">True where it is all that follows its label, or all that its line holds.</param>
/// <param name="Utc">Whether the template says that the time is in UTC, and where.</param>
internal sealed partial record TemplateBlank(string Name, string Label, bool IsValue, UtcMark Utc = UtcMark.None)
{
    /// <summary>The words before it in its sentence: "resolved at" for <c>resolved at [Time]</c>.</summary>
    public string Lead { get; init; } = "";

    /// <summary>The name without what to write otherwise: <c>Time or "as soon as possible"</c>.</summary>
    public string Asks => Alternative().Replace(Name, "");

    /// <summary>What to write where it is not known; null where the template does not say.</summary>
    public string? Otherwise => Alternative().Match(Name) is { Success: true } match ? match.Groups["text"].Value : null;

    /// <summary>Whether its label stands on a line above, and may announce several.</summary>
    public bool IsBelow { get; init; }

    /// <summary>The mark that it begins with.</summary>
    public char Mark { get; init; } = '[';

    [GeneratedRegex("\\s+or\\s+[\"“'‘](?<text>[^\"”'’]{1,60})[\"”'’]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Alternative();
}

/// <summary>Where a template says that a time is in UTC.</summary>
internal enum UtcMark
{
    None,

    /// <summary>In the blank: <c>[HH:MM UTC]</c>.</summary>
    Inside,

    /// <summary>Behind it, where it stays: <c>[Time] UTC</c>.</summary>
    Behind,
}
