using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using IncidentOps.Core.Text;
using IncidentOps.Incidents;

namespace IncidentOps.PowerShell.Views;

/// <summary>What the views of incidents and their timelines say besides plain properties.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IncidentView
{
    private static readonly TimeSpan AddedLater = TimeSpan.FromMinutes(1);

    /// <summary>Who leads; while nobody has acknowledged, how long there is to do so.</summary>
    /// <param name="incident">The incident.</param>
    /// <returns>"Ada", "ack in 4m", "late 12m".</returns>
    public static string Commander(PSObject? incident) => TimeToAcknowledge(incident) switch
    {
        null => ViewText.Line(incident, nameof(Incident.Commander)),
        { } left when left < TimeSpan.Zero => Palette.Paint($"late {ReadableDuration.Rough(-left)}", "Red"),
        { } left => Palette.Paint($"ack in {ReadableDuration.Rough(left)}", "Yellow"),
    };

    /// <summary>By when it has to be acknowledged, while it is not.</summary>
    /// <param name="incident">The incident.</param>
    /// <returns>"14:10:00, in 4m", or nothing.</returns>
    public static string AcknowledgeBy(PSObject? incident)
    {
        string due = ViewText.ToMoment(ViewValue.Of(incident, nameof(Incident.AcknowledgeBy)));
        return TimeToAcknowledge(incident) switch
        {
            null => "",
            { } left when left < TimeSpan.Zero => Palette.Paint($"{due}, late by {ReadableDuration.Brief(-left)}", "Red"),
            { } left => Palette.Paint($"{due}, in {ReadableDuration.Brief(left)}", "Yellow"),
        };
    }

    /// <summary>The title, marked in a drill.</summary>
    /// <param name="incident">The incident.</param>
    /// <returns>The title in one line.</returns>
    public static string Title(PSObject? incident)
    {
        string title = ViewText.Line(incident, nameof(Incident.Title));
        return ViewValue.IsTrue(incident, nameof(Incident.IsDrill)) ? $"[drill] {title}" : title;
    }

    /// <summary>When a status was reached, and how long after detection.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="property">The moment's property.</param>
    /// <returns>"14:07:49, after 2m 40s".</returns>
    public static string Reached(PSObject? incident, string property)
    {
        if (ViewValue.Moment(ViewValue.Of(incident, property)) is not { } moment)
        {
            return "";
        }

        return ViewValue.Moment(ViewValue.Of(incident, nameof(Incident.DetectedAt))) is { } detected
            ? $"{ViewText.ToMoment(moment)}, after {ReadableDuration.Brief(moment - detected)}"
            : ViewText.ToMoment(moment);
    }

    /// <summary>What happened; says where there is more of it, and where it was added later.</summary>
    /// <param name="entry">A timeline's entry.</param>
    /// <returns>The sentence.</returns>
    public static string Text(PSObject? entry)
    {
        string text = ViewText.Line(entry, nameof(TimelineEntry.Text));
        string detail = ViewValue.Text(ViewValue.Of(entry, nameof(TimelineEntry.Detail))).Trim();
        if (detail.Length > 0)
        {
            text += Palette.Dim(string.Create(CultureInfo.InvariantCulture, $" [+{detail.Count(character => character == '\n') + 1}]"));
        }

        string added = Added(entry);
        return added.Length > 0 ? text + Palette.Dim($" (added {added})") : text;
    }

    /// <summary>When an entry was added, where that was later than what it tells of.</summary>
    /// <param name="entry">A timeline's entry.</param>
    /// <returns>A time, or nothing.</returns>
    public static string Added(PSObject? entry) =>
        ViewValue.Moment(ViewValue.Of(entry, nameof(TimelineEntry.RecordedAt))) is { } recorded
        && ViewValue.Moment(ViewValue.Of(entry, nameof(TimelineEntry.At))) is { } at
        && recorded - at >= AddedLater
            ? ViewText.ToTime(recorded)
            : "";

    /// <summary>What walking an incident's log found.</summary>
    /// <param name="valid">Whether every event is in place and unchanged.</param>
    /// <returns>"intact" or "broken".</returns>
    public static string Verdict(bool valid) => valid ? Palette.Paint("intact", "Green") : Palette.Paint("broken", "Red");

    /// <summary>How much of a deadline's time is used up.</summary>
    /// <param name="deadline">The deadline.</param>
    /// <returns>"75 %".</returns>
    public static string Percent(PSObject? deadline) => ViewValue.Plain(ViewValue.Of(deadline, nameof(IncidentDeadline.Percent))) is double percent
        ? string.Create(CultureInfo.InvariantCulture, $"{percent:0} %")
        : "";

    /// <summary>The checklist of a task, and the incident it is for.</summary>
    /// <param name="task">The task.</param>
    /// <returns>"Initial Response (INC-42)".</returns>
    public static string TaskGroup(PSObject? task) =>
        $"{ViewText.Line(task, nameof(IncidentTask.Checklist))} ({ViewText.Line(task, nameof(IncidentTask.Incident))})";

    /// <summary>What is to be done, and who did it when.</summary>
    /// <param name="task">The task.</param>
    /// <returns>"Page the on-call engineer (ada, 14:05)".</returns>
    public static string Task(PSObject? task)
    {
        string text = ViewText.Line(task, nameof(IncidentTask.Task));
        string done = string.Join(", ", new[]
        {
            ViewText.Line(task, nameof(IncidentTask.DoneBy)),
            ViewText.ToTime(ViewValue.Of(task, nameof(IncidentTask.DoneAt))),
        }.Where(part => part.Length > 0));
        return done.Length == 0 ? text : text + Palette.Dim($" ({done})");
    }

    /// <summary>What is left, negative where it is late; null where nobody has to acknowledge.</summary>
    private static TimeSpan? TimeToAcknowledge(PSObject? incident) =>
        ViewValue.IsTrue(incident, nameof(Incident.IsActive))
        && ViewValue.Moment(ViewValue.Of(incident, nameof(Incident.AcknowledgedAt))) is null
        && ViewValue.Moment(ViewValue.Of(incident, nameof(Incident.AcknowledgeBy))) is { } due
        && ViewValue.Moment(ViewValue.Of(incident, nameof(Incident.AsOf))) is { } asOf
            ? due - asOf
            : null;
}
