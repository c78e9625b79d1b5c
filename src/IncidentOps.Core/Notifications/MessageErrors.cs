using IncidentOps.Core.Errors;
using IncidentOps.Core.Text;
using IncidentOps.Notifications;

namespace IncidentOps.Core.Notifications;

/// <summary>The failures of this area that users see.</summary>
internal static class MessageErrors
{
    public static IncidentOpsException TemplateNotFound(string name, IReadOnlyList<BookedTemplate> known) => new(
        "MessageTemplateNotFound",
        ErrorKind.NotFound,
        $"There is no message template '{Show(name)}'. There are {List(known)}.",
        name);

    public static IncidentOpsException TemplateAmbiguous(string name, IReadOnlyList<BookedTemplate> found) => new(
        "MessageTemplateAmbiguous",
        ErrorKind.Ambiguous,
        $"Several message templates fit '{Show(name)}': {List(found)}. Give the whole name of one.",
        name);

    public static IncidentOpsException TemplateMissing(MessageKind kind) => new(
        "MessageTemplateNotFound",
        ErrorKind.NotFound,
        $"There is no message template for the kind {kind}. Add one to the section 'Communication Templates' of the guide, or name another one with -Template.");

    public static IncidentOpsException PlaceholderUnknown(string incident, string template, IReadOnlyList<string> placeholders) => new(
        "MessagePlaceholderUnknown",
        ErrorKind.InvalidData,
        Unresolved(incident, template, placeholders));

    /// <summary>Which blanks stay open, and how they are filled.</summary>
    public static string Unresolved(string incident, string template, IReadOnlyList<string> placeholders) =>
        $"The template '{Show(template)}' asks for what {incident} does not hold: {string.Join(", ", placeholders.Select(name => $"'{Show(name)}'"))}. " +
        $"Give the values: -Value @{{ '{Show(placeholders[0]).Replace("'", "''", StringComparison.Ordinal)}' = '…' }}.";

    /// <summary>What else whoever asked for a message should know.</summary>
    public static IEnumerable<string> Remarks(MessageResult result)
    {
        string template = Show(result.Message.Template);
        if (result.Template.IsExample)
        {
            yield return $"The template '{template}' tells of an incident of its own, as an example does: parts of it are not about {result.Message.Incident}. Read the message before you send it.";
        }

        if (result.Message.Kind == MessageKind.Resolution && result.IsOpen)
        {
            yield return $"{result.Message.Incident} is still open, and the template '{template}' says that it is over.";
        }

        foreach (string name in result.Unused)
        {
            yield return $"The template '{template}' asks for no '{Show(name)}': that value is not used.";
        }
    }

    private static string List(IReadOnlyList<BookedTemplate> templates) => string.Join(", ", templates.Select(template => $"'{Show(template.Name)}'"));

    private static string Show(string text) => Printable.Line(text);
}
