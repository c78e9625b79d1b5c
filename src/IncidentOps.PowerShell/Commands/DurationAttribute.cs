using System.Globalization;
using System.Management.Automation;
using IncidentOps.Core.Configuration;

namespace IncidentOps.PowerShell.Commands;

/// <summary>Lets a TimeSpan parameter take what people write: "30s", "2m", "1h30m", a number of seconds.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = BareObject.Of(inputData);
        if (value is null)
        {
            return inputData;
        }

        TimeSpan? duration = value switch
        {
            TimeSpan given => given,
            IFormattable or string when DurationText.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), out TimeSpan read) => read,
            _ => null,
        };
        return duration > TimeSpan.Zero
            ? duration
            : throw new ArgumentTransformationMetadataException($"'{value}' is not {DurationText.Expected}, and more than nothing.");
    }
}
