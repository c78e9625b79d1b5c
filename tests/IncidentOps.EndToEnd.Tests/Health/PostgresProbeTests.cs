using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;
using IncidentOps.Health;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace IncidentOps.EndToEnd.Tests.Health;

/// <summary>The postgres check against a real server.</summary>
public sealed class PostgresProbeTests : IAsyncLifetime
{
    private PostgresServer? _server;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PostgresServer Server => _server!;

    public async ValueTask InitializeAsync() => _server = await PostgresServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is { } server)
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_server_that_is_well_tells_its_parts()
    {
        IReadOnlyList<HealthCheckResult> results = await RunAsync();

        Assert.All(results, result => Assert.Equal((HealthStatus.Healthy, result.Check), (result.Status, result.Check)));
        Assert.Equal(["postgres", "postgres/connections", "postgres/transactions", "postgres/locks"], results.Select(result => result.Check));
        Assert.Matches(@"^PostgreSQL \d+\.\d+ answered in ", results[0].Reason);
        Assert.True(results[0].Latency > TimeSpan.Zero);
        Assert.Equal(("postgres", PostgresServer.Admin), (results[0].Data["Database"], results[0].Data["User"]));
        Assert.Matches(@"^\d+ of 17 connections used$", results[1].Reason);
        Assert.Equal("no transaction is open", results[2].Reason);
        Assert.Equal("no session waits for a lock", results[3].Reason);
    }

    [Fact]
    public async Task A_wrong_password_tells_nothing_of_the_server_and_is_not_shown()
    {
        HealthCheckResult result = Assert.Single(await RunAsync(password: "hunter2-and-more"));

        Assert.Equal(HealthStatus.Unknown, result.Status);
        Assert.Equal("not permitted to log in: password authentication failed for user \"admin\"", result.Reason);
    }

    [Fact]
    public async Task A_query_and_a_database_that_fail_are_the_servers_fault()
    {
        HealthCheckResult query = Assert.Single(await RunAsync("query: SELECT * FROM orders"));
        HealthCheckResult database = Assert.Single(await RunAsync(database: "nowhere"));
        HealthCheckResult writes = Assert.Single(await RunAsync("query: CREATE TABLE orders (id int)"));

        Assert.Equal((HealthStatus.Unhealthy, "relation \"orders\" does not exist (42P01)"), (query.Status, query.Reason));
        Assert.Equal((HealthStatus.Unhealthy, "database \"nowhere\" does not exist (3D000)"), (database.Status, database.Reason));
        Assert.Equal((HealthStatus.Unhealthy, "cannot execute CREATE TABLE in a read-only transaction (25006)"), (writes.Status, writes.Reason));
    }

    [Fact]
    public async Task A_query_that_never_ends_costs_the_time_out()
    {
        const string Asked = "SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(600)' AND state = 'active'";
        var time = new FakeTimeProvider();
        Task<IReadOnlyList<HealthCheckResult>> looking = RunAsync("query: SELECT pg_sleep(600), timeout: 5m", time: time);
        await UntilAsync(Asked, 1);

        time.Advance(TimeSpan.FromMinutes(5));
        HealthCheckResult result = Assert.Single(await looking);

        Assert.Equal((HealthStatus.Unhealthy, $"connected to {Server.Address}/postgres, but the query was not answered within 5m"), (result.Status, result.Reason));
        await UntilAsync(Asked, 0);
    }

    [Fact]
    public async Task A_query_that_outlives_the_check_is_ended_by_the_server()
    {
        // The check's own clock stands still: only the limit that its session was given is left.
        HealthCheckResult result = Assert.Single(await RunAsync("query: SELECT pg_sleep(600), timeout: 5s", time: new FakeTimeProvider()));

        Assert.Equal((HealthStatus.Unhealthy, "the query took too long and was ended"), (result.Status, result.Reason));
    }

    [Fact]
    public async Task Used_connections_are_counted()
    {
        List<NpgsqlConnection> taken = [];
        for (int number = 0; number < 15; number++)
        {
            taken.Add(await Server.ConnectAsync());
        }

        HealthCheckResult degraded = await PartAsync("connections");
        HealthCheckResult unhealthy = await PartAsync("connections", "connections-unhealthy-above: 50%");
        foreach (NpgsqlConnection connection in taken)
        {
            await connection.DisposeAsync();
        }

        Assert.Equal((HealthStatus.Degraded, "16 of 17 connections used, more than 80%"), (degraded.Status, degraded.Reason));
        Assert.Equal((HealthStatus.Unhealthy, "16 of 17 connections used, more than 50%"), (unhealthy.Status, unhealthy.Reason));
        Assert.Equal(94.1, degraded.Data["UsedPercent"]);
    }

    [Fact]
    public async Task An_open_transaction_and_who_waits_for_it_are_named()
    {
        await Server.ExecuteAsync("CREATE TABLE orders (id int); INSERT INTO orders VALUES (1)");
        await using NpgsqlConnection holder = await Server.ConnectAsync();
        await using NpgsqlTransaction transaction = await holder.BeginTransactionAsync(Stop);
        await new NpgsqlCommand("UPDATE orders SET id = 2", holder, transaction).ExecuteNonQueryAsync(Stop);
        await using NpgsqlConnection waiter = await Server.ConnectAsync();
        Task<int> waiting = new NpgsqlCommand("UPDATE orders SET id = 3", waiter).ExecuteNonQueryAsync(Stop);
        await UntilAsync("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'", 1);

        HealthCheckResult longest = await PartAsync("transactions", "transaction-degraded-after: 1ms");
        HealthCheckResult locks = await PartAsync("locks", "locks-degraded-above: 0");
        await transaction.CommitAsync(Stop);
        await waiting;

        Assert.Equal(HealthStatus.Degraded, longest.Status);
        Assert.Matches($@"^the longest of 2 transactions is open for .+, more than 1ms: session {holder.ProcessID} of admin \(the test\), idle in transaction$", longest.Reason);
        Assert.Equal(HealthStatus.Degraded, locks.Status);
        Assert.Matches($@"^1 session waits for locks, more than 0, for .+ at most; session {waiter.ProcessID} waits for {holder.ProcessID}$", locks.Reason);
    }

    [Fact]
    public async Task Slow_statements_are_told_where_the_extension_is_installed_without_their_constants()
    {
        await Server.ExecuteAsync("CREATE EXTENSION pg_stat_statements");
        await Server.ExecuteAsync("SELECT pg_sleep(0.05), 'a secret of the customer'");
        await Server.ExecuteAsync("CREATE ROLE keeper PASSWORD 'hunter2'");

        HealthCheckResult well = await PartAsync("statements");
        HealthCheckResult slow = await PartAsync("statements", "statement-degraded-after: 10ms");

        Assert.Equal((HealthStatus.Healthy, HealthStatus.Degraded), (well.Status, slow.Status));
        Assert.Matches(@"^the slowest statement takes .+ on average: SELECT pg_sleep\(\$1\), \$2$", well.Reason);
        Assert.DoesNotContain(Assert.IsType<string[]>(well.Data["Slowest"]), line => line.Contains("hunter2", StringComparison.Ordinal) || line.Contains("customer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_see_others_sessions_is_told_so()
    {
        await Server.ExecuteAsync("CREATE ROLE monitor LOGIN PASSWORD 'let me see'");
        IReadOnlyList<HealthCheckResult> blind = await RunAsync(user: "monitor", password: "let me see");
        await Server.ExecuteAsync("GRANT pg_monitor TO monitor");
        IReadOnlyList<HealthCheckResult> seeing = await RunAsync(user: "monitor", password: "let me see");

        Assert.Equal(
            [("postgres", HealthStatus.Healthy), ("postgres/connections", HealthStatus.Healthy), ("postgres/transactions", HealthStatus.Unknown), ("postgres/locks", HealthStatus.Unknown)],
            blind.Select(result => (result.Check, result.Status)));
        Assert.Contains("GRANT pg_monitor", blind[2].Reason, StringComparison.Ordinal);
        Assert.All(seeing, result => Assert.Equal(HealthStatus.Healthy, result.Status));
    }

    [Fact]
    public async Task A_primary_and_its_replica_tell_how_far_behind_it_is()
    {
        HealthCheckResult alone = await PartAsync("replication", "replicas: 1");
        await using PostgresServer replica = await PostgresServer.StartReplicaAsync(Server);
        await UntilAsync("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'", 1);

        HealthCheckResult primary = await PartAsync("replication", "replicas: 1");
        HealthCheckResult secondary = await PartAsync("replication", server: replica);
        await Server.StopAsync();
        await UntilAsync("SELECT count(*) FROM pg_stat_wal_receiver", 0, replica);
        HealthCheckResult orphan = await PartAsync("replication", server: replica);

        Assert.Equal((HealthStatus.Unhealthy, "0 replicas, fewer than 1"), (alone.Status, alone.Reason));
        Assert.Equal((HealthStatus.Healthy, 1), (primary.Status, primary.Data["Replicas"]));
        Assert.StartsWith("1 replica, ", primary.Reason, StringComparison.Ordinal);
        Assert.Equal((HealthStatus.Healthy, "the replica is up to date"), (secondary.Status, secondary.Reason));
        Assert.Equal(HealthStatus.Unhealthy, orphan.Status);
        Assert.StartsWith("the replica receives nothing from its primary", orphan.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_gone_refuses_the_connection()
    {
        await Server.StopAsync();

        HealthCheckResult result = Assert.Single(await RunAsync());

        Assert.Equal((HealthStatus.Unhealthy, $"connection refused at {Server.Address}"), (result.Status, result.Reason));
    }

    private async Task<HealthCheckResult> PartAsync(string part, string more = "", PostgresServer? server = null) =>
        (await RunAsync($"parts: {part}{(more.Length == 0 ? "" : ", " + more)}", server: server)).Single(result => result.Check == "postgres/" + part);

    private async Task<IReadOnlyList<HealthCheckResult>> RunAsync(
        string more = "",
        string user = PostgresServer.Admin,
        string password = PostgresServer.Password,
        string database = "postgres",
        PostgresServer? server = null,
        TimeProvider? time = null)
    {
        using var folder = new SecretFile(password);
        string yaml = $"{{ postgres: '{user}@{(server ?? Server).Address}/{database}', password: 'file:{folder.Path}', retries: 0{(more.Length == 0 ? "" : ", " + more)} }}";
        CheckDefinition check = CheckReader.Read(YamlReader.Read(yaml, "test.yaml")).Single();
        using var session = new HealthSession(time ?? TimeProvider.System);
        return await new HealthCheckRunner(session, new SecretResolver(new OrganisationConfiguration(), SystemEnvironment.Instance))
            .RunAsync("database", check, null, Stop, Stop);
    }

    /// <summary>Waits until the server says a number.</summary>
    private async Task UntilAsync(string sql, long expected, PostgresServer? server = null)
    {
        await using NpgsqlConnection connection = await (server ?? Server).ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        while ((long)(await command.ExecuteScalarAsync(Stop))! != expected)
        {
            await Task.Yield();
        }
    }

    private sealed class SecretFile : IDisposable
    {
        public SecretFile(string secret) => File.WriteAllText(Path, secret);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
