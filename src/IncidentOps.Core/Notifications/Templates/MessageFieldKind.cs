namespace IncidentOps.Core.Notifications.Templates;

/// <summary>Of which kind a <see cref="MessageField"/> is: what can stand for what.</summary>
internal enum MessageFieldKind
{
    None,
    Word,
    Person,
    Prose,
    Time,
    Duration,
    Number,
    Link,
}

internal static class MessageFieldKinds
{
    public static bool IsAny(this MessageField field) => field is >= MessageField.AnyText and <= MessageField.AnyLink;

    public static MessageFieldKind Kind(this MessageField field) => field switch
    {
        MessageField.None or MessageField.Outside => MessageFieldKind.None,
        <= MessageField.Organisation => MessageFieldKind.Word,
        <= MessageField.Source or MessageField.AnyPerson => MessageFieldKind.Person,
        <= MessageField.DataLoss or MessageField.AnyText => MessageFieldKind.Prose,
        MessageField.Duration => MessageFieldKind.Duration,
        <= MessageField.PostMortem or MessageField.AnyTime => MessageFieldKind.Time,
        MessageField.AnyNumber => MessageFieldKind.Number,
        _ => MessageFieldKind.Link,
    };

    /// <summary>Whether a label's field can be what a blank of a kind is filled with.</summary>
    public static bool Takes(this MessageField label, MessageField any) => any switch
    {
        MessageField.AnyText => !label.IsAny() && label.Kind() is not (MessageFieldKind.Time or MessageFieldKind.Link),
        MessageField.AnyTime => label.Kind() is MessageFieldKind.Time or MessageFieldKind.Duration,
        MessageField.AnyPerson => label.Kind() is MessageFieldKind.Person || label is MessageField.Service or MessageField.Component or MessageField.Title,
        MessageField.AnyNumber => label.Kind() is MessageFieldKind.Duration || label is MessageField.Affected or MessageField.Id or MessageField.Severity or MessageField.Eta,
        _ => label is MessageField.PostMortem,
    };
}
