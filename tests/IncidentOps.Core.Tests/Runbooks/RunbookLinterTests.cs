using IncidentOps.Core.Procedures;
using IncidentOps.Core.Runbooks.Linting;
using IncidentOps.Core.Tests.Configuration;
using IncidentOps.Core.Tests.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Runbooks;

public sealed class RunbookLinterTests
{
    private static string RulesAt(string runbook) => string.Join(' ', RunbookLinter.Lint(runbook, null).Select(finding => $"{finding.RuleId["runbook/".Length..]}:{finding.Line}"));

    private static string Fence(string attributes, string command, string language = "bash") => $"```{language} {{{attributes}}}\n{command}\n```\n";

    [Fact]
    public void The_built_in_runbooks_lint_clean()
    {
        string[] files = Directory.GetFiles(Path.Join(Path.GetDirectoryName(ProcedureSource.BuiltIn.Path), "runbooks"), "*-*.md");
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Empty(RunbookLinter.LintFile(file)));
    }

    [Theory]
    [InlineData("# Nothing\n\nBe brave.\n", "no-steps:1")]
    [InlineData("```fish\nset x (date)\n```\n", "unknown-shell:1")]
    [InlineData("```cmd\ndir\n```\n", "unknown-shell:1")]
    [InlineData("```bash\nhtop\n```\n", "interactive-command:1")]
    [InlineData("```bash {host=web-*,db-1}\nuptime\n```\n", "")]
    [InlineData("```bash {host=\"two words\"}\nuptime\n```\n", "host-pattern:1")]
    [InlineData("```powershell {host=web-1}\nGet-Date\n```\n", "host-pattern:1")]
    [InlineData("```bash {parallel=look}\nuptime\n```\n\n```bash {parallel=look}\ndf -h\n```\n", "")]
    [InlineData("```bash {parallel=look}\nuptime\n```\n\n```bash {parallel=look}\ntouch x\n```\n", "alone-in-group:5")]
    [InlineData("```bash {parallel=look}\nPOD=$(hostname)\n```\n\n```bash {parallel=look}\necho \"$POD\"\n```\n", "alone-in-group:1")]
    [InlineData("```bash\npsql -h db\n```\n", "interactive-command:1")]
    [InlineData("```sql\nselect 1\n```\n", "")]
    [InlineData("```bash\nuptime\n```\n", "")]
    [InlineData("1. Look at the dashboard\n", "")]
    [InlineData("See [there](#nowhere).\n\n```bash\nuptime\n```\n", "dead-link:1")]
    [InlineData("```bash {timeout=soon}\nuptime\n```\n", "attribute:1")]
    [InlineData("```bash {risk=harmless}\nuptime\n```\n", "attribute:1")]
    [InlineData("```bash {risk=read}\nrm -rf cache\n```\n\n## Rollback\n\n1. Bring it back\n", "stated-risk:1")]
    public void Finds_what_is_wrong(string runbook, string expected) => Assert.Equal(expected, RulesAt(runbook));

    [Theory]
    [InlineData("on-failure=goto:undo", "uptime", "unreachable-goto:1")]
    [InlineData("on-failure=goto:other", "uptime", "")]
    [InlineData("#self on-failure=goto:self", "uptime", "unreachable-goto:1")]
    [InlineData("on-failure=stop", "uptime", "")]
    [InlineData("undo=nobody", "systemctl stop x", "unknown-undo:1")]
    [InlineData("undo=other", "systemctl stop x", "")]
    [InlineData("#other", "uptime", "duplicate-id:5")]
    [InlineData("", "rm -rf cache", "destructive-without-undo:1")]
    [InlineData("undo=other", "rm -rf cache", "")]
    public void Jumps_and_undo_lead_to_another_step(string attributes, string command, string expected) =>
        Assert.Equal(expected, RulesAt(Fence(attributes, command) + "\n" + Fence("#other", "uptime")));

    [Fact]
    public void A_rollback_section_is_a_way_back_too() =>
        Assert.Equal("", RulesAt("```bash\nrm -rf cache\n```\n\n## Rollback\n\n1. Copy the cache back\n"));

    [Theory]
    [InlineData("kubectl wait pod/x --for=condition=Ready", true)]
    [InlineData("kubectl wait pod/x --for=condition=Ready --timeout=30s", false)]
    [InlineData("kubectl rollout status deploy/x", true)]
    [InlineData("oc get pods -w", true)]
    [InlineData("sudo -n journalctl -u x -f", true)]
    [InlineData("journalctl -u x -n 50", false)]
    [InlineData("tail -f /var/log/x | grep ERROR", true)]
    [InlineData("tail -n 20 /var/log/x", false)]
    [InlineData("timeout 30 tail -f /var/log/x", false)]
    [InlineData("until curl -fs localhost; do sleep 1; done", true)]
    [InlineData("while read -r line; do echo \"$line\"; done < /etc/hosts", false)]
    [InlineData("ping 127.0.0.1", true)]
    [InlineData("ping -c3 127.0.0.1", false)]
    [InlineData("vmstat 1", true)]
    [InlineData("vmstat 1 5", false)]
    [InlineData("aws rds wait db-instance-available", true)]
    [InlineData("echo $(docker wait x)", true)]
    public void A_command_that_waits_needs_an_end(string command, bool expected)
    {
        Assert.Equal(expected, RulesAt(Fence("", command)).Contains("missing-timeout", StringComparison.Ordinal));
        Assert.DoesNotContain("missing-timeout", RulesAt(Fence("timeout=1m", command)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("---\nparameters: { pod: { description: The pod } }\n---\n", "undefined-parameter:5")]
    [InlineData("---\nparameters: { pod: x, zone: y }\n---\n", "")]
    [InlineData("---\nparameters: { pod: x, zone: y, spare: z }\n---\n", "unused-parameter:1")]
    [InlineData("---\nparameters: { pod: x, zone: { pattern: '[' } }\n---\n", "parameter-pattern:2")]
    [InlineData("---\nparameters: [\n---\n", "front-matter:4")]
    [InlineData("---\nlayout: {1. page\ntitle: Shop\nparameters: [pod, zone]\n---\n", "front-matter:2")]
    public void Parameters_and_front_matter_agree(string front, string expected) =>
        Assert.Equal(expected, RulesAt(front + (front.Length == 0 ? "" : "\n") + Fence("", "echo \"$pod\" \"$zone\"")));

    [Fact]
    public void Comments_suppress_findings_and_every_finding_says_what_to_do()
    {
        string runbook = Fence("", "rm -rf cache") + "\n" + Fence("undo=nobody on-failure=goto:nobody", "tail -f x") + "\n```fish\nx\n```\n";
        IReadOnlyList<Finding> all = RunbookLinter.Lint(runbook, "x.md");

        Assert.Equal(5, all.Count);
        Assert.All(all, finding => Assert.False(string.IsNullOrEmpty(finding.Remedy)));
        Assert.All(all, finding => Assert.Equal("x.md", finding.Path));
        Assert.Equal(4, RunbookLinter.Lint("<!-- incidentops-disable-next-line destructive-without-undo -->\n" + runbook, null).Count);
    }

    [Fact]
    public void Links_to_files_are_followed_from_the_runbooks_folder()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(Path.Join(folder.Path, "there.md"), "x");
        string runbook = Path.Join(folder.Path, "runbook.md");
        File.WriteAllText(runbook, "[a](there.md) [b](gone.md)\n\n1. Look\n");

        Finding finding = Assert.Single(RunbookLinter.LintFile(runbook));

        Assert.Equal(("runbook/dead-link", 1), (finding.RuleId, finding.Line));
        Assert.Contains("gone.md", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Public_runbooks_are_linted_without_an_error()
    {
        foreach (string file in Directory.GetFiles(SharedFiles.Require("corpus", "runbooks"), "*.md", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(RunbookLinter.LintFile(file), finding => finding.RuleId is RunbookRules.Unreadable or RunbookRules.FrontMatter);
        }
    }

    [Fact]
    public void Every_rule_is_listed_once() =>
        Assert.Equal(RunbookRules.All.Count, RunbookRules.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
}
