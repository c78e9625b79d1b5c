using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Procedures;
using IncidentOps.Core.Storage;
using IncidentOps.Procedures;

namespace IncidentOps.Core;

/// <summary>
/// Everything that commands work with, wired together: one organisation's configuration and one store. Its parts are
/// made when they are first asked for, since most commands need few of them.
/// </summary>
internal sealed class Workspace
{
    private readonly Lazy<IncidentService> _incidents;
    private readonly Lazy<Procedure> _procedure;

    public Workspace(OrganisationConfiguration configuration, string storeLocation, ISystemEnvironment environment, TimeProvider time)
    {
        Configuration = configuration;
        Environment = environment;
        Time = time;
        StorePath = storeLocation;
        _procedure = new Lazy<Procedure>(() => new ProcedureSource(configuration).Load());
        var policy = new Lazy<IncidentPolicy>(() => new IncidentPolicy(
            _procedure.Value,
            new BusinessCalendar(configuration.TimeZone, configuration.BusinessHours, configuration.Holidays)));
        _incidents = new Lazy<IncidentService>(() => new IncidentService(OpenStore(), policy, environment.UserName, time));
    }

    public OrganisationConfiguration Configuration { get; }

    public ISystemEnvironment Environment { get; }

    public TimeProvider Time { get; }

    public string StorePath { get; }

    public Procedure Procedure => _procedure.Value;

    public IncidentService Incidents => _incidents.Value;

    private SqlEventStore OpenStore() =>
        StoreLocation.IsAddress(StorePath)
            ? throw new IncidentOpsException("StoreKindNotSupported", ErrorKind.InvalidArgument,
                "This version keeps incidents in a SQLite file only. Give the path of a file as the store.", StorePath)
            : new SqlEventStore(new SqliteDialect(StorePath, Time));
}
