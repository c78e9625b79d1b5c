using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures;

namespace IncidentOps.Core.Notifications.Templates;

/// <summary>
/// What a blank asks for. Its own words and its label's decide together: "[Description]" behind "Root cause" is
/// another than behind "Impact", and so is "[Time]" behind "Duration" or "Next update".
/// </summary>
/// <param name="Field">What; <see cref="MessageField.None"/> where the words are not known.</param>
/// <param name="Choices">The words that the template offers to choose from; none where it offers none.</param>
internal sealed partial record BlankMeaning(MessageField Field, IReadOnlyList<string> Choices)
{
    public static BlankMeaning Of(TemplateBlank blank)
    {
        string name = Words(blank.Asks);
        if (Choice(blank.Name, blank.Label) is { } choice)
        {
            return choice;
        }

        if (SeverityCode().IsMatch(blank.Name))
        {
            return new BlankMeaning(MessageField.SeverityCode, []);
        }

        if (IncidentCode().IsMatch(blank.Name))
        {
            return new BlankMeaning(MessageField.Id, []);
        }

        MessageField own = MessageWords.Fields.Best(name) ?? (TimePattern().IsMatch(blank.Name) ? MessageField.AnyTime : MessageField.None);
        return new BlankMeaning(Decide(own, LabelOf(blank, own), blank), []);
    }

    /// <summary>Whether words with slashes between are choices, not a list.</summary>
    public static bool IsChoice(string text, string label) => Choice(text, label) is not null;

    /// <summary>Codes are words to the eye: "rootCause" and "root_cause" are root cause.</summary>
    public static string Words(string name) => CamelCase().Replace(name, " ").Replace('_', ' ');

    /// <summary>What the label says; without one, the words before a blank that says only of which kind it is.</summary>
    private static MessageField LabelOf(TemplateBlank blank, MessageField own) =>
        blank.Label.Length > 0 ? MessageWords.Fields.Best(blank.Label) ?? MessageField.None
        : own.IsAny() && own != MessageField.AnyText && MessageWords.Fields.Best(blank.Lead) is { } lead && lead.Takes(own) ? lead
        : MessageField.None;

    private static MessageField Decide(MessageField own, MessageField label, TemplateBlank blank)
    {
        if (label == MessageField.Outside)
        {
            return label;
        }

        if (own == MessageField.Outside || label == MessageField.None || own == MessageField.None)
        {
            return own != MessageField.None ? own : label.IsAny() || blank.IsValue ? label : MessageField.None;
        }

        if (own.IsAny())
        {
            return label.Takes(own) ? label : own;
        }

        if (blank.IsBelow && label == MessageField.NextSteps && own == MessageField.Progress)
        {
            // "[Action]" below "Follow-up:" is one that is still to be done.
            return label;
        }

        if (own == MessageField.Title && label == MessageField.Progress)
        {
            // "UPDATE: [Incident name]".
            return own;
        }

        // Behind "Impact:", "[Systems and users affected]" says how to tell the impact; below it, it may be a list's item.
        bool tells = own.Kind() is MessageFieldKind.Prose || own is MessageField.Component or MessageField.Service;
        return blank is { IsValue: true, IsBelow: false } && tells && label.Kind() is MessageFieldKind.Prose && !label.IsAny() ? label : own;
    }

    private static BlankMeaning? Choice(string text, string label)
    {
        string[] choices = Separators().Split(text);
        if (choices.Length < 2)
        {
            return null;
        }

        MessageField field = MessageWords.Fields.Best(label) ?? MessageField.None;
        int statuses = choices.Count(choice => MessageWords.Statuses.Best(choice) is not null);
        int severities = choices.Count(choice => SeverityName.TryParse(choice, loose: true) is { Rest.Length: 0 });
        return severities == choices.Length ? new BlankMeaning(MessageField.Severity, choices)
            : statuses == choices.Length || (field == MessageField.Status && statuses > 0) ? new BlankMeaning(MessageField.Status, choices)
            : null;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\s*[/|]\s*|\s+or\s+", Options)]
    private static partial Regex Separators();

    [GeneratedRegex(@"(?<=[\p{Ll}\d])(?=\p{Lu})", Options)]
    private static partial Regex CamelCase();

    [GeneratedRegex(@"^(?:SEV|P|S)[-_ ]?(?:\[.*\]|\#|X|N)$", Options | RegexOptions.IgnoreCase)]
    private static partial Regex SeverityCode();

    [GeneratedRegex(@"^INC-", Options)]
    private static partial Regex IncidentCode();

    [GeneratedRegex(@"\b(?:HH:MM|YYYY-MM-DD|DD[/.]MM[/.]YYYY|MM/DD/YYYY|\d\d:\d\d)\b", Options)]
    private static partial Regex TimePattern();
}
