using System.Globalization;
using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Health.Machine;

/// <summary>How busy the processors of a machine are.</summary>
internal sealed class CpuProbe : IHealthProbe
{
    private static readonly TimeSpan DefaultSample = TimeSpan.FromSeconds(1);

    public string Kind => "cpu";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        IMachine machine = attempt.Machine(check);
        CpuTimes? first = CpuTimes.Parse(await machine.ReadAsync("stat", cancellationToken));
        await Task.Delay(check.Setting("sample", DefaultSample), attempt.Time, cancellationToken);
        if (first is not { } before || CpuTimes.Parse(await machine.ReadAsync("stat", cancellationToken)) is not { } after)
        {
            return ProbeOutcome.Unknown(ProcFiles.Missing);
        }

        (double busy, double waiting) = after.Since(before);
        (var status, string addition) = Limits.Of(check, 85, 95).Judge(busy);
        return new ProbeOutcome(status, string.Create(CultureInfo.InvariantCulture, $"processors {busy:0}% busy{addition}"))
        {
            IsFinal = true,
            Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
            {
                ["BusyPercent"] = Math.Round(busy, 1),
                ["DiskWaitPercent"] = Math.Round(waiting, 1),
                ["Processors"] = after.Processors,
            },
        };
    }
}
