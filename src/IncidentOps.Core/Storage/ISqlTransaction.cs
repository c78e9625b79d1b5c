namespace IncidentOps.Core.Storage;

/// <summary>A transaction: rolled back on disposal unless it was committed.</summary>
internal interface ISqlTransaction : IAsyncDisposable
{
    /// <summary>Returns once the changes are durable.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}
