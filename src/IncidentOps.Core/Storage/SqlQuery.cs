using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace IncidentOps.Core.Storage;

/// <summary>Puts a query together whose conditions differ from time to time. Values are always bound, never written into the text.</summary>
internal sealed class SqlQuery(DbConnection connection, string select)
{
    private readonly DbCommand _command = connection.CreateCommand();
    private readonly List<string> _conditions = [];

    public void Where(string condition) => _conditions.Add(condition);

    /// <summary>Nothing where there is no bound.</summary>
    public void Where(string comparison, DateTimeOffset? bound)
    {
        if (bound is { } value)
        {
            _conditions.Add($"{comparison} {Bind(Instant.ToMicroseconds(value))}");
        }
    }

    /// <summary>Nothing where there are no values.</summary>
    public void WhereAny(string column, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            _conditions.Add($"{column} IN ({string.Join(", ", values.Select(Bind))})");
        }
    }

    /// <summary>Has one of the tags; nothing where there are none.</summary>
    public void WhereTagged(string kind, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            _conditions.Add(
                $"number IN (SELECT number FROM incident_tag WHERE kind = '{kind}' AND name IN ({string.Join(", ", names.Select(Bind))}))");
        }
    }

    /// <summary>The command, for the caller to dispose.</summary>
    public DbCommand Build(string order)
    {
        string where = _conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", _conditions)}";
        _command.CommandText = $"{select}{where} {order}";
        return _command;
    }

    /// <summary>What the query finds, row by row.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(string order, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using DbCommand command = Build(order);
        await foreach (T row in command.StreamAsync(read, cancellationToken))
        {
            yield return row;
        }
    }

    private string Bind(object value)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"@p{_command.Parameters.Count}");
        _command.Add(name, value);
        return name;
    }
}
