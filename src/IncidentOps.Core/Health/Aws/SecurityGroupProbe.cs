using System.Globalization;
using System.Xml.Linq;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Aws;

/// <summary>Whether a security group lets a source in at a port.</summary>
internal sealed class SecurityGroupProbe : IHealthProbe
{
    public const string Service = "ec2";
    public const string Version = "2016-11-15";

    public string Kind => "security-group";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        string group = check.Required<string>("group");
        attempt.Silence = "AWS gave no answer";
        attempt.SilenceStatus = HealthStatus.Unknown;
        (AwsCheck? aws, ProbeOutcome? failure) = await AwsCheck.FindAsync(check, attempt, cancellationToken);
        if (aws is null)
        {
            return failure!;
        }

        try
        {
            XElement answer = await aws.Query(Service, Version, attempt.Time).AskAsync("DescribeSecurityGroups", cancellationToken, ("GroupId.1", group));
            return answer.Element("securityGroupInfo")?.Element("item") is { } found
                ? Judge(check, group, Rules(found))
                : ProbeOutcome.Unknown(HealthText.OneLine($"AWS knows no security group {group} in {aws.Region}"));
        }
        catch (Exception refusal) when (AwsCheck.IsKnown(refusal))
        {
            return AwsCheck.Describe(refusal, $"AWS knows no security group {group} in {aws.Region}");
        }
    }

    internal static ProbeOutcome Judge(CheckDefinition check, string group, IReadOnlyList<SecurityGroupRule> rules)
    {
        int? port = check.Setting<int?>("port", null);
        string source = check.Setting("source", "0.0.0.0/0");
        string protocol = check.Setting("protocol", "tcp");
        bool wanted = check.Setting("expect", "open") == "open";
        bool open = rules.Any(rule => rule.Admits(protocol, port, source));
        return new ProbeOutcome(
            open == wanted ? HealthStatus.Healthy : HealthStatus.Unhealthy,
            HealthText.OneLine(string.Create(CultureInfo.InvariantCulture, $"{group} {(open ? "lets" : "does not let")} {source} in at {protocol}{(port is null ? "" : $" {port}")}")))
        {
            IsFinal = true,
            Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["Open"] = open, ["Rules"] = rules.Count },
        };
    }

    private static IReadOnlyList<SecurityGroupRule> Rules(XElement group) =>
    [
        .. (group.Element("ipPermissions")?.Elements("item") ?? []).Select(static rule => new SecurityGroupRule(
            rule.Element("ipProtocol")?.Value ?? "",
            Number(rule, "fromPort"),
            Number(rule, "toPort"),
            [.. rule.Descendants().Where(static source => source.Name.LocalName is "cidrIp" or "cidrIpv6" or "groupId" or "prefixListId").Select(static source => source.Value)])),
    ];

    private static int? Number(XElement rule, string name) =>
        int.TryParse(rule.Element(name)?.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;
}
