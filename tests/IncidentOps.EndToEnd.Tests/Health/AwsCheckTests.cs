using System.Globalization;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.S3;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;
using IncidentOps.Core.Health.Aws;
using IncidentOps.EndToEnd.Tests.Console;
using IncidentOps.Health;

namespace IncidentOps.EndToEnd.Tests.Health;

/// <summary>The checks on AWS against an imitation of it.</summary>
public sealed class AwsCheckTests : IAsyncLifetime
{
    private const string Region = "us-east-1";
    private static readonly AwsKeys Keys = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null);

    private MotoServer? _aws;
    private HealthSession? _session;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private MotoServer Aws => _aws!;

    public async ValueTask InitializeAsync()
    {
        _aws = await MotoServer.StartAsync();
        _session = new HealthSession(TimeProvider.System) { Aws = new Identity() };
    }

    public async ValueTask DisposeAsync()
    {
        _session?.Dispose();
        if (_aws is { } aws)
        {
            await aws.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_instance_tells_its_status_and_its_parts()
    {
        await AskAsync(
            RdsClient.Service,
            RdsClient.Version,
            "CreateDBInstance",
            ("DBInstanceIdentifier", "app"),
            ("DBInstanceClass", "db.t3.micro"),
            ("Engine", "postgres"),
            ("AllocatedStorage", "20"),
            ("MasterUsername", "ada"),
            ("MasterUserPassword", "hunter2hunter2"));

        string check = $"rds: {{ instance: app, endpoint: '{Aws.Url}', metrics-endpoint: '{Aws.Url}' }}";
        HealthCheckResult[] unmeasured = [.. await RunAsync(check)];
        await AskAsync(
            CloudWatchClient.Service,
            CloudWatchClient.Version,
            "PutMetricData",
            ("Namespace", "AWS/RDS"),
            ("MetricData.member.1.MetricName", "FreeStorageSpace"),
            ("MetricData.member.1.Dimensions.member.1.Name", "DBInstanceIdentifier"),
            ("MetricData.member.1.Dimensions.member.1.Value", "app"),
            ("MetricData.member.1.Timestamp", DateTimeOffset.UtcNow.AddMinutes(-2).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            ("MetricData.member.1.Unit", "Bytes"),
            ("MetricData.member.1.Value", "2147483648"));
        IReadOnlyList<HealthCheckResult> results = await RunAsync(check);
        HealthCheckResult missing = Assert.Single(await RunAsync($"rds: {{ instance: nothing, endpoint: '{Aws.Url}' }}"));

        Assert.Equal(["rds", "rds/storage", "rds/maintenance", "rds/events", "rds/logs"], results.Select(result => result.Check));
        Assert.Equal((HealthStatus.Unknown, "CloudWatch has no figure of the free storage yet"), (unmeasured[1].Status, unmeasured[1].Reason));
        Assert.Equal((HealthStatus.Degraded, "90% used, more than 85%, 2 GB of 20 GB free"), (results[1].Status, results[1].Reason));
        Assert.Equal(HealthStatus.Healthy, results[0].Status);
        Assert.Matches(@"^app is available, postgres [\d.]+, 20 GB$", results[0].Reason);
        Assert.Equal((HealthStatus.Unknown, $"AWS knows no database instance nothing in {Region}"), (missing.Status, missing.Reason));
    }

    [Fact]
    public async Task A_security_group_lets_in_what_its_rules_say()
    {
        XElement created = await AskAsync(SecurityGroupProbe.Service, SecurityGroupProbe.Version, "CreateSecurityGroup", ("GroupName", "database"), ("GroupDescription", "for the test"));
        string group = created.Element("groupId")!.Value;
        await AskAsync(
            SecurityGroupProbe.Service,
            SecurityGroupProbe.Version,
            "AuthorizeSecurityGroupIngress",
            ("GroupId", group),
            ("IpPermissions.1.IpProtocol", "tcp"),
            ("IpPermissions.1.FromPort", "5432"),
            ("IpPermissions.1.ToPort", "5432"),
            ("IpPermissions.1.IpRanges.1.CidrIp", "10.0.0.0/16"));

        HealthCheckResult open = Assert.Single(await RunAsync($"security-group: {{ group: {group}, port: 5432, source: 10.0.3.4, endpoint: '{Aws.Url}' }}"));
        HealthCheckResult closed = Assert.Single(await RunAsync($"security-group: {{ group: {group}, port: 5432, source: 10.9.3.4, endpoint: '{Aws.Url}' }}"));
        HealthCheckResult missing = Assert.Single(await RunAsync($"security-group: {{ group: sg-0123456789abcdef0, endpoint: '{Aws.Url}' }}"));

        Assert.Equal((HealthStatus.Healthy, $"{group} lets 10.0.3.4 in at tcp 5432"), (open.Status, open.Reason));
        Assert.Equal((HealthStatus.Unhealthy, $"{group} does not let 10.9.3.4 in at tcp 5432"), (closed.Status, closed.Reason));
        Assert.Equal((HealthStatus.Unknown, $"AWS knows no security group sg-0123456789abcdef0 in {Region}"), (missing.Status, missing.Reason));
    }

    [Fact]
    public async Task A_bucket_is_timed_and_left_as_it_was()
    {
        using var s3 = new AmazonS3Client(
            new BasicAWSCredentials(Keys.AccessKey, Keys.SecretKey),
            new AmazonS3Config { ServiceURL = Aws.Url.ToString(), ForcePathStyle = true, AuthenticationRegion = Region });
        await s3.PutBucketAsync("uploads", Stop);

        HealthCheckResult list = Assert.Single(await RunAsync($"s3: {{ bucket: uploads, endpoint: '{Aws.Url}' }}"));
        HealthCheckResult write = Assert.Single(await RunAsync($"s3: {{ bucket: uploads/health/, write: true, endpoint: '{Aws.Url}' }}"));
        HealthCheckResult missing = Assert.Single(await RunAsync($"s3: {{ bucket: nothing-here, endpoint: '{Aws.Url}' }}"));

        Assert.Equal(HealthStatus.Healthy, list.Status);
        Assert.Matches("^uploads: list .+$", list.Reason);
        Assert.Matches("^uploads/health/: list .+, put .+, get .+, delete .+$", write.Reason);
        Assert.Equal(["Delete", "Get", "List", "Put"], write.Data.Keys.Order(StringComparer.Ordinal));
        Assert.True(write.Latency > TimeSpan.Zero);
        Assert.Empty((await s3.ListObjectsV2Async(new() { BucketName = "uploads" }, Stop)).S3Objects ?? []);
        Assert.Equal((HealthStatus.Unknown, "S3 knows no bucket nothing-here"), (missing.Status, missing.Reason));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keys_and_region_come_from_where_AWSs_tools_have_them(bool inVariables)
    {
        await AskAsync(SecurityGroupProbe.Service, SecurityGroupProbe.Version, "CreateSecurityGroup", ("GroupName", "web"), ("GroupDescription", "for the test"));
        XElement known = await AskAsync(SecurityGroupProbe.Service, SecurityGroupProbe.Version, "DescribeSecurityGroups", ("GroupName.1", "web"));
        string group = known.Descendants("groupId").First().Value;
        using var console = new ConsoleRun();
        console.Environment["INCIDENTOPS_MODULE"] = Path.Combine(Repository.Root, "out", "IncidentOps");
        console.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        console.Environment["AWS_ACCESS_KEY_ID"] = inVariables ? Keys.AccessKey : null;
        console.Environment["AWS_SECRET_ACCESS_KEY"] = inVariables ? Keys.SecretKey : null;
        console.Environment["AWS_REGION"] = inVariables ? Region : null;
        console.Environment["AWS_PROFILE"] = null;
        console.Environment["AWS_SHARED_CREDENTIALS_FILE"] = console.PathOf("credentials");
        console.Environment["AWS_CONFIG_FILE"] = console.PathOf("config");
        await File.WriteAllTextAsync(console.PathOf("credentials"), inVariables ? "" : $"[default]\naws_access_key_id = {Keys.AccessKey}\naws_secret_access_key = {Keys.SecretKey}\n", Stop);
        await File.WriteAllTextAsync(console.PathOf("config"), inVariables ? "" : $"[default]\nregion = {Region}\n", Stop);
        string configuration = console.PathOf("aws.yaml");
        await File.WriteAllTextAsync(configuration, $"services: {{ web: {{ checks: [{{ security-group: {{ group: {group}, expect: closed, endpoint: '{Aws.Url}' }} }}] }} }}", Stop);

        ConsoleResult result = await console.RunAsync("-Command", $"(Get-ServiceHealth -ConfigurationPath '{configuration}').Reason");

        Assert.Equal(("", $"{group} does not let 0.0.0.0/0 in at tcp"), (result.Error, result.Output.Trim()));
    }

    private async Task<XElement> AskAsync(string service, string version, string action, params (string Name, string Value)[] parameters) =>
        await new AwsQueryClient(service, version, Region, Aws.Url, Keys, TimeProvider.System).AskAsync(action, Stop, parameters);

    private async Task<IReadOnlyList<HealthCheckResult>> RunAsync(string yaml) =>
        await new HealthCheckRunner(_session!, new SecretResolver(new OrganisationConfiguration(), SystemEnvironment.Instance))
            .RunAsync("aws", CheckReader.Read(YamlReader.Read(yaml, "test.yaml")).Single() with { Retries = 0, Timeout = TimeSpan.FromMinutes(1) }, null, Stop, Stop);

    private sealed class Identity : IAwsIdentity
    {
        public Task<AwsKeys?> KeysAsync(string? profile, CancellationToken cancellationToken) => Task.FromResult<AwsKeys?>(Keys);

        string? IAwsIdentity.Region(string? profile) => Region;
    }
}
