using System.Globalization;
using System.Management.Automation;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;
using IncidentOps.Health;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Health;

/// <summary>Looks at services, all at once, and gives each one's health as soon as it is known.</summary>
[Cmdlet(VerbsCommon.Get, "ServiceHealth")]
[OutputType(typeof(ServiceHealth), typeof(HealthCheckResult))]
public sealed class GetServiceHealthCommand : IncidentOpsCommand
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ProgressAfter = TimeSpan.FromSeconds(1);

    private HealthSelection? _selection;
    private bool _asked;

    /// <summary>The services to look at; wildcards are allowed. All that are configured unless given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Services")]
    [ServiceNames]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Service { get; set; } = [];

    /// <summary>Addresses to look at, configured or not.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Url")]
    [ValidateNotNullOrEmpty]
    public string[] Uri { get; set; } = [];

    /// <summary>How many checks run at a time.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int ThrottleLimit { get; set; } = HealthSweepRequest.DefaultThrottleLimit;

    /// <summary>How long the whole may take.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Give the single checks instead of the services.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    private HealthSelection Selection => _selection ??= new HealthSelection(Workspace.Configuration);

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (string service in Service)
        {
            _asked = true;
            Guard(() => Selection.AddNamed(service), service);
        }

        foreach (string uri in Uri)
        {
            _asked = true;
            Guard(() => Selection.AddUri(uri), uri);
        }
    }

    /// <inheritdoc/>
    protected override void End()
    {
        // An empty pipeline asks for nothing; no pipeline and no names ask for everything.
        if (!_asked && !MyInvocation.ExpectingInput)
        {
            Selection.AddAll();
        }

        IReadOnlyList<ServiceDefinition> services = Selection.ToServices();
        if (services.Count == 0)
        {
            return;
        }

        var request = new HealthSweepRequest
        {
            Services = services,
            Secrets = new SecretResolver(Workspace.Configuration, Workspace.Environment),
            ThrottleLimit = ThrottleLimit,
            Timeout = Timeout,
        };
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
