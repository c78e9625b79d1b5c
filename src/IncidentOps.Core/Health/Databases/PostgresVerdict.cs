using System.Data.Common;
using System.Globalization;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health.Machine;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Databases;

/// <summary>What the answers of <see cref="PostgresQueries"/> mean.</summary>
internal static class PostgresVerdict
{
    public static ProbePart Connections(CheckDefinition check, DbDataReader row)
    {
        int used = row.GetInt32(0);
        int usable = Math.Max(1, row.GetInt32(1) - row.GetInt32(2));
        double percent = 100.0 * used / usable;
        (HealthStatus status, string addition) = Limits.Of(check, 80, 95, "connections-").Judge(percent);
        return Part("connections", status, Invariant($"{used} of {usable} connections used{addition}"), ("Used", used), ("Maximum", usable), ("UsedPercent", Math.Round(percent, 1)));
    }

    public static ProbePart? Replication(CheckDefinition check, DbDataReader row)
    {
        int replicas = row.GetInt32(3);
        int wanted = check.Setting("replicas", 0);
        bool isReplica = row.GetBoolean(0);
        TimeSpan? lag = Seconds(row, isReplica ? 2 : 4);
        (HealthStatus status, string addition) = Judge(check, "lag-", TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), lag ?? TimeSpan.Zero);
        string behind = lag is { } late ? $"{HealthText.Took(late)} behind{addition}" : "up to date";
        (string Name, object? Value)[] data =
        [
            ("IsReplica", isReplica),
            ("Replicas", replicas),
            ("Lag", lag),
            ("LagBytes", row.IsDBNull(5) ? null : (long)row.GetDouble(5)),
        ];
        if (isReplica)
        {
            return row.GetBoolean(1)
                ? Part("replication", status, $"the replica is {behind}", data)
                : Part("replication", HealthStatus.Unhealthy, $"the replica receives nothing from its primary, {behind}", data);
        }

        return replicas < wanted ? Part("replication", HealthStatus.Unhealthy, Invariant($"{Count(replicas, "replica")}, fewer than {wanted}"), data)
            : replicas > 0 ? Part("replication", status, $"{Count(replicas, "replica")}, {behind}", data)
            : null;
    }

    public static ProbePart Transactions(CheckDefinition check, DbDataReader row)
    {
        if (!row.GetBoolean(0))
        {
            return NotPermitted("transactions");
        }

        int open = row.GetInt32(1);
        TimeSpan longest = Seconds(row, 2) ?? TimeSpan.Zero;
        (HealthStatus status, string addition) = Judge(check, "transaction-", TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), longest);
        return open == 0
            ? Part("transactions", HealthStatus.Healthy, "no transaction is open", ("Open", 0))
            : Part(
                "transactions",
                status,
                $"the longest of {Count(open, "transaction")} is open for {HealthText.Took(longest)}{addition}: session {row.GetInt32(3).ToString(CultureInfo.InvariantCulture)} of {Who(row)}",
                ("Open", open),
                ("Longest", longest),
                ("Session", row.GetInt32(3)),
                ("State", row.GetString(6)));
    }

    public static ProbePart Locks(CheckDefinition check, DbDataReader row)
    {
        if (!row.GetBoolean(0))
        {
            return NotPermitted("locks");
        }

        int waiting = row.GetInt32(1);
        TimeSpan longest = Seconds(row, 2) ?? TimeSpan.Zero;
        (HealthStatus status, string addition) = Limits.Of(check, 5, 20, "locks-").Judge(waiting, "");
        string blocked = waiting == 0 || row.IsDBNull(4) ? "" : Invariant($"; session {row.GetInt32(3)} waits for {row.GetInt32(4)}");
        return Part(
            "locks",
            status,
            waiting == 0
                ? "no session waits for a lock"
                : $"{Count(waiting, "session")} {(waiting == 1 ? "waits" : "wait")} for locks{addition}, for {HealthText.Took(longest)} at most{blocked}",
            ("Waiting", waiting),
            ("Longest", longest),
            ("Blocker", row.IsDBNull(4) ? null : row.GetInt32(4)));
    }

    public static ProbePart Statements(CheckDefinition check, DbDataReader row)
    {
        string[] queries = row.GetFieldValue<string[]>(0);
        long[] calls = row.GetFieldValue<long[]>(1);
        TimeSpan[] means = [.. row.GetFieldValue<double[]>(2).Select(TimeSpan.FromMilliseconds)];
        bool slow = check.Setting<TimeSpan?>("statement-degraded-after", null) is { } limit && means[0] > limit;
        return Part(
            "statements",
            slow ? HealthStatus.Degraded : HealthStatus.Healthy,
            $"the slowest statement takes {HealthText.Took(means[0])} on average: {queries[0]}",
            ("Slowest", queries.Select((query, index) => HealthText.OneLine(Invariant($"{HealthText.Took(means[index])} × {calls[index]}: {query}"))).ToArray()));
    }

    private static (HealthStatus Status, string Addition) Judge(CheckDefinition check, string prefix, TimeSpan degradedAfter, TimeSpan unhealthyAfter, TimeSpan duration)
    {
        Limits limits = Limits.OfDurations(check, degradedAfter, unhealthyAfter, prefix);
        (HealthStatus status, _) = limits.Judge(duration.TotalSeconds);
        double limit = status == HealthStatus.Unhealthy ? limits.UnhealthyAbove : limits.DegradedAbove;
        return (status, status == HealthStatus.Healthy ? "" : $", more than {HealthText.Took(TimeSpan.FromSeconds(limit))}");
    }

    private static ProbePart NotPermitted(string name) => Part(
        name, HealthStatus.Unknown, "not permitted to see others' sessions: GRANT pg_monitor to this user, or leave this part out");

    private static string Who(DbDataReader row)
    {
        string application = row.GetString(5);
        string login = row.IsDBNull(4) ? "nobody" : row.GetString(4);
        return $"{login}{(application.Length == 0 ? "" : $" ({application})")}, {row.GetString(6)}";
    }

    private static TimeSpan? Seconds(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : TimeSpan.FromSeconds(Math.Clamp(row.GetDouble(column), 0, 1e9));

    private static string Count(int number, string what) => Invariant($"{number} {what}{(number == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static ProbePart Part(string name, HealthStatus status, string reason, params (string Name, object? Value)[] data) => new(
        name,
        status,
        reason,
        data.ToDictionary(static item => item.Name, static item => item.Value, StringComparer.OrdinalIgnoreCase));
}
