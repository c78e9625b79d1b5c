using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using IncidentOps.Core.Text;
using IncidentOps.Procedures;

namespace IncidentOps.PowerShell.Views;

/// <summary>What the views of a procedure and its parts say besides plain properties.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ProcedureView
{
    private const int CommandLines = 6;

    /// <summary>A severity level's name in the colour of its rank.</summary>
    /// <param name="level">The level.</param>
    /// <returns>The name.</returns>
    public static string Severity(PSObject? level) =>
        Palette.Rank(ViewText.Line(level, nameof(SeverityLevel.Name)), ViewValue.Plain(ViewValue.Of(level, nameof(SeverityLevel.Rank))) as int?);

    /// <summary>How soon somebody has to respond.</summary>
    /// <param name="level">A severity level.</param>
    /// <returns>"15m", "4h business", "1 business day", "at once".</returns>
    public static string Response(PSObject? level)
    {
        if (ViewValue.Plain(ViewValue.Of(level, nameof(SeverityLevel.BusinessDays))) is int days)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{days} business {(days == 1 ? "day" : "days")}");
        }

        if (ViewValue.Duration(ViewValue.Of(level, nameof(SeverityLevel.ResponseTime))) is not { } time)
        {
            return "";
        }

        string duration = time == TimeSpan.Zero ? "at once" : ReadableDuration.Brief(time);
        return ViewValue.IsTrue(level, nameof(SeverityLevel.BusinessHours)) ? $"{duration} business" : duration;
    }

    /// <summary>A checklist as it is ticked off.</summary>
    /// <param name="checklist">The checklist.</param>
    /// <returns>Its name, and its tasks below.</returns>
    public static string Checklist(PSObject? checklist) => string.Join('\n', ViewValue.Objects(checklist, nameof(IncidentOps.Procedures.Checklist.Tasks))
        .Select(task => $"  [ ] {ViewText.Line(task, nameof(ChecklistTask.Text))}")
        .Prepend(ViewText.Line(checklist, nameof(IncidentOps.Procedures.Checklist.Name))));

    /// <summary>A scenario's steps, one a line.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>"1. Check the logs".</returns>
    public static string Steps(PSObject? scenario) => string.Join('\n', ViewValue.Objects(scenario, nameof(Scenario.Steps))
        .Select(step => $"{ViewText.Line(step, nameof(ScenarioStep.Number))}. {ViewText.Line(step, nameof(ScenarioStep.Text))}"));

    /// <summary>What to do in a scenario's step, and its commands below.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The text, and the first lines of the commands.</returns>
    public static string Step(PSObject? step) =>
        ViewText.Below(ViewText.Line(step, nameof(ScenarioStep.Text)), ViewValue.Of(step, nameof(ScenarioStep.Commands)), CommandLines);

    /// <summary>Who is on call.</summary>
    /// <param name="rotation">The rotation.</param>
    /// <returns>"Primary: Ada, Secondary: Grace".</returns>
    public static string Members(PSObject? rotation) => string.Join(", ", ViewValue.Objects(rotation, nameof(Rotation.Members)).Select(member =>
        ViewText.Line(member, nameof(Contact.Value)) is { Length: > 0 } value ? $"{ViewText.Line(member, nameof(Contact.Name))}: {value}" : ViewText.Line(member, nameof(Contact.Name))));

    /// <summary>When the next one takes over.</summary>
    /// <param name="rotation">The rotation.</param>
    /// <returns>"Monday 09:00".</returns>
    public static string Handoff(PSObject? rotation)
    {
        string day = ViewText.Line(rotation, nameof(Rotation.HandoffDay));
        return ViewValue.Plain(ViewValue.Of(rotation, nameof(Rotation.HandoffTime))) is TimeOnly time
            ? $"{day} {time.ToString("HH:mm", CultureInfo.InvariantCulture)}".Trim()
            : day;
    }

    /// <summary>How long to watch after a fix.</summary>
    /// <param name="window">The window.</param>
    /// <returns>"30m to 1h".</returns>
    public static string Window(PSObject? window) =>
        ViewValue.Duration(ViewValue.Of(window, nameof(MonitoringWindow.Minimum))) is { } minimum
        && ViewValue.Duration(ViewValue.Of(window, nameof(MonitoringWindow.Maximum))) is { } maximum
            ? $"{ReadableDuration.Brief(minimum)} to {ReadableDuration.Brief(maximum)}"
            : "";

    /// <summary>What is wrong, and below it what to do about it.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>The message, and the remedy where there is one.</returns>
    public static string Message(PSObject? finding) =>
        ViewText.Below(ViewText.Line(finding, nameof(Finding.Message)), ViewValue.Of(finding, nameof(Finding.Remedy)), CommandLines);

    /// <summary>A workspace's file, and below it what is left to do in it.</summary>
    /// <param name="file">The file.</param>
    /// <returns>Its name, and the lines and messages of its findings.</returns>
    public static string WorkspaceFile(PSObject? file) => ViewText.Below(
        ViewText.Line(file, nameof(IncidentOps.Procedures.WorkspaceFile.Name)),
        Findings(file),
        CommandLines);

    /// <summary>What is left to do in a workspace's file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>"12: [Name] is not filled in.", one a line.</returns>
    public static string Findings(PSObject? file) => string.Join('\n', ViewValue.Objects(file, nameof(IncidentOps.Procedures.WorkspaceFile.Findings))
        .Select(finding => $"{ViewText.Line(finding, nameof(Finding.Line))}: {ViewText.Line(finding, nameof(Finding.Message))}"));
}
