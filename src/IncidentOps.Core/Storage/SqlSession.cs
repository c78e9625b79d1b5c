using System.Data.Common;

namespace IncidentOps.Core.Storage;

/// <summary>
/// A connection lent for one piece of work. Statements stay prepared from one loan to the next; disposing the session
/// gives it back.
/// </summary>
internal sealed class SqlSession(DbConnection connection, Action<SqlSession> giveBack) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _statements = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    /// <summary>True once the store's tables were seen in the database.</summary>
    public bool LaidOut { get; set; }

    /// <summary>
    /// A statement whose text is always the same, kept for the next time with the parameters in the same order. The
    /// session owns it.
    /// </summary>
    public DbCommand Statement(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_statements.TryGetValue(sql, out DbCommand? command))
        {
            command = connection.Command(sql, parameters);
            _statements.Add(sql, command);
            return command;
        }

        for (int index = 0; index < parameters.Length; index++)
        {
            command.Parameters[index].Value = parameters[index].Value ?? DBNull.Value;
        }

        return command;
    }

    public Task<int> ExecuteAsync(
        string sql, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Statement(sql, parameters).ExecuteNonQueryAsync(cancellationToken);

    public Task<object?> ScalarAsync(
        string sql, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Statement(sql, parameters).ExecuteScalarAsync(cancellationToken);

    public void Dispose() => giveBack(this);

    /// <summary>Ends the connection itself.</summary>
    public void Close()
    {
        foreach (DbCommand statement in _statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }
}
