namespace IncidentOps.Core.Health.Databases;

/// <summary>What a PostgreSQL server is asked; from version 10 on. Every query gives one row or none.</summary>
internal static class PostgresQueries
{
    /// <summary>Everybody may read the number of a database's sessions.</summary>
    public const string Connections =
        """
        SELECT (SELECT coalesce(sum(numbackends), 0)::int FROM pg_stat_database) AS used,
               current_setting('max_connections')::int AS maximum,
               current_setting('superuser_reserved_connections')::int AS reserved
        """;

    /// <summary>
    /// A replica's lag is the age of the last transaction that it has played back, unless it has played back all that
    /// it received and goes on receiving: a primary where nothing happens sends nothing.
    /// </summary>
    public const string Replication =
        """
        SELECT pg_is_in_recovery() AS is_replica,
               CASE WHEN pg_is_in_recovery() THEN EXISTS (SELECT FROM pg_stat_get_wal_receiver() WHERE pid IS NOT NULL) END AS receives,
               CASE WHEN pg_is_in_recovery() AND (pg_last_wal_receive_lsn() IS DISTINCT FROM pg_last_wal_replay_lsn()
                         OR NOT EXISTS (SELECT FROM pg_stat_get_wal_receiver() WHERE pid IS NOT NULL))
                    THEN extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())::float8 END AS own_lag,
               (SELECT count(*)::int FROM pg_stat_get_wal_senders()) AS replicas,
               (SELECT max(extract(epoch FROM replay_lag))::float8 FROM pg_stat_get_wal_senders()) AS replica_lag,
               CASE WHEN NOT pg_is_in_recovery()
                    THEN (SELECT max(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn))::float8 FROM pg_stat_get_wal_senders()) END AS replica_bytes
        """;

    public const string Transactions =
        $"""
        SELECT {MaySeeAll} AS permitted,
               count(xact_start)::int AS open,
               coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0)::float8 AS longest,
               (array_agg(pid ORDER BY xact_start))[1] AS pid,
               (array_agg(usename::text ORDER BY xact_start))[1] AS login,
               (array_agg(coalesce(application_name, '') ORDER BY xact_start))[1] AS application,
               (array_agg(coalesce(state, '') ORDER BY xact_start))[1] AS state
          FROM pg_stat_activity
         WHERE pid <> pg_backend_pid() AND datid IS NOT NULL
        """;

    public const string Locks =
        $"""
        SELECT {MaySeeAll} AS permitted,
               count(*)::int AS waiting,
               coalesce(max(extract(epoch FROM clock_timestamp() - query_start)), 0)::float8 AS longest,
               (array_agg(pid ORDER BY query_start))[1] AS pid,
               (pg_blocking_pids((array_agg(pid ORDER BY query_start))[1]))[1] AS blocker
          FROM pg_stat_activity
         WHERE wait_event_type = 'Lock'
        """;

    public const string StatementsSchema =
        """
        SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_stat_statements'
        """;

    // Whoever may not see others' sessions is shown them without what they do.
    private const string MaySeeAll = "(current_setting('is_superuser') = 'on' OR pg_has_role('pg_read_all_stats', 'USAGE'))";

    /// <summary>
    /// The statements with the longest average, this database's. Their constants are taken out by the extension, but not
    /// those of commands that change roles and the like, which are left out.
    /// </summary>
    public static string Statements(string schema) =>
        $"""
        WITH known AS (SELECT to_jsonb(s) AS s FROM {schema}.pg_stat_statements s WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())),
             slow AS (SELECT s->>'query' AS query,
                             (s->>'calls')::bigint AS calls,
                             coalesce(s->>'mean_exec_time', s->>'mean_time')::float8 AS mean
                        FROM known
                       WHERE s->>'query' ~* '^\s*(select|insert|update|delete|merge|with)\M'
                       ORDER BY mean DESC NULLS LAST LIMIT 5)
        SELECT array_agg(left(query, 300) ORDER BY mean DESC) AS queries,
               array_agg(calls ORDER BY mean DESC) AS calls,
               array_agg(mean ORDER BY mean DESC) AS means
          FROM slow
        HAVING count(*) > 0
        """;
}
