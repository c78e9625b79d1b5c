using System.Management.Automation;
using IncidentOps.Core.Errors;

namespace IncidentOps.PowerShell.Commands;

/// <summary>Core's failures as PowerShell's.</summary>
internal static class ErrorRecords
{
    /// <param name="exception">What failed.</param>
    /// <param name="target">The user's object that it is about, where the exception does not know it.</param>
    public static ErrorRecord ToErrorRecord(this IncidentOpsException exception, object? target) =>
        new(exception, exception.ErrorId, Category(exception.Kind), target ?? exception.Target);

    private static ErrorCategory Category(ErrorKind kind) => kind switch
    {
        ErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        ErrorKind.InvalidArgument or ErrorKind.Ambiguous => ErrorCategory.InvalidArgument,
        ErrorKind.InvalidOperation => ErrorCategory.InvalidOperation,
        ErrorKind.InvalidData => ErrorCategory.InvalidData,
        ErrorKind.ResourceBusy => ErrorCategory.ResourceBusy,
        ErrorKind.ResourceUnavailable => ErrorCategory.ResourceUnavailable,
        ErrorKind.PermissionDenied => ErrorCategory.PermissionDenied,
        ErrorKind.Timeout => ErrorCategory.OperationTimeout,
        _ => ErrorCategory.NotSpecified,
    };
}
