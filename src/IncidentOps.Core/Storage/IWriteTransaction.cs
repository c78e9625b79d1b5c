namespace IncidentOps.Core.Storage;

/// <summary>A write transaction: rolled back on disposal unless it was committed.</summary>
internal interface IWriteTransaction : IAsyncDisposable
{
    /// <summary>Returns once the changes are durable.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}
