using System.Globalization;
using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Health.Machine;

/// <summary>How much of a machine's memory is used.</summary>
internal sealed class MemoryProbe : IHealthProbe
{
    public string Kind => "memory";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken) =>
        MemoryState.Parse(await attempt.Machine(check).ReadAsync("meminfo", cancellationToken)) is { } memory
            ? Judge(memory, Limits.Of(check, 85, 95))
            : ProbeOutcome.Unknown(ProcFiles.Missing);

    private static ProbeOutcome Judge(MemoryState memory, Limits limits)
    {
        (var status, string addition) = limits.Judge(memory.UsedPercent);
        return new ProbeOutcome(status, string.Create(
            CultureInfo.InvariantCulture,
            $"memory {memory.UsedPercent:0}% used{addition}, {Bytes.Format(memory.Available)} of {Bytes.Format(memory.Total)} available"))
        {
            IsFinal = true,
            Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
            {
                ["UsedPercent"] = Math.Round(memory.UsedPercent, 1),
                ["TotalBytes"] = memory.Total,
                ["AvailableBytes"] = memory.Available,
                ["SwapUsedPercent"] = Math.Round(memory.SwapUsedPercent, 1),
            },
        };
    }
}
