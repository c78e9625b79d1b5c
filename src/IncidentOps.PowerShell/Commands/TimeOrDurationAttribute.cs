using System.Management.Automation;
using IncidentOps.Core.Configuration;

namespace IncidentOps.PowerShell.Commands;

/// <summary>Lets a parameter for a time take how long from now as well: "45m", "2h", a TimeSpan.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeOrDurationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = BareObject.Of(inputData);
        return value switch
        {
            TimeSpan duration => TimeProvider.System.GetUtcNow() + duration,
            string text when DurationText.TryParse(text, out TimeSpan duration) => TimeProvider.System.GetUtcNow() + duration,
            _ => inputData,
        };
    }
}
