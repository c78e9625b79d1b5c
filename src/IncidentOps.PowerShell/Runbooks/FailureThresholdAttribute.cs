using System.Management.Automation;
using IncidentOps.Core.Runbooks.Running;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Lets a number of machines through, or a share of them.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FailureThresholdAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (FailureThreshold.Parse($"{arguments}") is null)
        {
            throw new ValidationMetadataException($"'{arguments}' is neither a number of machines nor a share of them. Write 2, or 30%.");
        }
    }
}
