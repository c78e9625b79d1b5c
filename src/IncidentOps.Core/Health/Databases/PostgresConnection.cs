using IncidentOps.Core.Configuration;
using Npgsql;

namespace IncidentOps.Core.Health.Databases;

/// <summary>The connection that a postgres check describes: its address, its user, its password by reference.</summary>
internal static class PostgresConnection
{
    private const int LongestTimeout = 1024;

    /// <summary>The password that the check's reference points to; null where it has none.</summary>
    public static string? Password(CheckDefinition check, SecretResolver secrets) =>
        check.Setting<string?>("password", null) is { } reference ? secrets.Expand(reference) : null;

    /// <param name="check">The check.</param>
    /// <param name="password">Its password.</param>
    /// <param name="timeout">How long connecting may take; the caller's own time-out is the one that counts.</param>
    public static NpgsqlConnectionStringBuilder Settings(CheckDefinition check, string? password, TimeSpan timeout)
    {
        PostgresAddress address = check.Required<PostgresAddress>("address");
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port,
            Pooling = false,
            ApplicationName = "IncidentOps",
            Timeout = (int)Math.Min(LongestTimeout, Math.Ceiling(timeout.TotalSeconds) + 1),
            CommandTimeout = 0,
        };
        if ((check.Setting<string?>("user", null) ?? address.User) is { } user)
        {
            settings.Username = user;
        }

        if (address.Database is { } database)
        {
            settings.Database = database;
        }

        if (password is not null)
        {
            settings.Password = password;
        }

        if (check.Setting<string?>("ssl-mode", null) is { } mode)
        {
            settings.SslMode = mode switch
            {
                "disable" => SslMode.Disable,
                "require" => SslMode.Require,
                "verify-ca" => SslMode.VerifyCA,
                "verify-full" => SslMode.VerifyFull,
                _ => SslMode.Prefer,
            };
        }

        return settings;
    }
}
