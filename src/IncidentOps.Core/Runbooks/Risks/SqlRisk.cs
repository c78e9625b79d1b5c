using System.Text.RegularExpressions;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Risks;

/// <summary>Judges SQL text, and the backslash commands of psql among it.</summary>
internal static partial class SqlRisk
{
    private static readonly HashSet<string> Destructive = new(StringComparer.Ordinal)
    {
        "drop", "delete", "truncate", "pg_terminate_backend", "pg_drop_replication_slot", "shutdown", "purge", "pg_switch_wal",
    };

    private static readonly HashSet<string> Changing = new(StringComparer.Ordinal)
    {
        "insert", "update", "merge", "replace", "create", "alter", "grant", "revoke", "vacuum", "reindex", "cluster", "refresh",
        "call", "do", "copy", "lock", "comment", "rename", "kill", "flush", "optimize", "repair", "load", "import", "attach",
        "detach", "checkpoint", "discard", "reset", "notify", "listen", "unlisten", "execute", "prepare", "deallocate",
        "into", "outfile", "dumpfile", "pg_cancel_backend", "pg_reload_conf", "pg_promote", "pg_rotate_logfile", "set",
        "start", "stop", "change", "install", "uninstall", "handler", "security", "reassign",
    };

    private static readonly HashSet<string> Beginnings =
        new(StringComparer.Ordinal) { "select", "show", "explain", "describe", "desc", "table", "values", "with", "pragma" };

    // The others of sqlite write even without a value, as those that move the log into the file.
    private static readonly HashSet<string> Pragmas = new(StringComparer.Ordinal)
    {
        "table_info", "table_list", "table_xinfo", "index_list", "index_info", "index_xinfo", "foreign_key_list", "foreign_key_check",
        "integrity_check", "quick_check", "database_list", "page_count", "page_size", "freelist_count", "journal_mode",
        "journal_size_limit", "user_version", "schema_version", "application_id", "data_version", "encoding", "foreign_keys",
        "auto_vacuum", "cache_size", "compile_options", "synchronous", "wal_autocheckpoint", "busy_timeout", "locking_mode",
        "mmap_size", "temp_store", "query_only", "function_list", "collation_list", "module_list", "pragma_list", "max_page_count",
    };

