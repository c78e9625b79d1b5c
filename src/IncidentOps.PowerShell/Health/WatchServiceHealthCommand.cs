using System.Management.Automation;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Health;
using IncidentOps.Core.Health.Watching;
using IncidentOps.Core.Text;
using IncidentOps.Health;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;
using IncidentOps.PowerShell.Incidents;

namespace IncidentOps.PowerShell.Health;

/// <summary>Looks at services again and again: gives what changes, and at the end how steady they were.</summary>
[Cmdlet(VerbsCommon.Watch, "ServiceHealth", SupportsShouldProcess = true)]
[OutputType(typeof(HealthChange), typeof(HealthWatchSummary))]
public sealed class WatchServiceHealthCommand : ServiceHealthCommand
{
    private Incident? _incident;
    private HealthWatch? _watch;
    private HealthWatchRecorder? _recorder;
    private string? _lastWarning;
    private bool _ended;

    /// <summary>From the beginning of one look to that of the next.</summary>
    [Parameter]
    [Duration]
    public TimeSpan Interval { get; set; } = HealthWatchRequest.DefaultInterval;

    /// <summary>How long to watch; until stopped unless given. With an incident, as long as the procedure wants a fix to be watched.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? For { get; set; }

    /// <summary>End as soon as all services are Healthy; or, with another status, as soon as one of them is so or worse.</summary>
    [Parameter]
    public HealthStatus? Until { get; set; }

    /// <summary>The incident that the watch belongs to: changes and the result join its timeline.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    [ValidateNotNull]
    public IncidentReference? Incident { get; set; }

    /// <inheritdoc/>
    protected override void End()
    {
        _incident = Incident is { } reference ? Find(reference) : null;
        if (Asked() is not { } sweep)
        {
            return;
        }

        if (_incident is { } incident && ShouldProcess(Printable.Line(incident.ToString()), "Write what is seen into the timeline"))
        {
            _recorder = new HealthWatchRecorder(Workspace.Incidents, incident.Number);
        }

        _watch = new HealthWatch(HealthSession.Shared, new HealthWatchRequest
        {
            Sweep = sweep,
            Interval = Interval,
            For = For ?? (_incident is not null && Until is null ? Workspace.Policy.MonitoringWindow?.Minimum : null),
            Until = Until,
        });
        try
        {
            Watch(_watch, new HealthWatchPane(this, _watch));
        }
        finally
        {
            Farewell();
        }
    }

    private void Watch(HealthWatch watch, HealthWatchPane pane)
    {
        foreach (HealthWatchNews news in Stream(watch.RunAsync, HealthWatchPane.Interval, pane.Show))
        {
            pane.Show(news.Health);
            if (news.Change is { } change)
            {
                Record(stop => _recorder?.RecordAsync(change, stop));
                WriteObject(change);
            }
        }

        pane.Close();
        _ended = true;
        if (watch.Summarize() is { } summary)
        {
            Record(stop => _recorder?.RecordAsync(summary, stop));
            WriteObject(summary);
            if (Until is { } awaited && summary.Outcome != HealthWatchOutcome.Reached)
            {
                WriteError(HealthErrors.NotReached(awaited, summary).ToErrorRecord(summary));
            }
        }
    }

    private protected override void AddUnasked()
    {
        if (_incident is { } incident)
        {
            Selection.AddOf(incident);
        }
        else
        {
            base.AddUnasked();
        }
    }

    private Incident Find(IncidentReference reference)
    {
        long number = Await(stop => Workspace.Incidents.ResolveNumberAsync(reference.Text, stop));
        return Await(stop => Workspace.Incidents.GetAsync(number, null, stop));
    }

    /// <summary>Whatever becomes of the store, the watch goes on; what it cannot write it says once.</summary>
    private void Record(Func<CancellationToken, Task?> write)
    {
        try
        {
            Await(async stop =>
            {
                await (write(stop) ?? Task.CompletedTask);
                return true;
            });
        }
        catch (IncidentOpsException failure) when (failure.Message != _lastWarning)
        {
            _lastWarning = failure.Message;
            WriteWarning(Printable.Line($"The timeline of {_incident?.Id} lacks what was just seen: {failure.Message}"));
        }
        catch (IncidentOpsException)
        {
            // Said already.
        }
    }

    /// <summary>
    /// A stopped pipeline takes no objects any more. What was seen until then still goes into the incident, and to the
    /// person who stopped it.
    /// </summary>
    private void Farewell()
    {
        if (_ended || _watch?.Summarize() is not { } summary)
        {
            return;
        }

        if (_recorder is { } recorder)
        {
            FinalWrite.Run(stop => recorder.RecordAsync(summary, stop), Workspace.Time);
        }

        if (Stopping)
        {
            HealthWatchPane.WriteLines(Host, [HealthWatchText.Headline(summary), .. summary.Services.Select(static service => "  " + HealthWatchText.Line(service))]);
        }
    }
}
