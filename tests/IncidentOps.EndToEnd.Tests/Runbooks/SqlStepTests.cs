using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Runbooks.Sql;
using IncidentOps.EndToEnd.Tests.Health;
using IncidentOps.Runbooks;

namespace IncidentOps.EndToEnd.Tests.Runbooks;

/// <summary>Steps in SQL against a real server, through the connection of a postgres check.</summary>
public sealed class SqlStepTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidentops-sql-");
    private PostgresServer? _server;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PostgresServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.StartAsync();
        await Server.ExecuteAsync("CREATE TABLE jobs (id int, state text); INSERT INTO jobs VALUES (1, 'stuck'), (22, 'done')");
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { } server)
        {
            await server.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Rows_come_as_psql_shows_them_and_values_are_parameters()
    {
        RunbookRun all = await RunAsync("```sql\nSELECT id, state FROM jobs ORDER BY id\n```");
        RunbookRun one = await RunAsync("```sql\nSELECT id FROM jobs WHERE state = :state OR state LIKE '%<part>%'\n```", ("state", "x' OR '1'='1"), ("part", "tuc"));
        RunbookRun number = await RunAsync("```sql\nSELECT state FROM jobs WHERE id = $id\n```", ("id", "22"));

        Assert.Equal(" id | state\n----+-------\n  1 | stuck\n 22 | done\n(2 rows)", Assert.Single(all.Steps).Output);
        Assert.Equal(" id\n----\n  1\n(1 row)", Assert.Single(one.Steps).Output);
        Assert.Equal(" state\n-------\n done\n(1 row)", Assert.Single(number.Steps).Output);
    }

    [Fact]
    public async Task A_reading_step_can_change_nothing()
    {
        await Server.ExecuteAsync("CREATE FUNCTION age(jobs) RETURNS int LANGUAGE plpgsql AS $$ BEGIN DELETE FROM jobs; RETURN 1; END $$");

        RunbookStepResult step = Assert.Single((await RunAsync("```sql\nSELECT age(jobs) FROM jobs\n```")).Steps);

        Assert.Equal((RunbookStepStatus.Failed, "25006: cannot execute DELETE in a read-only transaction"), (step.Status, step.Reason));
        Assert.Equal(Risk.Read, step.Step.Risk);
    }

    [Fact]
    public async Task A_change_is_made_once_it_is_approved()
    {
        RunbookRun run = await RunAsync("```sql\nUPDATE jobs SET state = <state>;\nSELECT count(*) FROM jobs WHERE state = <state>\n```", ("state", "new"));

        Assert.Equal("UPDATE 2\n count\n-------\n     2\n(1 row)", Assert.Single(run.Steps).Output);
    }

    [Fact]
    public async Task What_goes_wrong_is_one_line()
    {
        RunbookStepResult wrong = Assert.Single((await RunAsync("```sql\nSELECT * FROM orders\n```")).Steps);
        RunbookStepResult refused = Assert.Single((await RunAsync("```sql\nSELECT * FROM <table>\n```", ("table", "jobs; drop table jobs"))).Steps);
        RunbookStepResult endless = Assert.Single((await RunAsync("```sql {risk=read timeout=300ms}\nSELECT pg_sleep(60)\n```")).Steps);
        RunbookStepResult nowhere = Assert.Single((await RunAsync("```sql {database=shop/other}\nSELECT 1\n```")).Steps);

        Assert.Equal("42P01: relation \"orders\" does not exist", wrong.Reason);
        Assert.Contains("wants the name of something", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(RunbookStepStatus.TimedOut, endless.Status);
        Assert.Equal("took longer than 0.3 s; it was cancelled", endless.Reason);
        Assert.Equal("no postgres check 'shop/other' is configured; there are shop/main", nowhere.Reason);
    }

    private async Task<RunbookRun> RunAsync(string document, params (string Name, string Value)[] values)
    {
        string secret = Path.Join(_folder.FullName, "password");
        await File.WriteAllTextAsync(secret, PostgresServer.Password, Stop);
        string yaml = $"{{ name: main, postgres: '{PostgresServer.Admin}@{Server.Address}/postgres', password: 'file:{secret}' }}";
        OrganisationConfiguration configuration = new()
        {
            Services = [new ServiceDefinition { Name = "shop", Checks = [.. CheckReader.Read(YamlReader.Read(yaml, "test.yaml"))] }],
        };
        RunbookRunRequest request = new()
        {
            Runbook = RunbookReader.Read(document, "/x.md"),
            Parameters = values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal),
            Databases = SqlDatabases.Of(configuration, new SecretResolver(configuration, SystemEnvironment.Instance), []),
            Environment = new Dictionary<string, string>(StringComparer.Ordinal),
        };
        RunbookRun? run = null;
        await foreach (RunbookEvent happened in new RunbookRunner(new LocalProcessRunner(TimeProvider.System), _ => throw new InvalidOperationException("no other machine"), TimeProvider.System).RunAsync(request, Stop))
        {
            (happened as StepApproval)?.Approve();
            run = happened is RunFinished finished ? finished.Run : run;
        }

        return run!;
    }
}
