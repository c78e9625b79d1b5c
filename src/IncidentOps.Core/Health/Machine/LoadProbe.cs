using System.Globalization;
using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Health.Machine;

/// <summary>How much waits for a machine's processors; its limits are for each processor.</summary>
internal sealed class LoadProbe : IHealthProbe
{
    public string Kind => "load";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> read = await attempt.Machine(check).ReadAsync(["loadavg", "stat"], cancellationToken);
        return LoadAverage.Parse(read.GetValueOrDefault("loadavg")) is { } load && CpuTimes.Parse(read.GetValueOrDefault("stat")) is { } times
            ? Judge(load, times.Processors, Limits.Of(check, 1.5, 3))
            : ProbeOutcome.Unknown(ProcFiles.Missing);
    }

    private static ProbeOutcome Judge(LoadAverage load, int processors, Limits limits)
    {
        // The average of five minutes: one is nervous, fifteen is late.
        (var status, string addition) = limits.Judge(load.Five / processors, " for each");
        return new ProbeOutcome(status, string.Create(
            CultureInfo.InvariantCulture,
            $"load {load.Five:0.##} on {processors} {(processors == 1 ? "processor" : "processors")}{addition}"))
        {
            IsFinal = true,
            Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
            {
                ["Load1"] = load.One,
                ["Load5"] = load.Five,
                ["Load15"] = load.Fifteen,
                ["Processors"] = processors,
            },
        };
    }
}
