using System.Management.Automation;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Text;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Ticks tasks of an incident's checklists that only people can know of.</summary>
[Cmdlet(VerbsLifecycle.Complete, "IncidentTask", SupportsShouldProcess = true)]
[OutputType(typeof(IncidentTask))]
public sealed class CompleteIncidentTaskCommand : IncidentOpsCommand
{
    /// <summary>The tasks: their places ("2.5") or their texts; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(TaskCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Task { get; set; } = [];

    /// <summary>The incident's id, number or object.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    public IncidentReference? Incident { get; set; }

    /// <summary>Say that they do not apply this time, instead of done.</summary>
    [Parameter]
    public SwitchParameter NotApplicable { get; set; }

    /// <summary>A few words for the timeline.</summary>
    [Parameter]
    public string? Message { get; set; }

    /// <summary>When it was done, where that was earlier.</summary>
    [Parameter]
    public DateTimeOffset? At { get; set; }

    /// <summary>Return the tasks as they are afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        long number = Await(async stop => Incident is { } reference
            ? await Workspace.Incidents.ResolveNumberAsync(reference.Text, stop)
            : ChosenIncident.Get(Workspace.StorePath) ?? await Workspace.Incidents.OnlyOpenAsync(stop));
        foreach (string name in Task)
        {
            Guard(() => Complete(number, name), name);
        }
    }

    private void Complete(long number, string name)
    {
        List<IncidentTask> tasks = Select(number, name);
        if (tasks.Count == 0)
        {
            throw IncidentErrors.TaskNotFound(name);
        }

        foreach (IncidentTask task in tasks)
        {
            if (ShouldProcess(Printable.Line($"{task.Incident} {task.Id} {task.Task}"), NotApplicable ? "Mark as not applicable" : "Tick task"))
            {
                var completed = new TaskCompleted(task.Checklist, task.Task, NotApplicable, Message);
                Await(stop => Workspace.Incidents.RecordAsync(number, completed, At, stop));
                if (PassThru)
                {
                    Select(number, task.Id).ForEach(WriteObject);
                }
            }
        }
    }

    private List<IncidentTask> Select(long number, string name)
    {
        var pattern = new Wildcard(name);
        return [.. Await(stop => Workspace.Incidents.ReadTasksAsync(number, null, stop))
            .Where(task => task.Task == name || pattern.Matches(task.Id) || pattern.Matches(task.Task))];
    }
}
