using System.Management.Automation;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Health;

/// <summary>A command that looks at services: named, piped, by address, or all that are configured.</summary>
public abstract class ServiceHealthCommand : IncidentOpsCommand
{
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

    private protected HealthSelection Selection => _selection ??= new HealthSelection(Workspace.Configuration);

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

    /// <summary>What to ask for where the user named nothing; all that is configured unless overridden.</summary>
    private protected virtual void AddUnasked() => Selection.AddAll();

    /// <summary>What the user asked for; null for nothing.</summary>
    private protected HealthSweepRequest? Asked()
    {
        // An empty pipeline asks for nothing; no pipeline and no names ask for everything.
        if (!_asked && !MyInvocation.ExpectingInput)
        {
            AddUnasked();
        }

        IReadOnlyList<ServiceDefinition> services = Selection.ToServices();
        return services.Count == 0 ? null : new HealthSweepRequest
        {
            Services = services,
            Secrets = Workspace.Secrets,
            ThrottleLimit = ThrottleLimit,
        };
    }
}