    // Functions that only compute or look. A function of the database's own may do anything.
    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "count", "sum", "avg", "min", "max", "now", "version", "current_database", "current_schema", "current_setting",
        "pg_size_pretty", "pg_database_size", "pg_relation_size", "pg_total_relation_size", "pg_table_size", "pg_indexes_size",
        "pg_is_in_recovery", "pg_last_wal_receive_lsn", "pg_last_wal_replay_lsn", "pg_current_wal_lsn", "pg_wal_lsn_diff",
        "pg_last_xact_replay_timestamp", "pg_postmaster_start_time", "pg_conf_load_time", "pg_blocking_pids", "pg_backend_pid",
        "pg_get_indexdef", "pg_get_viewdef", "pg_get_constraintdef", "pg_stat_get_activity", "pg_stat_file", "pg_tablespace_size",
        "pg_encoding_to_char", "pg_get_userbyid", "pg_isolation_test", "pg_lock_status", "pg_show_all_settings", "txid_current_if_assigned",
        "age", "date_trunc", "extract", "date_part", "to_char", "to_timestamp", "justify_interval", "make_interval", "clock_timestamp",
        "round", "floor", "ceil", "ceiling", "abs", "mod", "power", "sqrt", "greatest", "least", "coalesce", "nullif", "ifnull", "if",
        "lower", "upper", "length", "char_length", "octet_length", "substring", "substr", "left", "right", "trim", "ltrim", "rtrim",
        "concat", "concat_ws", "position", "split_part", "regexp_replace", "regexp_matches", "string_agg", "array_agg", "group_concat",
        "json_agg", "jsonb_agg", "row_to_json", "to_json", "to_jsonb", "json_extract", "unnest", "generate_series", "cast", "format",
        "row_number", "rank", "dense_rank", "ntile", "lag", "lead", "first_value", "last_value", "percentile_cont", "percentile_disc",
        "timestampdiff", "timediff", "date_sub", "date_add", "datediff", "unix_timestamp", "from_unixtime", "curdate", "utc_timestamp",
        "in", "exists", "any", "all", "some", "over", "filter", "values", "and", "or", "not", "on", "as", "from", "where", "union",
        "using", "partition", "when", "then", "else", "interval", "array", "row", "grouping", "sets", "by", "join", "select",
        "within", "quote_ident", "md5", "inet_server_addr", "inet_client_addr", "pg_column_size", "obj_description", "col_description",
        "to_regclass", "has_table_privilege", "has_database_privilege", "sign", "stddev", "variance", "datname", "materialized", "like",
        "varchar", "char", "numeric", "decimal", "analyze", "verbose", "buffers", "explain", "strftime", "datetime", "julianday", "date",
        "connection_id", "database", "user", "schema", "isnull", "instr", "total", "typeof", "hex", "ltree2text", "table_info",
        "integrity_check", "quick_check", "index_list", "foreign_key_check",
    };

    public static (Risk Risk, string Reason) Of(string sql)
    {
        if (SqlBare.Of(sql) is not { } bare)
        {
            return (Risk.Unknown, "SQL whose quotes are not understood");
        }

        bare = bare.Replace("\\G", ";", StringComparison.Ordinal);
        if (bare.Contains('\\', StringComparison.Ordinal) && !MetaCommands(ref bare))
        {
            return (Risk.Unknown, "a backslash command that may do anything");
        }

        Risk worst = Risk.Read;
        string reason = "nothing";
        foreach (string statement in bare.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            (Risk risk, string words) = Statement(statement.ToLowerInvariant());
            if (risk > worst || reason == "nothing")
            {
                (worst, reason) = (risk > worst ? risk : worst, words);
            }
        }

        return (worst, reason);
    }

    private static (Risk Risk, string Reason) Statement(string statement)
    {
        List<string> words = [.. Word().Matches(statement).Select(match => match.Value)];
        if (words.Count == 0)
        {
            return (Risk.Unknown, statement);
        }

        if (words.Find(Destructive.Contains) is { } worst)
        {
            return (Risk.Destructive, worst);
        }

        string first = words[0];
        bool shows = first is "show" or "describe" or "desc";
        if (!shows && words.Find(word => Changing.Contains(word) && !(word == "set" && first == "select")) is { } change)
        {
            return (Risk.Change, change);
        }

        if (first == "pragma" && statement.Contains('=', StringComparison.Ordinal))
        {
            return (Risk.Change, "pragma");
        }

        if (first == "pragma" && !Pragmas.Contains(Pragma().Match(statement).Groups["name"].Value))
        {
            return (Risk.Unknown, statement);
        }

        if (!Beginnings.Contains(first))
        {
            return (Risk.Unknown, first);
        }

        if (Locks().IsMatch(statement))
        {
            return (Risk.Change, "for update");
        }

        if (Interpolation().IsMatch(statement))
        {
            return (Risk.Unknown, "a variable in the SQL");
        }

        string? unknown = Call().Matches(statement).Select(match => match.Groups["name"].Value).FirstOrDefault(name => !Functions.Contains(name));
        return unknown is null ? (Risk.Read, first) : (Risk.Unknown, unknown + "()");
    }

    /// <summary>Takes the commands away that only show; false where another is among them.</summary>
    private static bool MetaCommands(ref string sql)
    {
        string rest = ShowingCommand().Replace(sql, ";");
        bool clean = !rest.Contains('\\', StringComparison.Ordinal);
        sql = rest.Replace(';', ' ').Trim().Length == 0 ? "show meta" : rest;
        return clean;
    }

    [GeneratedRegex(@"^pragma\s+(?:\w+\.)?(?<name>\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pragma();

    [GeneratedRegex(@"[a-z_][a-z0-9_]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<name>[\w$]+)[""`]?\s*\(", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();

    [GeneratedRegex(@"\bfor\s+(?:no\s+key\s+)?(?:update|share|key\s+share)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Locks();

    [GeneratedRegex(@"(?<!:):[a-z_'""{]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Interpolation();

    [GeneratedRegex(@"(?:^|(?<=\s|;))\\(?:d[a-zA-Z+]*|l\+?|x|conninfo|timing|pset|encoding|z|sv|sf|dt\+?|G)(?:[ \t]+(?:on|off|[\w.*+]+))*[ \t]*(?=$|\n|;|\\)", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex ShowingCommand();
}
