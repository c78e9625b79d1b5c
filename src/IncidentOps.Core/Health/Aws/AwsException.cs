using System.Net;

namespace IncidentOps.Core.Health.Aws;

/// <summary>An error that AWS has answered with.</summary>
internal sealed class AwsException(string code, string message, HttpStatusCode status) : Exception(message)
{
    /// <summary>AWS's own code, "AccessDenied".</summary>
    public string Code { get; } = code;

    public HttpStatusCode Status { get; } = status;
}
