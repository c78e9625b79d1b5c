using IncidentOps.EndToEnd.Tests.Console;
using IncidentOps.EndToEnd.Tests.Health;

namespace IncidentOps.EndToEnd.Tests.Runbooks;

/// <summary>Steps in SQL as a user of the commands has them, against a real server.</summary>
public sealed class SqlCommandTests : IAsyncLifetime
{
    private readonly ConsoleRun _console = new();
    private PostgresServer? _server;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PostgresServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.StartAsync();
        await Server.ExecuteAsync("CREATE TABLE jobs (id int, state text); INSERT INTO jobs VALUES (1, 'stuck'), (22, 'done')");
        _console.Environment["INCIDENTOPS_MODULE"] = null;
        _console.Environment["DB_PASSWORD"] = PostgresServer.Password;
        await File.WriteAllTextAsync(
            _console.PathOf("incidentops.yaml"),
            $"store: incidents.db\nservices:\n  - name: shop\n    checks:\n      - {{ name: main, postgres: '{PostgresServer.Admin}@{Server.Address}/postgres', password: 'env:DB_PASSWORD' }}\n",
            Stop);
        _console.Environment["INCIDENTOPS_STORE"] = null;
        await File.WriteAllTextAsync(
            _console.PathOf("jobs.md"),
            """
            ---
            parameters: { id: { pattern: '^\d+$' }, state: { choices: [new, done] } }
            ---
            ```sql {#look}
            SELECT state FROM jobs WHERE id = :id
            ```

            ```sql {#set}
            UPDATE jobs SET state = <state> WHERE id = :id
            ```

            ```sql {#again}
            SELECT state FROM jobs WHERE id = :id
            ```
            """,
            Stop);
    }

    public async ValueTask DisposeAsync()
    {
        _console.Dispose();
        if (_server is { } server)
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Values_are_parameters_of_the_command_and_a_change_is_asked_about()
    {
        string[] lines = await RunAsync(
            """
            function Show($run) { "$($run.Status): $($run.Steps | ForEach-Object { "$($_.Status)=$("$(@($_.Output -split "`n")[2])".Trim())" })" }
            (Get-RunbookPlan -Path jobs.md -Id 1 -State new).Steps | ForEach-Object { "$($_.Risk) $($_.Asks)" }
            Show (Invoke-Runbook -Path jobs.md -Id 1 -State new -ReadOnly)
            Show (Invoke-Runbook -Path jobs.md -Id 1 -State new -WhatIf)
            try { $null = Invoke-Runbook -Path jobs.md -Id 1 -State new -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
            try { $null = Invoke-Runbook -Path jobs.md -Id "1 or true" -State new -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
            try { $null = Invoke-Runbook -Path jobs.md -Id 1 -State gone -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
            Show (Invoke-Runbook -Path jobs.md -Id 1 -State new -Confirm:$false)
            """);

        Assert.Equal(
            [
                "Read", "Change before it runs", "Read",
                "Succeeded: Succeeded=stuck Skipped= Succeeded=stuck",
                "Planned: Skipped= Skipped= Skipped=",
                "RunbookNeedsConfirmation,IncidentOps.PowerShell.Runbooks.InvokeRunbookCommand",
                lines[6],
                lines[7],
                "Succeeded: Succeeded=stuck Succeeded= Succeeded=new",
            ],
            lines);
        Assert.All(lines[6..8], line => Assert.Contains("Parameter", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_password_is_nowhere_and_the_rows_are_in_the_timeline()
    {
        string[] lines = await RunAsync(
            """
            $null = New-Incident 'Jobs are stuck' -Severity P1 -Service shop
            $null = Invoke-Runbook -Path jobs.md -Id 22 -State new -Incident INC-1 -Confirm:$false -Verbose 4>&1 | ForEach-Object { "$_" }
            "$(Get-IncidentTimeline INC-1 | ForEach-Object { "$($_.Text) $($_.Data)" })" -match 'UPDATE 1'
            (Test-IncidentLog).Valid
            """);

        Assert.Equal("True", lines[^1]);
        foreach (string name in Directory.GetFiles(Path.GetDirectoryName(_console.PathOf("x"))!, "incidents.db*"))
        {
            Assert.DoesNotContain(PostgresServer.Password, await File.ReadAllTextAsync(name, System.Text.Encoding.Latin1, Stop), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_run_that_failed_in_the_database_goes_on_there_once_it_is_mended()
    {
        await File.WriteAllTextAsync(_console.PathOf("jobs.md"), "```sql\nSELECT count(*) AS jobs FROM jobs\n```\n\n```sql\nSELECT count(*) AS orders FROM orders\n```\n", Stop);
        string[] failed = await RunAsync("$run = Invoke-Runbook -Path jobs.md -ErrorAction SilentlyContinue; \"$($run.Status) $($run.Steps[1].Reason)\"");
        await Server.ExecuteAsync("CREATE TABLE orders (id int)");
        string[] mended = await RunAsync("$run = Get-RunbookRun | Resume-Runbook -Retry; \"$($run.Status) $($run.Steps.Status)\"");

        Assert.Equal("Failed 42P01: relation \"orders\" does not exist", Assert.Single(failed));
        Assert.Equal("Succeeded Succeeded Succeeded", Assert.Single(mended));
    }

    [Fact]
    public async Task Without_a_database_a_step_is_left_out_and_says_why()
    {
        await File.WriteAllTextAsync(_console.PathOf("incidentops.yaml"), "store: incidents.db\n", Stop);

        string[] lines = await RunAsync("(Invoke-Runbook -Path jobs.md -Id 1 -State new -Confirm:$false).Steps | ForEach-Object { \"$($_.Status) $($_.Reason)\" }");

        Assert.Equal("WARNING: The runbook 'jobs' has done nothing: every step was left out.", lines[0]);
        Assert.All(lines.Skip(1), line => Assert.Equal("Skipped steps in sql run in the database of a postgres check, and none is configured", line));
        Assert.Equal(4, lines.Length);
    }

    private async Task<string[]> RunAsync(string script)
    {
        ConsoleResult result = await _console.RunAsync(_console.Script(script));
        Assert.Equal("", result.Error);
        return [.. result.Lines.Where(line => !line.StartsWith("What if", StringComparison.Ordinal))];
    }
}
