using System.Globalization;
using System.Xml.Linq;

namespace IncidentOps.Core.Health.Aws;

/// <summary>A database instance of RDS.</summary>
internal sealed record RdsInstance(
    string Status,
    string Engine,
    string EngineVersion,
    int AllocatedGigabytes,
    int? MaximumGigabytes,
    bool IsMultiZone,
    string? Address,
    IReadOnlyList<string> PendingChanges);

/// <summary>Something that has happened to an instance.</summary>
internal sealed record RdsEvent(DateTimeOffset At, string Message, IReadOnlyList<string> Categories);

/// <summary>A log file of an instance.</summary>
internal sealed record RdsLogFile(string Name, long Bytes, DateTimeOffset WrittenAt);

/// <summary>The few questions to RDS that checks ask.</summary>
internal sealed class RdsClient(AwsQueryClient query)
{
    public const string Service = "rds";
    public const string Version = "2014-10-31";

    public async Task<RdsInstance?> DescribeInstanceAsync(string name, CancellationToken cancellationToken)
    {
        XElement answer = await query.AskAsync("DescribeDBInstances", cancellationToken, ("DBInstanceIdentifier", name));
        return answer.Descendants("DBInstance").FirstOrDefault() is { } instance
            ? new RdsInstance(
                Text(instance, "DBInstanceStatus"),
                Text(instance, "Engine"),
                Text(instance, "EngineVersion"),
                Number(instance, "AllocatedStorage") ?? 0,
                Number(instance, "MaxAllocatedStorage"),
                Text(instance, "MultiAZ") == "true",
                instance.Element("Endpoint")?.Element("Address")?.Value,
                [.. (instance.Element("PendingModifiedValues")?.Elements() ?? []).Select(static change => change.Name.LocalName)])
            : null;
    }

    /// <summary>What AWS wants to do to the instance, and by when where it says so.</summary>
    public async Task<IReadOnlyList<(string Action, DateTimeOffset? By)>> DescribeMaintenanceAsync(string name, CancellationToken cancellationToken)
    {
        XElement answer = await query.AskAsync(
            "DescribePendingMaintenanceActions",
            cancellationToken,
            ("Filters.Filter.1.Name", "db-instance-id"),
            ("Filters.Filter.1.Values.Value.1", name));
        return
        [
            .. answer.Descendants("PendingMaintenanceAction").Select(static action => (
                Text(action, "Action"),
                Moment(action, "ForcedApplyDate") ?? Moment(action, "AutoAppliedAfterDate") ?? Moment(action, "CurrentApplyDate"))),
        ];
    }

    public async Task<IReadOnlyList<RdsEvent>> DescribeEventsAsync(string name, TimeSpan window, CancellationToken cancellationToken)
    {
        XElement answer = await query.AskAsync(
            "DescribeEvents",
            cancellationToken,
            ("SourceIdentifier", name),
            ("SourceType", "db-instance"),
            ("Duration", ((int)Math.Ceiling(window.TotalMinutes)).ToString(CultureInfo.InvariantCulture)));
        return
        [
            .. answer.Descendants("Event").Select(static happened => new RdsEvent(
                Moment(happened, "Date") ?? default,
                Text(happened, "Message"),
                [.. happened.Descendants("EventCategory").Select(static category => category.Value)])),
        ];
    }

    public async Task<IReadOnlyList<RdsLogFile>> DescribeLogFilesAsync(string name, CancellationToken cancellationToken)
    {
        XElement answer = await query.AskAsync("DescribeDBLogFiles", cancellationToken, ("DBInstanceIdentifier", name));
        return
        [
            .. answer.Descendants("DescribeDBLogFilesDetails")
                .Select(static file => new RdsLogFile(Text(file, "LogFileName"), Long(file, "Size"), DateTimeOffset.FromUnixTimeMilliseconds(Long(file, "LastWritten"))))
                .OrderByDescending(static file => file.WrittenAt),
        ];
    }

    private static string Text(XElement element, string name) => element.Element(name)?.Value ?? "";

    private static int? Number(XElement element, string name) =>
        int.TryParse(Text(element, name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static long Long(XElement element, string name) =>
        long.TryParse(Text(element, name), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;

    private static DateTimeOffset? Moment(XElement element, string name) =>
        DateTimeOffset.TryParse(Text(element, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) ? moment : null;
}
