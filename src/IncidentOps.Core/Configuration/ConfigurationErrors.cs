using IncidentOps.Core.Errors;

namespace IncidentOps.Core.Configuration;

/// <summary>Every way in which reading the configuration fails.</summary>
internal static class ConfigurationErrors
{
    public static IncidentOpsException NotFound(string path) => new(
        "ConfigurationNotFound",
        ErrorKind.NotFound,
        $"There is no configuration file at '{path}'. Give -ConfigurationPath the path of an incidentops.yaml, or leave it out to use the nearest one.",
        path);

    public static IncidentOpsException VariableNotFound(string variable, string path) => new(
        "ConfigurationNotFound",
        ErrorKind.NotFound,
        $"There is no configuration file at '{path}', where the environment variable {variable} points. Correct the variable or remove it.",
        path);

    public static IncidentOpsException NotReadable(string path, Exception inner) => new(
        "ConfigurationNotReadable",
        inner is UnauthorizedAccessException ? ErrorKind.PermissionDenied : ErrorKind.ResourceUnavailable,
        $"The configuration file '{path}' cannot be read: {inner.Message}",
        path,
        inner);

    public static IncidentOpsException NotSafe(string path, UnixFileMode mode) => new(
        "ConfigurationNotSafe",
        ErrorKind.PermissionDenied,
        $"Others than its owner can write the configuration file '{path}' (mode {FileSafety.Octal(mode)}), and it decides what runs. Check it, then run: {FileSafety.Remedy(path)}",
        path);

    public static IncidentOpsException Invalid(string path, int line, string message, Exception? inner = null) => new(
        "ConfigurationInvalid",
        ErrorKind.InvalidData,
        line > 0 ? $"{path}:{line}: {message}" : $"{path}: {message}",
        path,
        inner);

    public static IncidentOpsException SecretNotFound(string reference, string message, Exception? inner = null) => new(
        "SecretNotFound",
        ErrorKind.NotFound,
        message,
        reference,
        inner);

    public static IncidentOpsException SecretNotSupported(string reference) => new(
        "SecretNotSupported",
        ErrorKind.InvalidOperation,
        $"The secret '{reference}' stands in a vault, and no vault is connected. Refer to it as env:NAME or file:PATH.",
        reference);
}
