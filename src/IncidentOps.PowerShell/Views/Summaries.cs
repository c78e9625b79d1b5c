using System.Collections.Frozen;
using System.ComponentModel;
using System.Management.Automation;

namespace IncidentOps.PowerShell.Views;

/// <summary>
/// Objects in one line, for where the engine uses no view: it makes one table for a pipeline, after the first object,
/// and lists the properties of all objects of other types as they are. The types file names this line in their place.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Summaries
{
    private static readonly FrozenDictionary<string, string[]> Properties = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Incident"] = ["Id", "Severity", "Status", "Duration", "Services", "Title"],
        ["IncidentDeadline"] = ["Incident", "Kind", "State", "DueAt", "Reason"],
        ["IncidentLogCheck"] = ["Incident", "Run", "Valid", "Reason"],
        ["IncidentTask"] = ["Incident", "Id", "State", "Task"],
        ["TimelineEntry"] = ["Incident", "At", "Actor", "Text"],
        ["HealthCheckResult"] = ["Service", "Check", "Status", "Reason"],
        ["HealthChange"] = ["At", "Service", "From", "Status", "Reason"],
        ["HealthWatchSummary"] = ["Outcome", "Status", "Duration", "Sweeps", "Changes", "HealthyFor"],
        ["ServiceStability"] = ["Service", "Status", "Lasted", "Changes", "Reason"],
        ["DiskUsage"] = ["Path", "Device", "UsedPercent"],
        ["ProcessUsage"] = ["Id", "Name", "CpuPercent", "MemoryPercent"],
        ["SystemResource"] = ["HostName", "CpuBusyPercent", "MemoryUsedPercent", "Disks"],
        ["ServiceHealth"] = ["Service", "Status", "Reason"],
        ["IncidentMessage"] = ["Incident", "Template", "Format", "Subject"],
        ["Runbook"] = ["Name", "Severity", "Services", "Title"],
        ["RunbookParameter"] = ["Name", "Description"],
        ["RunbookApproval"] = ["Incident", "Approver", "Role", "Runbook"],
        ["RunbookPlan"] = ["Incident", "Runbook", "Missing"],
        ["RunbookPlanStep"] = ["Number", "Risk", "Title", "Missing"],
        ["RunbookRun"] = ["Incident", "Runbook", "Status", "Duration"],
        ["RunbookStep"] = ["Number", "Risk", "Title"],
        ["RunbookStepResult"] = ["Step", "HostName", "Status", "Reason"],
        ["ActionItem"] = ["Text", "Owner", "Due"],
        ["PostMortem"] = ["Incident", "Severity", "Date", "Duration", "Title"],
        ["PostMortemImpact"] = ["Downtime", "UsersAffected", "DataLoss"],
        ["Checklist"] = ["Name", "Phase"],
        ["ChecklistTask"] = ["Severities", "Text"],
        ["Contact"] = ["Name", "Role", "Value"],
        ["EscalationLevel"] = ["Order", "Name", "Severities"],
        ["Finding"] = ["Path", "Line", "Severity", "Message"],
        ["MessageTemplate"] = ["Name", "Placeholders"],
        ["MonitoringWindow"] = ["Minimum", "Maximum"],
        ["PhaseActivity"] = ["Group", "Text"],
        ["Procedure"] = ["Title", "Path"],
        ["ProcedureSection"] = ["Line", "Kind", "Title"],
        ["ResponseRole"] = ["Name", "Holder"],
        ["Rotation"] = ["Schedule", "ShiftLength", "HandoffDay"],
        ["Scenario"] = ["Name", "Severity", "Symptoms"],
        ["ScenarioCode"] = ["Info", "Text"],
        ["ScenarioStep"] = ["Number", "Text"],
        ["SeverityLevel"] = ["Name", "Label", "Definition"],
        ["Tool"] = ["Name", "Value"],
        ["WorkflowPhase"] = ["Order", "Name"],
        ["WorkspaceFile"] = ["Action", "Kind", "Name"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The object in one line.</summary>
    /// <param name="value">The object.</param>
    /// <returns>"INC-42 P1 Detected 12m 40s checkout Checkout fails".</returns>
    public static string Of(PSObject? value) => string.Join(
        ' ',
        Properties.GetValueOrDefault(value?.BaseObject.GetType().Name ?? "", [])
            .Select(property => Part(property, ViewValue.Of(value, property)))
            .Where(part => part.Length > 0));

    private static string Part(string property, object? value) => ViewValue.Plain(value) switch
    {
        TimeSpan => ViewText.Latency(PSObject.AsPSObject(value)),
        DateTimeOffset => ViewText.ToTime(value),
        bool valid when property == "Valid" => IncidentView.Verdict(valid),
        Enum => Palette.State(ViewText.ToLine(value)),
        string name when property == "Severity" => ViewText.Severity(PSObject.AsPSObject(name)),
        _ => ViewText.ToLine(value),
    };
}
