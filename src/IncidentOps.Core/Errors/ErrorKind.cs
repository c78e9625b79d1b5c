namespace IncidentOps.Core.Errors;

/// <summary>The kinds of failure that callers tell apart; the shell maps them to its own categories.</summary>
internal enum ErrorKind
{
    /// <summary>What was asked for is not there.</summary>
    NotFound,

    /// <summary>The input does not make sense.</summary>
    InvalidArgument,

    /// <summary>The input is fine, but not now.</summary>
    InvalidOperation,

    /// <summary>A document or a store does not hold what it should.</summary>
    InvalidData,

    /// <summary>A resource is in use by somebody else.</summary>
    ResourceBusy,

    /// <summary>A resource does not answer or is full.</summary>
    ResourceUnavailable,

    /// <summary>Not allowed.</summary>
    PermissionDenied,

    /// <summary>Took longer than it may.</summary>
    Timeout,

    /// <summary>Several things fit and it cannot be told which is meant.</summary>
    Ambiguous,
}
