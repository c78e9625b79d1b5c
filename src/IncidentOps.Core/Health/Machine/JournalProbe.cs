using System.Globalization;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Machine;

/// <summary>How often a unit writes errors into the journal, against how often it did before.</summary>
internal sealed class JournalProbe : IHealthProbe
{
    private const string MaximumEntries = "100000";
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan DefaultEarlier = TimeSpan.FromHours(1);

    public string Kind => "journal";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        string unit = check.Required<string>("unit");
        TimeSpan window = check.Setting("window", DefaultWindow);
        TimeSpan earlier = check.Setting("earlier", DefaultEarlier);
        DateTimeOffset now = attempt.Time.GetUtcNow();
        var tally = new JournalTally(now - window, check.Setting<TextPattern?>("pattern", null));
        string since = (now - window - earlier).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        List<string> arguments =
        [
            check.Setting("user", false) ? $"--user-unit={unit}" : $"--unit={unit}",
            $"--since=@{since}",
            $"--lines={MaximumEntries}",
            "--output=json",
            "--output-fields=MESSAGE,PRIORITY",
            "--no-pager",
        ];

        string complaint = "";
        (ProcessResult? result, ProbeOutcome? failure) = await SystemTool.RunAsync(
            "journalctl",
            arguments,
            line =>
            {
                if (line.IsError)
                {
                    complaint += line.Text + " ";
                }
                else
                {
                    tally.Add(line.Text);
                }
            },
            check,
            attempt,
            cancellationToken);
        if (result is null)
        {
            return failure!;
        }

        return (tally.Entries == 0 ? await ExplainSilenceAsync(check, unit, complaint, attempt, cancellationToken) : null)
            ?? Judge(unit, tally, window, earlier, check);
    }

    /// <summary>Why there is no entry at all; null where the unit is there and has nothing to say.</summary>
    private static async Task<ProbeOutcome?> ExplainSilenceAsync(
        CheckDefinition check,
        string unit,
        string complaint,
        ProbeAttempt attempt,
        CancellationToken cancellationToken)
    {
        // Whoever may not read the journal is shown an empty one.
        if (complaint.Contains("permission", StringComparison.OrdinalIgnoreCase) || complaint.Contains("not seeing messages", StringComparison.Ordinal))
        {
            return ProbeOutcome.Unknown("not permitted to read the journal: join the group systemd-journal");
        }

        if (complaint.Contains("No journal files", StringComparison.Ordinal))
        {
            return ProbeOutcome.Unknown("there is no journal on this machine");
        }

        (SystemdUnit? known, ProbeOutcome? failure) = await SystemdProbe.ShowAsync(check, unit, attempt, cancellationToken);
        return failure ?? (known!.Exists ? null : known.Judge([]));
    }

    private static ProbeOutcome Judge(string unit, JournalTally tally, TimeSpan window, TimeSpan earlier, CheckDefinition check)
    {
        // Less than one error in a window counts as one: from nothing, every error would be infinitely many more.
        double usual = Math.Max(1, tally.Before * (window / earlier));
        double times = tally.InWindow / usual;
        HealthStatus status = tally.InWindow < check.Setting("minimum", 5) ? HealthStatus.Healthy
            : times >= check.Setting("unhealthy-times", 10.0) ? HealthStatus.Unhealthy
            : times >= check.Setting("degraded-times", 3.0) ? HealthStatus.Degraded
            : HealthStatus.Healthy;
        string counted = $"{unit} wrote {tally.InWindow} {(tally.InWindow == 1 ? "error" : "errors")} in {DurationText.Format(window)}";
        string reason = status == HealthStatus.Healthy
            ? $"{counted}, and {tally.Before} in {DurationText.Format(earlier)} before"
            : string.Create(CultureInfo.InvariantCulture, $"{counted}, {times:0.#} times the usual; the last: {tally.LastError}");
        return new ProbeOutcome(status, HealthText.OneLine(reason))
        {
            IsFinal = true,
            Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
            {
                ["Errors"] = tally.InWindow,
                ["ErrorsBefore"] = tally.Before,
                ["Entries"] = tally.Entries,
                ["Window"] = window,
                ["Earlier"] = earlier,
            },
        };
    }
}
