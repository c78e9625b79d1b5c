namespace IncidentOps.Core.Notifications.Templates;

/// <summary>A blank in a template: <c>[Description]</c>, <c>{{root_cause}}</c>, <c>HH:MM</c>.</summary>
/// <param name="Name">What stands in it, without its marks; empty for a drawn line.</param>
/// <param name="Label">The label that it is the value of, on its line or above; empty where it has none.</param>
/// <param name="IsValue">True where it is all that follows its label, or all that its line holds.</param>
/// <param name="Utc">Whether the template says that the time is in UTC, and where.</param>
internal sealed record TemplateBlank(string Name, string Label, bool IsValue, UtcMark Utc = UtcMark.None)
{
    /// <summary>Whether its label stands on a line above, and may announce several.</summary>
    public bool IsBelow { get; init; }

    /// <summary>The mark that it begins with.</summary>
    public char Mark { get; init; } = '[';
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
