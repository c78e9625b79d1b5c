using System.Text.RegularExpressions;
using IncidentOps.Core.Notifications.Templates;
using IncidentOps.Notifications;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Notifications;

/// <summary>A template that messages can be written with.</summary>
/// <param name="Template">As the guide has it.</param>
/// <param name="Text">The same, taken apart.</param>
/// <param name="Path">The guide.</param>
/// <param name="IsBuiltIn">Whether the organisation's own guide lacks one, and this one stands in.</param>
internal sealed partial record BookedTemplate(MessageTemplate Template, TemplateText Text, string? Path, bool IsBuiltIn)
{
    public string Name => Template.Name;

    /// <summary>What it tells.</summary>
    public MessageKind Kind { get; } = MessageKinds.Of(Template);

    /// <summary>Whether it tells of one incident, which is over long since: there is nothing to fill in, or times are.</summary>
    public bool IsExample { get; } = !Text.Blanks.Any() || Text.Spans.Any(span => span.Blank is null && Moment().IsMatch(span.Text));

    [GeneratedRegex(@"\b(?:20\d\d-\d\d-\d\d|\d{1,2}:\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Moment();
}
