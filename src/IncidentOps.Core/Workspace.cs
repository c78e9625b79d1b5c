using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Notifications;
using IncidentOps.Core.PostMortems;
using IncidentOps.Core.Procedures;
using IncidentOps.Core.Runbooks.Recording;
using IncidentOps.Core.Storage;
using IncidentOps.Procedures;

namespace IncidentOps.Core;

/// <summary>
/// Everything that commands work with, wired together: one organisation's configuration and one store. Its parts are
/// made when they are first asked for, since most commands need few of them.
/// </summary>
internal sealed class Workspace
{
    private readonly Lazy<IEventStore> _store;
    private readonly Lazy<IncidentService> _incidents;
    private readonly ProcedureSource _procedures;
    private IncidentPolicy? _policy;

    public Workspace(OrganisationConfiguration configuration, string storeLocation, ISystemEnvironment environment, TimeProvider time)
    {
        Configuration = configuration;
        Environment = environment;
        Time = time;
        StorePath = storeLocation;
        _procedures = new ProcedureSource(configuration);
        _store = new Lazy<IEventStore>(OpenStore);
        _incidents = new Lazy<IncidentService>(() => new IncidentService(_store.Value, () => Policy, environment.UserName, time));
    }

    public OrganisationConfiguration Configuration { get; }

    public ISystemEnvironment Environment { get; }

    public TimeProvider Time { get; }

    public string StorePath { get; }

    /// <summary>The guide as it is now: an edited file takes effect at once, an unchanged one is compiled once.</summary>
    public Procedure Procedure => _procedures.Load();

    public IncidentPolicy Policy
    {
        get
        {
            Procedure procedure = Procedure;
            if (_policy is not { } policy || !ReferenceEquals(policy.Procedure, procedure))
            {
                _policy = policy = new IncidentPolicy(
                    procedure,
                    new BusinessCalendar(Configuration.TimeZone, Configuration.BusinessHours, Configuration.Holidays));
            }

            return policy;
        }
    }

    /// <summary>Turns references to secrets into them, at the moment of use.</summary>
    public SecretResolver Secrets => new(Configuration, Environment);

    public IncidentService Incidents => _incidents.Value;

    public RunLedger Runs => new(_store.Value, Incidents, Environment.UserName, Time, process => process.IsRunning());

    public PostMortemService PostMortems => new(Incidents, () => Procedure, Configuration.TimeZone);

    public MessageService Messages => new(Incidents, () => Procedure, Configuration);

    private SqlEventStore OpenStore() =>
        StoreLocation.IsAddress(StorePath)
            ? throw new IncidentOpsException("StoreKindNotSupported", ErrorKind.InvalidArgument,
                "This version keeps incidents in a SQLite file only. Give the path of a file as the store.", StorePath)
            : new SqlEventStore(new SqliteDialect(StorePath, Time));
}
