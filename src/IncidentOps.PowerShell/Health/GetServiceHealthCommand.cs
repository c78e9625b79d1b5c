using System.Globalization;
using System.Management.Automation;
using IncidentOps.Core.Health;
using IncidentOps.Health;
using IncidentOps.PowerShell.Commands;

namespace IncidentOps.PowerShell.Health;

/// <summary>Looks at services, all at once, and gives each one's health as soon as it is known.</summary>
[Cmdlet(VerbsCommon.Get, "ServiceHealth")]
[OutputType(typeof(ServiceHealth), typeof(HealthCheckResult))]
public sealed class GetServiceHealthCommand : ServiceHealthCommand
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ProgressAfter = TimeSpan.FromSeconds(1);

    /// <summary>How long the whole may take.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Give the single checks instead of the services.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    protected override void End()
    {
        if (Asked() is not { Services: var services } asked)
        {
            return;
        }

        HealthSweepRequest request = asked with { Timeout = Timeout };
        long started = Workspace.Time.GetTimestamp();
        int done = 0;
        bool shown = false;
        foreach (ServiceHealth health in Stream(stop => new HealthSweep(HealthSession.Shared).RunAsync(request, stop), ProgressInterval, ShowProgress))
        {
            done++;
            WriteObject(Detailed ? health.Checks : health, enumerateCollection: true);
            ShowProgress();
        }

        if (shown)
        {
            WriteProgress(Progress(ProgressRecordType.Completed));
        }

        void ShowProgress()
        {
            if (Workspace.Time.GetElapsedTime(started) >= ProgressAfter)
            {
                shown = true;
                WriteProgress(Progress(ProgressRecordType.Processing));
            }
        }

        ProgressRecord Progress(ProgressRecordType type) => new(
            0,
            "Looking at services",
            string.Create(CultureInfo.CurrentCulture, $"{done} of {services.Count}"))
        {
            PercentComplete = done * 100 / services.Count,
            RecordType = type,
        };
    }
}
