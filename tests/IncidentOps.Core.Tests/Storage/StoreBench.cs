using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;
using IncidentOps.Core.Tests.Configuration;
using IncidentOps.Core.Tests.Incidents;
using IncidentOps.Incidents;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace IncidentOps.Core.Tests.Storage;

/// <summary>A store in a file of its own, the lifecycle on it, and a back door for tampering.</summary>
internal sealed class StoreBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StoreBench(string name = "incidents.db")
    {
        Path = System.IO.Path.Join(_folder.Path, name);
        Store = Open();
        Incidents = Service();
    }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string Folder => _folder.Path;

    public string Path { get; }

    /// <summary>The lifecycle's clock; waiting for locks goes by the real one.</summary>
    public FakeTimeProvider Clock { get; } = new(IncidentStory.Start);

    public SqlEventStore Store { get; }

    public IncidentService Incidents { get; }

    /// <summary>Another store on the same file: what another process would have.</summary>
    public SqlEventStore Open(TimeProvider? time = null) => new(new SqliteDialect(Path, time ?? TimeProvider.System));

    public IncidentService Service(IEventStore? store = null, string actor = "ada") =>
        new(store ?? Open(), () => IncidentStory.Policy().Value, actor, Clock);

    public async Task<Incident> DeclareAsync(string title = "Checkout is down", params string[] services)
    {
        (Incident incident, bool created) = await Incidents.DeclareAsync(
            new IncidentDeclaration { Title = title, Severity = "P1", Services = services, AllowTwin = true }, Stop);
        Assert.True(created);
        return incident;
    }

    /// <summary>Declares an incident and adds notes until its log has so many events.</summary>
    public async Task<Incident> DeclareWithEventsAsync(int events, string title = "Checkout is down")
    {
        Incident incident = await DeclareAsync(title);
        while (incident.Sequence < events)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            incident = await NoteAsync(incident.Number, $"note {incident.Sequence + 1}");
        }

        return incident;
    }

    public Task<Incident> NoteAsync(long number, string message, IncidentService? incidents = null) =>
        (incidents ?? Incidents).RecordAsync(number, new NoteAdded(message), null, Stop);

    /// <summary>Everything that can be asked about the incidents, to compare two moments.</summary>
    public async Task<IReadOnlyList<IncidentRow>> RowsAsync(SqlEventStore? store = null) =>
        await (store ?? Open()).QueryAsync(new IncidentRowQuery(), Stop).ToListAsync(Stop);

    public async Task<IReadOnlyList<StoredEvent>> EventsAsync(Guid key) =>
        await Open().ReadEventsAsync(key, Stop).ToListAsync(Stop);

    public async Task<IReadOnlyList<IncidentLogCheck>> VerifyAsync() =>
        await Service().VerifyAsync(null, Stop).Select(found => found.Check).ToListAsync(Stop);

    /// <summary>The tables, as somebody with a SQL prompt would change them.</summary>
    public int Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command.ExecuteNonQuery();
    }

    public T Scalar<T>(string sql)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>A connection of another program's.</summary>
    public SqliteConnection Connect() => Connect(Path);

    public static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose() => _folder.Dispose();
}
