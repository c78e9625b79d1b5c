using IncidentOps.Core.Configuration;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Planning;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Runbooks.Sql;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

/// <summary>What a plan says, what its hash stands for, and what has to be approved.</summary>
public sealed class RunbookPlanTests : RunnerBench
{
    private const string Markdown =
        """
        ---
        parameters: { unit: { default: web }, token: { secret: true, default: none } }
        ---
        1. Look: `systemctl status "$unit"`
        2. Ask the others
        3. Say: `echo "<what>" '$unit' "$token"`

        ```bash {#wipe timeout=30s approve=Commander}
        rm -rf "/srv/$unit/cache"
        ```
        """;

    private static RunbookRunRequest Request(string markdown = Markdown, params (string Name, string Value)[] values) => new()
    {
        Runbook = RunbookReader.Read(markdown),
        Parameters = values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal),
        Environment = new Dictionary<string, string>(StringComparer.Ordinal),
    };

    [Fact]
    public void Values_are_filled_in_and_each_step_says_what_it_does_and_asks()
    {
        RunbookPlan plan = RunbookPlanner.Plan(Request(Markdown, ("what", "two words"), ("token", "s3cr3t")));

        Assert.Equal(["systemctl status \"web\"", null, "echo \"<what>\" '$unit' \"$token\"", "rm -rf \"/srv/web/cache\""], plan.Steps.Select(step => step.Command));
        Assert.Equal([Risk.Read, Risk.Unknown, Risk.Read, Risk.Destructive], plan.Steps.Select(step => step.Risk));
        Assert.Equal([null, "what was found", null, "before it runs"], plan.Steps.Select(step => step.Asks));
        Assert.Equal([TimeSpan.FromMinutes(5), null, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30)], plan.Steps.Select(step => step.Timeout));
        Assert.Equal("***", plan.Values["token"]);
        Assert.Equal("two words", plan.Values["what"]);
        Assert.Equal(["the approval of Commander"], plan.Missing);
        Assert.False(plan.IsApproved);
    }

    [Fact]
    public void The_hash_changes_with_all_that_decides_what_runs()
    {
        RunbookRunRequest request = Request(Markdown, ("what", "a"));
        string[] hashes =
        [
            .. new[]
            {
                request,
                Request(Markdown, ("what", "b")),
                Request(Markdown, ("what", "a"), ("unit", "api")),
                Request(Markdown + "\n", ("what", "a")),
                request with { Incident = "INC-1" },
                request with { ReadOnly = true },
                request with { Selection = new RunbookSelection { Steps = ["1"] } },
            }.Select(each => RunbookPlanner.Plan(each).Hash),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(hashes, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
    }

    [Fact]
    public void An_approval_is_for_one_database()
    {
        string HashWith(string address)
        {
            OrganisationConfiguration configuration = new()
            {
                Services = [new ServiceDefinition { Name = "shop", Checks = [.. CheckReader.Read(YamlReader.Read($"postgres: {address}", "test.yaml"))] }],
            };
            SecretResolver secrets = new(configuration, SystemEnvironment.Instance);
            return RunbookPlanner.Plan(Request("```sql\ndrop table t\n```\n") with { Databases = SqlDatabases.Of(configuration, secrets, []) }).Hash;
        }

        Assert.Equal(HashWith("app@db-1/shop"), HashWith("app@db-1/shop"));
        Assert.Equal(4, new[] { "app@db-1/shop", "app@db-2/shop", "app@db-1/other", "admin@db-1/shop" }.Select(HashWith).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_hash_is_the_same_for_the_same_and_tells_nothing_of_secrets()
    {
        string hash = RunbookPlanner.Plan(Request(Markdown, ("what", "a"), ("token", "one"))).Hash;

        Assert.Equal(hash, RunbookPlanner.Plan(Request(Markdown, ("token", "two"), ("what", "a"))).Hash);
    }

    [Theory]
    [InlineData("echo $x ${x} \"$x\" $xy '$x' \\$x", "echo v1 v1 \"v1\" $xy '$x' \\$x")]
    [InlineData("echo <x> {{x}}", "echo v1 v1")]
    public void Only_plain_values_are_filled_in_and_only_where_the_shell_would(string command, string expected)
    {
        Assert.Equal(expected, FilledCommand.Of(command, new Dictionary<string, string>(StringComparer.Ordinal) { ["x"] = "v1" }));
        Assert.Equal(command, FilledCommand.Of(command, new Dictionary<string, string>(StringComparer.Ordinal) { ["x"] = "v 1" }));
        Assert.Equal(command, FilledCommand.Of(command, new Dictionary<string, string>(StringComparer.Ordinal) { ["x"] = "$(reboot)" }));
    }

    [Theory]
    [InlineData("echo hi", "approve=Commander", false, null, null, "the approval of Commander")]
    [InlineData("echo hi", "approve=Commander", false, "ada", "Scribe", "the approval of Commander")]
    [InlineData("echo hi", "approve=Commander", false, "ada", "commander", null)]
    [InlineData("rm -rf x", "", false, null, null, null)]
    [InlineData("rm -rf x", "", true, null, null, "the approval of a second person")]
    [InlineData("rm -rf x", "", true, "ada", null, "the approval of a second person")]
    [InlineData("rm -rf x", "", true, "grace", null, null)]
    [InlineData("systemctl restart x", "", true, null, null, null)]
    public void A_step_needs_the_role_it_names_and_destruction_a_second_person(
        string command, string attributes, bool secondPerson, string? approver, string? role, string? expected)
    {
        RunbookStep step = RunbookReader.Read($"```bash {{{attributes}}}\n{command}\n```\n").Steps[0];
        ApprovalRules rules = new() { SecondPerson = secondPerson, Actor = "ada", Given = approver is null ? [] : [Approval(approver, role)] };

        Assert.Equal(expected, rules.Missing(step));
    }

    [Fact]
    public async Task Without_its_approval_a_step_does_not_run_and_the_run_ends()
    {
        NeedsUnix();
        const string markdown = "```bash {approve=Commander}\necho done\n```\n\n```bash\necho after\n```\n";

        RunbookRun refused = await Run(markdown);
        Assert.Equal(RunbookRunStatus.Failed, refused.Status);
        Assert.Equal("", refused.Steps[0].Output);
        Assert.Contains("Approve-RunbookPlan", refused.Steps[0].Reason, StringComparison.Ordinal);

        RunbookRun run = await Run(markdown, request => request with { Approvals = new ApprovalRules { Given = [Approval("grace", "Commander")] } });
        Assert.Equal(RunbookRunStatus.Succeeded, run.Status);
        Assert.Equal("done", run.Steps[0].Output);
    }

    private static RunbookApproval Approval(string approver, string? role) => new()
    {
        Incident = "INC-1",
        Runbook = "x",
        Hash = "",
        Approver = approver,
        Role = role,
        At = DateTimeOffset.UnixEpoch,
    };
}
