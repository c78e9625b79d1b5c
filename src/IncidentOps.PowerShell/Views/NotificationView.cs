using System.ComponentModel;
using System.Management.Automation;
using IncidentOps.Notifications;

namespace IncidentOps.PowerShell.Views;

/// <summary>What the views of messages say besides plain properties.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NotificationView
{
    /// <summary>What a message is, above its text.</summary>
    /// <param name="message">The message.</param>
    /// <returns>"INC-42 Status Update, PlainText".</returns>
    public static string Head(PSObject? message) =>
        $"{ViewText.Line(message, nameof(IncidentMessage.Incident))} {ViewText.Line(message, nameof(IncidentMessage.Template))}, {ViewText.Line(message, nameof(IncidentMessage.Format))}";
}
