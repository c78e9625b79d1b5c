namespace IncidentOps.Core.Errors;

/// <summary>
/// A failure that the user can do something about. The message says what to do next; <see cref="ErrorId"/> never
/// changes, so that scripts can rely on it.
/// </summary>
internal sealed class IncidentOpsException : Exception
{
    public IncidentOpsException(string errorId, ErrorKind kind, string message, object? target = null, Exception? inner = null)
        : base(message, inner)
    {
        ErrorId = errorId;
        Kind = kind;
        Target = target;
    }

    public string ErrorId { get; }

    public ErrorKind Kind { get; }

    /// <summary>The user's own object that the failure is about; null where the caller knows it better.</summary>
    public object? Target { get; }
}
