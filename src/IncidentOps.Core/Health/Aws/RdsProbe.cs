using System.Globalization;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Aws;

/// <summary>What AWS says of a database instance: its status, its storage, what is pending, what has happened, its log files.</summary>
internal sealed class RdsProbe : IHealthProbe
{
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(1);

    // Statuses in which the instance serves.
    private static readonly HashSet<string> Serving = new(StringComparer.Ordinal) { "available", "storage-optimization", "storage-initialization", "backing-up" };

    private static readonly HashSet<string> Working = new(StringComparer.Ordinal)
    {
        "configuring-enhanced-monitoring", "configuring-iam-database-auth", "configuring-log-exports", "converting-to-vpc", "modifying", "moving-to-vpc",
        "rebooting", "renaming", "resetting-master-credentials", "storage-config-upgrade", "upgrading", "maintenance", "creating", "starting", "delete-precheck",
    };

    private static readonly HashSet<string> WorryingCategories = new(StringComparer.Ordinal) { "failure", "failover", "low storage", "recovery" };

    public string Kind => "rds";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        string name = check.Required<string>("instance");
        attempt.Silence = "AWS gave no answer";
        attempt.SilenceStatus = HealthStatus.Unknown;
        (AwsCheck? aws, ProbeOutcome? failure) = await AwsCheck.FindAsync(check, attempt, cancellationToken);
        if (aws is null)
        {
            return failure!;
        }

        try
        {
            var rds = new RdsClient(aws.Query(RdsClient.Service, RdsClient.Version, attempt.Time));
            return await rds.DescribeInstanceAsync(name, cancellationToken) is { } instance
                ? Judge(name, instance) with { Parts = await ReadPartsAsync(rds, check, name, attempt.Time.GetUtcNow(), cancellationToken) }
                : ProbeOutcome.Unknown(HealthText.OneLine($"AWS knows no database instance {name} in {aws.Region}"));
        }
        catch (Exception refusal) when (AwsCheck.IsKnown(refusal))
        {
            return AwsCheck.Describe(refusal, $"AWS knows no database instance {name} in {aws.Region}");
        }
    }

    internal static ProbeOutcome Judge(string name, RdsInstance instance)
    {
        HealthStatus status = Serving.Contains(instance.Status) ? HealthStatus.Healthy
            : Working.Contains(instance.Status) ? HealthStatus.Degraded
            : HealthStatus.Unhealthy;
        return new ProbeOutcome(status, HealthText.OneLine(string.Create(
            CultureInfo.InvariantCulture, $"{name} is {instance.Status}, {instance.Engine} {instance.EngineVersion}, {instance.AllocatedGigabytes} GB")))
        {
            Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
            {
                ["State"] = instance.Status,
                ["Engine"] = $"{instance.Engine} {instance.EngineVersion}",
                ["AllocatedGigabytes"] = instance.AllocatedGigabytes,
                ["MaximumGigabytes"] = instance.MaximumGigabytes,
                ["MultiZone"] = instance.IsMultiZone,
                ["Address"] = instance.Address,
                ["PendingChanges"] = instance.PendingChanges,
            },
        };
    }

    internal static ProbePart Maintenance(IReadOnlyList<(string Action, DateTimeOffset? By)> actions, DateTimeOffset now)
    {
        (string Action, DateTimeOffset? By)[] ordered = [.. actions.OrderBy(static action => action.By ?? DateTimeOffset.MaxValue)];
        string reason = ordered.Length == 0
            ? "no maintenance is pending"
            : $"{string.Join(", ", ordered.Select(static action => action.Action))} pending{(ordered[0].By is { } by ? string.Create(CultureInfo.InvariantCulture, $", at the latest {by:yyyy-MM-dd HH:mm} UTC") : "")}";

        // What AWS will do within the day can be what has just happened.
        HealthStatus status = ordered.Length > 0 && ordered[0].By - now < TimeSpan.FromDays(1) ? HealthStatus.Degraded : HealthStatus.Healthy;
        return new ProbePart("maintenance", status, HealthText.OneLine(reason), Data(("Actions", ordered.Select(static action => action.Action).ToArray())));
    }

    internal static ProbePart Events(IReadOnlyList<RdsEvent> events, TimeSpan window)
    {
        RdsEvent[] worrying = [.. events.Where(static happened => happened.Categories.Any(WorryingCategories.Contains)).OrderByDescending(static happened => happened.At)];
        string reason = worrying.Length > 0 ? $"{Time(worrying[0])}: {worrying[0].Message}"
            : events.MaxBy(static happened => happened.At) is { } last ? $"the last event, {Time(last)}: {last.Message}"
            : $"no event in {DurationText.Format(window)}";
        return new ProbePart(
            "events",
            worrying.Length > 0 ? HealthStatus.Degraded : HealthStatus.Healthy,
            HealthText.OneLine(reason),
            Data(("Events", events.OrderByDescending(static happened => happened.At).Take(20).Select(static happened => HealthText.OneLine($"{Time(happened)}: {happened.Message}")).ToArray())));
    }

    internal static ProbePart Logs(IReadOnlyList<RdsLogFile> files) => new(
        "logs",
        HealthStatus.Healthy,
        HealthText.OneLine(files.Count == 0 ? "no log files" : string.Create(CultureInfo.InvariantCulture, $"{files.Count} log files, the last written {files[0].WrittenAt:yyyy-MM-dd HH:mm} UTC: {files[0].Name}")),
        Data(("Files", files.Take(20).Select(static file => HealthText.OneLine(file.Name)).ToArray())));

    private static async Task<IReadOnlyList<ProbePart>> ReadPartsAsync(RdsClient rds, CheckDefinition check, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        TimeSpan window = check.Setting("window", DefaultWindow);
        return await Task.WhenAll(
            PartAsync("maintenance", async () => Maintenance(await rds.DescribeMaintenanceAsync(name, cancellationToken), now)),
            PartAsync("events", async () => Events(await rds.DescribeEventsAsync(name, window, cancellationToken), window)),
            PartAsync("logs", async () => Logs(await rds.DescribeLogFilesAsync(name, cancellationToken))));
    }

    /// <summary>One question that AWS does not answer does not hide the others.</summary>
    private static async Task<ProbePart> PartAsync(string name, Func<Task<ProbePart>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception refusal) when (AwsCheck.IsKnown(refusal))
        {
            ProbeOutcome outcome = AwsCheck.Describe(refusal, $"AWS knows no {name}");
            return new ProbePart(name, outcome.Status, outcome.Reason, outcome.Data);
        }
    }

    private static string Time(RdsEvent happened) => happened.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static Dictionary<string, object?> Data(params (string Name, object? Value)[] values) =>
        values.ToDictionary(static value => value.Name, static value => value.Value, StringComparer.OrdinalIgnoreCase);
}
