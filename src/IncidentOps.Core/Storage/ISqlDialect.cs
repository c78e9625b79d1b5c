using System.Data.Common;
using IncidentOps.Core.Errors;

namespace IncidentOps.Core.Storage;

/// <summary>
/// What differs between the databases that <see cref="SqlEventStore"/> speaks to. Everything else is SQL that all
/// of them understand: <c>ON CONFLICT … DO UPDATE</c>, <c>RETURNING</c>, <c>LIMIT</c>, parameters written
/// <c>@name</c>, keys as text, instants as whole numbers, truth as 0 and 1.
/// </summary>
internal interface ISqlDialect
{
    /// <summary>Where the database is, as people would name it.</summary>
    string Location { get; }

    /// <summary>Counts the tables and indexes of the database: 0 for an empty one.</summary>
    string CountTables { get; }

    /// <summary>What an empty database needs before, and outside of, the transaction that lays it out.</summary>
    IReadOnlyList<string> PrepareDatabase { get; }

    /// <summary>The statements that lay out an empty database at <see cref="StoreSchema.Version"/>.</summary>
    IReadOnlyList<string> CreateSchema { get; }

    /// <summary>An open connection with the session's settings, or null where there is no database yet.</summary>
    Task<DbConnection?> OpenForReadAsync(CancellationToken cancellationToken);

    /// <summary>An open connection with the session's settings; makes the database where there is none.</summary>
    Task<DbConnection> OpenForWriteAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Begins a transaction that holds the write lock from the start, waiting for other writers as long as the
    /// dialect allows.
    /// </summary>
    Task<IWriteTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>The user's error for a failure of the database, or null where it is not one that users can act on.</summary>
    IncidentOpsException? Translate(Exception exception);
}
