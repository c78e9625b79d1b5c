using IncidentOps.Core.Errors;

namespace IncidentOps.Core.Storage;

/// <summary>
/// What differs between the databases that <see cref="SqlEventStore"/> speaks to. Everything else is SQL that all
/// of them understand: <c>RETURNING</c>, <c>LIMIT</c>, parameters written <c>@name</c>, keys as text, instants as
/// whole numbers, truth as 0 and 1.
/// </summary>
internal interface ISqlDialect
{
    /// <summary>Where the database is, as people would name it.</summary>
    string Location { get; }

    /// <summary>Counts the tables and indexes of the database: 0 for an empty one.</summary>
    string CountTables { get; }

    /// <summary>Selects the highest number that was ever given to an incident; nothing where none was.</summary>
    string SelectHighestNumber { get; }

    /// <summary>The statements that lay out an empty database at <see cref="StoreSchema.Version"/>.</summary>
    IReadOnlyList<string> CreateSchema { get; }

    /// <summary>A session on the database, or null where there is none yet.</summary>
    Task<SqlSession?> OpenForReadAsync(CancellationToken cancellationToken);

    /// <summary>A session on the database; makes it where there is none.</summary>
    Task<SqlSession> OpenForWriteAsync(CancellationToken cancellationToken);

    /// <summary>Does what an empty database needs before, and outside of, the transaction that lays it out.</summary>
    Task PrepareDatabaseAsync(SqlSession session, CancellationToken cancellationToken);

    /// <summary>Begins a transaction that sees one and the same state of the database to its end.</summary>
    Task<ISqlTransaction> BeginReadAsync(SqlSession session, CancellationToken cancellationToken);

    /// <summary>
    /// Begins a transaction that holds the write lock from the start, waiting for other writers as long as the
    /// dialect allows.
    /// </summary>
    Task<ISqlTransaction> BeginWriteAsync(SqlSession session, CancellationToken cancellationToken);

    /// <summary>The user's error for a failure of the database, or null where it is not one that users can act on.</summary>
    IncidentOpsException? Translate(Exception exception);
}
