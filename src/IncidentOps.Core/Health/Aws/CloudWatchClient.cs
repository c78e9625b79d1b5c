using System.Globalization;
using System.Xml.Linq;

namespace IncidentOps.Core.Health.Aws;

/// <summary>The one question to CloudWatch that checks ask: what a metric has come to lately.</summary>
internal sealed class CloudWatchClient(AwsQueryClient query)
{
    public const string Service = "monitoring";
    public const string Version = "2010-08-01";

    // A minute's figures are there a few minutes later.
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(15);

    /// <summary>The smallest value of the latest minute that there is one for; null where there is none.</summary>
    /// <param name="space">The metric's namespace, "AWS/RDS".</param>
    /// <param name="metric">Its name.</param>
    /// <param name="dimension">What it is of.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<double?> LatestMinimumAsync(string space, string metric, (string Name, string Value) dimension, DateTimeOffset now, CancellationToken cancellationToken)
    {
        XElement answer = await query.AskAsync(
            "GetMetricStatistics",
            cancellationToken,
            ("Namespace", space),
            ("MetricName", metric),
            ("Dimensions.member.1.Name", dimension.Name),
            ("Dimensions.member.1.Value", dimension.Value),
            ("StartTime", Moment(now - Lately)),
            ("EndTime", Moment(now)),
            ("Period", "60"),
            ("Statistics.member.1", "Minimum"));
        return answer.Descendants("Datapoints").Elements("member")
            .OrderBy(static point => point.Element("Timestamp")?.Value, StringComparer.Ordinal)
            .Select(static point => double.TryParse(point.Element("Minimum")?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : (double?)null)
            .LastOrDefault();
    }

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
