namespace IncidentOps.Notifications;

/// <summary>What a message is written for.</summary>
public enum MessageFormat
{
    /// <summary>Text without any marks: e-mail, a text message, a terminal.</summary>
    PlainText,

    /// <summary>Markdown: a Git host, a ticket, most chats.</summary>
    Markdown,

    /// <summary>Slack's own mark-up, mrkdwn.</summary>
    Slack,

    /// <summary>A fragment of HTML: the body of an e-mail, a status page.</summary>
    Html,
}
