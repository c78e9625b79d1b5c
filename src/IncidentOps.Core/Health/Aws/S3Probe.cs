using System.Globalization;
using System.Net;
using System.Text;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Aws;

/// <summary>How quickly a bucket of S3 lists, and where it may write there, puts, gets and deletes.</summary>
internal sealed class S3Probe : IHealthProbe
{
    public string Kind => "s3";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        string place = check.Required<string>("bucket");
        int slash = place.IndexOf('/', StringComparison.Ordinal);
        (string bucket, string prefix) = slash < 0 ? (place, "") : (place[..slash], place[(slash + 1)..]);
        (AwsCheck? aws, ProbeOutcome? failure) = await AwsCheck.FindAsync(check, attempt, cancellationToken);
        if (aws is null)
        {
            return failure!;
        }

        using AmazonS3Client client = Client(aws);
        var steps = new Steps(attempt);
        try
        {
            await steps.TimeAsync("list", () => client.ListObjectsV2Async(
                new ListObjectsV2Request { BucketName = bucket, Prefix = prefix, MaxKeys = 1 }, cancellationToken));
            if (check.Setting("write", false))
            {
                await WriteAsync(client, bucket, prefix, steps, cancellationToken);
            }

            return steps.Judge(place);
        }
        catch (AmazonS3Exception refusal)
        {
            return Describe(refusal, bucket, steps);
        }
        catch (Exception broken) when (broken is AmazonClientException or HttpRequestException or IOException)
        {
            return new ProbeOutcome(HealthStatus.Unhealthy, HealthText.OneLine($"S3 did not {steps.Current} {place}: {broken.Message}"));
        }
    }

    private static AmazonS3Client Client(AwsCheck aws)
    {
        var configuration = new AmazonS3Config { AuthenticationRegion = aws.Region, Timeout = Timeout.InfiniteTimeSpan };
        if (aws.Endpoint is { } endpoint)
        {
            configuration.ServiceURL = endpoint.ToString();
            configuration.ForcePathStyle = true;
        }
        else
        {
            configuration.RegionEndpoint = RegionEndpoint.GetBySystemName(aws.Region);
        }

        AWSCredentials credentials = aws.Keys.SessionToken is { } token
            ? new SessionAWSCredentials(aws.Keys.AccessKey, aws.Keys.SecretKey, token)
            : new BasicAWSCredentials(aws.Keys.AccessKey, aws.Keys.SecretKey);
        return new AmazonS3Client(credentials, configuration);
    }

    private static async Task WriteAsync(AmazonS3Client client, string bucket, string prefix, Steps steps, CancellationToken cancellationToken)
    {
        string key = $"{prefix}incidentops-check-{Guid.NewGuid():N}";
        byte[] content = Encoding.UTF8.GetBytes(key);
        await steps.TimeAsync("put", () => client.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = key, InputStream = new MemoryStream(content), ContentType = "text/plain" }, cancellationToken));
        try
        {
            await steps.TimeAsync("get", async () =>
            {
                using GetObjectResponse got = await client.GetObjectAsync(bucket, key, cancellationToken);
                byte[] read = new byte[content.Length + 1];
                int length = await got.ResponseStream.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, cancellationToken);
                return read.AsSpan(0, length).SequenceEqual(content)
                    ? got.HttpStatusCode
                    : throw new AmazonS3Exception("what was put is not what was got") { ErrorCode = "ContentDiffers", StatusCode = HttpStatusCode.OK };
            });
        }
        finally
        {
            // What was put is taken away even where nobody waits for it any more.
            await steps.TimeAsync("delete", () => client.DeleteObjectAsync(bucket, key, CancellationToken.None));
        }
    }

    private static ProbeOutcome Describe(AmazonS3Exception refusal, string bucket, Steps steps) => refusal switch
    {
        { ErrorCode: "NoSuchBucket" } => ProbeOutcome.Unknown(HealthText.OneLine($"S3 knows no bucket {bucket}")),
        { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } or { ErrorCode: "InvalidAccessKeyId" or "ExpiredToken" } =>
            ProbeOutcome.Unknown(HealthText.OneLine($"not permitted by AWS to {steps.Current} ({refusal.ErrorCode}): {refusal.Message}")),
        _ => new ProbeOutcome(HealthStatus.Unhealthy, HealthText.OneLine($"S3 did not {steps.Current} {bucket} ({refusal.ErrorCode}): {refusal.Message}")),
    };

    /// <summary>The steps so far, with their times.</summary>
    private sealed class Steps(ProbeAttempt attempt)
    {
        private readonly List<(string Name, TimeSpan Took)> _done = [];

        public string Current { get; private set; } = "list";

        public async Task TimeAsync<T>(string name, Func<Task<T>> step)
        {
            Current = name;
            attempt.Silence = $"S3 did not {name}";
            long started = attempt.Time.GetTimestamp();
            await step();
            _done.Add((name, attempt.Time.GetElapsedTime(started)));
        }

        public ProbeOutcome Judge(string place)
        {
            TimeSpan slowest = _done.Max(static step => step.Took);
            return new ProbeOutcome(HealthStatus.Healthy, HealthText.OneLine($"{place}: {string.Join(", ", _done.Select(static step => $"{step.Name} {HealthText.Took(step.Took)}"))}"))
            {
                Latency = slowest,
                Data = _done.ToDictionary(static step => string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(step.Name[0])}{step.Name[1..]}"), static step => (object?)step.Took, StringComparer.OrdinalIgnoreCase),
            };
        }
    }
}
