using System.Collections;
using System.Management.Automation;
using IncidentOps.Health;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Commands;

namespace IncidentOps.PowerShell.Health;

/// <summary>Lets a parameter for names of services take what has services: an incident, a service's health.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ServiceNamesAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => BareObject.Of(inputData) switch
    {
        string or null => inputData,
        IEnumerable items => items.Cast<object?>().SelectMany(Names).ToArray(),
        _ => Names(inputData).ToArray(),
    };

    private static IEnumerable<object?> Names(object? item) => BareObject.Of(item) switch
    {
        Incident incident => incident.Services,
        ServiceHealth health => [health.Service],
        HealthChange change => [change.Service],
        ServiceStability stability => [stability.Service],
        HealthCheckResult check => [check.Service],
        _ => [item],
    };
}
