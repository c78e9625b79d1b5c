using System.Globalization;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health.Machine;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Aws;

/// <summary>What AWS says of a database instance: its status, its storage, what is pending, what has happened, its log files.</summary>
internal sealed class RdsProbe : IHealthProbe
{
    private const double Gigabyte = 1024L * 1024 * 1024;

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
                ? Judge(name, instance) with { Parts = await ReadPartsAsync(rds, Figures(aws, check, attempt.Time), check, name, instance, attempt.Time.GetUtcNow(), cancellationToken) }
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

    /// <summary>How full the instance is; one that grows by itself, against what it may grow to.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="free">The bytes that are free; null where CloudWatch does not know.</param>
    /// <param name="limits">The percentages that are too much.</param>
    internal static ProbePart Storage(RdsInstance instance, double? free, Limits limits)
    {
        if (free is not { } bytes || instance.AllocatedGigabytes == 0)
        {
            return new ProbePart("storage", HealthStatus.Unknown, "CloudWatch has no figure of the free storage yet", Data());
        }

        double allocated = instance.AllocatedGigabytes * Gigabyte;
        double most = Math.Max(allocated, (instance.MaximumGigabytes ?? 0) * Gigabyte);
        double used = 100 * Math.Max(0, allocated - bytes) / most;
        (HealthStatus status, string addition) = limits.Judge(used);
        string room = most > allocated ? string.Create(CultureInfo.InvariantCulture, $"; it may grow to {instance.MaximumGigabytes} GB") : "";
        return new ProbePart(
            "storage",
            status,
            HealthText.OneLine(string.Create(CultureInfo.InvariantCulture, $"{used:0}% used{addition}, {Bytes.Format((long)bytes)} of {instance.AllocatedGigabytes} GB free{room}")),
            Data(("UsedPercent", Math.Round(used, 1)), ("AvailableBytes", (long)bytes)));
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

    // The endpoint of a private network is for one service alone.
    private static CloudWatchClient Figures(AwsCheck aws, CheckDefinition check, TimeProvider time) =>
        new(aws.Query(CloudWatchClient.Service, CloudWatchClient.Version, check.Setting<Uri?>("metrics-endpoint", null), time));

    private static async Task<IReadOnlyList<ProbePart>> ReadPartsAsync(
        RdsClient rds, CloudWatchClient figures, CheckDefinition check, string name, RdsInstance instance, DateTimeOffset now, CancellationToken cancellationToken)
    {
        TimeSpan window = check.Setting("window", DefaultWindow);

        // Aurora's storage is the cluster's, and grows as it is needed.
        Task<ProbePart>[] storage = instance.Engine.StartsWith("aurora", StringComparison.Ordinal)
            ? []
            : [PartAsync("storage", async () => Storage(
                instance,
                await figures.LatestMinimumAsync("AWS/RDS", "FreeStorageSpace", ("DBInstanceIdentifier", name), now, cancellationToken),
                Limits.Of(check, 85, 95)))];
        return await Task.WhenAll([
            .. storage,
            PartAsync("maintenance", async () => Maintenance(await rds.DescribeMaintenanceAsync(name, cancellationToken), now)),
            PartAsync("events", async () => Events(await rds.DescribeEventsAsync(name, window, cancellationToken), window)),
            PartAsync("logs", async () => Logs(await rds.DescribeLogFilesAsync(name, cancellationToken)))]);
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
