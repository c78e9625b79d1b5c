using System.Globalization;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Health;
using IncidentOps.Core.Health.Databases;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Runbooks;
using Npgsql;
using NpgsqlTypes;

namespace IncidentOps.Core.Runbooks.Sql;

/// <summary>
/// Runs a step in SQL through the connection of a postgres check. One that only reads runs in a transaction that can do
/// nothing else; one that changes runs statement by statement, as psql does, and ends at the first error.
/// </summary>
internal sealed class SqlStep(SqlDatabases databases, TimeProvider time)
{
    /// <summary>The shell of such steps.</summary>
    public const string Shell = "sql";

    private const string QueryCanceled = "57014";
    private const int Failed = 3;

    // Who presses Ctrl+C does not wait for a server that is gone.
    private const int PatienceInMilliseconds = 300;

    /// <summary>The step as it is about to run; its values are parameters, so that they change nothing of what it does.</summary>
    public static PreparedStep Prepare(RunbookStep step) => new(step, step.Command!, SqlText.Parse(step.Command!).Obstacle);

    /// <summary>What keeps a step in SQL from finding its database; null where nothing does, and for every other step.</summary>
    public static string? ObstacleOf(RunbookStep step, SqlDatabases databases) => step.Shell == Shell ? databases.Choose(step).Obstacle : null;

    /// <summary>A failure says what the server said in place of a number.</summary>
    public static RunbookStepResult Explain(RunbookStepResult result) => result.Status switch
    {
        RunbookStepStatus.Failed when result.ErrorOutput.Split('\n')[^1] is { Length: > 0 } said => result with { Reason = said },
        RunbookStepStatus.TimedOut => result with { Reason = result.Reason!.Replace("its processes were ended", "it was cancelled", StringComparison.Ordinal) },
        _ => result,
    };

    private static bool IsTimeout(Exception failure) =>
        failure is PostgresException { SqlState: QueryCanceled } canceled && canceled.MessageText.Contains("timeout", StringComparison.OrdinalIgnoreCase);

    public async Task<ProcessResult> RunAsync(
        RunbookStep step, Func<string, string?> variable, TimeSpan timeout, SecretRedactor redactor, Action<string, bool> onLine, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        OutputCapture output = new();
        OutputCapture errors = new();
        ProcessOutcome outcome = ProcessOutcome.Exited;
        int code = Failed;
        string? password = null;
        using CancellationTokenSource deadline = new(timeout, time);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            (CheckDefinition? chosen, string? obstacle) = databases.Choose(step);
            CheckDefinition check = chosen ?? throw new InvalidOperationException(obstacle);
            password = PostgresConnection.Password(check, databases.Secrets!);
            await ExecuteAsync(step, check, end.Token).ConfigureAwait(false);
            code = 0;
        }
        catch (Exception failure) when (failure is OperationCanceledException or PostgresException { SqlState: QueryCanceled } && end.IsCancellationRequested || IsTimeout(failure))
        {
            outcome = cancellationToken.IsCancellationRequested ? ProcessOutcome.Cancelled : ProcessOutcome.TimedOut;
        }
        catch (PostgresException refusal)
        {
            Say(errors, $"{refusal.SqlState}: {refusal.MessageText}", isError: true);
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException or Errors.IncidentOpsException)
        {
            Say(errors, failure.InnerException is { } inner and not PostgresException ? $"no connection: {inner.Message}" : failure.Message, isError: true);
        }

        return new ProcessResult
        {
            Outcome = outcome,
            ExitCode = outcome == ProcessOutcome.Exited ? code : null,
            Output = output.ToString().TrimEnd('\n'),
            ErrorOutput = errors.ToString().TrimEnd('\n'),
            Duration = time.GetElapsedTime(started),
        };

        void Say(OutputCapture where, string line, bool isError)
        {
            string shown = redactor.Redact(password is null ? line : line.Replace(password, SecretRedactor.Mask, StringComparison.Ordinal));
            shown = isError ? HealthText.OneLine(shown) : shown;
            where.Append(shown + "\n");
            onLine(shown, isError);
        }

        async Task ExecuteAsync(RunbookStep step, CheckDefinition check, CancellationToken stop)
        {
            NpgsqlConnectionStringBuilder settings = PostgresConnection.Settings(check, password, timeout);
            settings.CancellationTimeout = PatienceInMilliseconds;
            await using NpgsqlConnection connection = new(settings.ConnectionString);
            connection.Notice += (_, told) => Say(errors, $"{told.Notice.Severity}: {told.Notice.MessageText}", isError: true);
            await connection.OpenAsync(stop).ConfigureAwait(false);
            bool reading = step.Risk == Risk.Read;
            await using (NpgsqlBatch set = new(connection))
            {
                set.BatchCommands.Add(new NpgsqlBatchCommand(string.Create(CultureInfo.InvariantCulture, $"SET statement_timeout = {Math.Max(1, (long)Math.Min(int.MaxValue, timeout.TotalMilliseconds))}")));
                set.BatchCommands.Add(new NpgsqlBatchCommand(reading ? "SET default_transaction_read_only = on" : "SELECT 1"));
                await set.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
            }

            await using NpgsqlTransaction? transaction = reading ? await connection.BeginTransactionAsync(stop).ConfigureAwait(false) : null;
            foreach (SqlStatement statement in SqlText.Parse(step.Command!).Statements)
            {
                await using NpgsqlCommand command = new(statement.Text, connection) { AllResultTypesAreUnknown = true };
                foreach (string name in statement.Names)
                {
                    // The server finds the type, as it does for a text in quotes.
                    command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Unknown, Value = variable(ParameterNames.VariableOf(name)) ?? "" });
                }

                await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(stop).ConfigureAwait(false);
                await ShowAsync(reader, statement, stop).ConfigureAwait(false);
            }
        }

        async Task ShowAsync(NpgsqlDataReader reader, SqlStatement statement, CancellationToken stop)
        {
            if (reader.FieldCount == 0)
            {
                string verb = statement.Text.Split([' ', '\n', '\t', '('], 2)[0].ToUpperInvariant();
                Say(output, reader.RecordsAffected >= 0 ? string.Create(CultureInfo.InvariantCulture, $"{verb} {reader.RecordsAffected}") : verb, isError: false);
                return;
            }

            SqlTable table = new([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]);
            bool more = false;
            while (await reader.ReadAsync(stop).ConfigureAwait(false))
            {
                if (table.IsFull)
                {
                    more = true;
                    break;
                }

                table.Add(Enumerable.Range(0, reader.FieldCount).Select(at => reader.IsDBNull(at) ? null : reader.GetString(at)));
            }

            foreach (string line in table.Lines(more))
            {
                Say(output, line, isError: false);
            }
        }
    }
}
