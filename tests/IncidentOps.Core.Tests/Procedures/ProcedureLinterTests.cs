using System.Text.Json;
using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

public sealed class ProcedureLinterTests
{
    private const string Severities = "# Guide\n\n## Severity Levels\n\n| Level | Definition | Response Time |\n|---|---|---|\n| P0 | All is lost | 5 minutes |\n";

    private static string[] RulesAt(string guide, string? path = null) =>
        [.. ProcedureLinter.Lint(guide, path).Where(finding => finding.RuleId != "guide/not-compiled").Select(finding => $"{finding.RuleId["guide/".Length..]}:{finding.Line}")];

    [Fact]
    public void The_built_in_guide_lints_clean() => Assert.Empty(ProcedureLinter.LintFile(ProcedureSource.BuiltIn.Path));

    [Fact]
    public void The_seed_guide_names_what_is_to_be_filled_in()
    {
        IReadOnlyList<Finding> findings = ProcedureLinter.LintFile(SharedFiles.SeedGuide());
        Assert.Equal([271, 272, 278, 280, 282, 327, 328, 329, 330, 331], findings.Where(finding => finding.RuleId == "guide/unfilled-placeholder").Select(finding => finding.Line));
        Assert.Equal([278, 280, 282], findings.Where(finding => finding.RuleId == "guide/tool-without-address").Select(finding => finding.Line));
        Assert.Equal([114, 283], findings.Where(finding => finding.RuleId == "guide/dead-link").Select(finding => finding.Line));
        Assert.All(findings, finding => Assert.False(string.IsNullOrEmpty(finding.Remedy)));
    }

    [Fact]
    public void A_guide_without_severities_is_an_error()
    {
        Finding finding = Assert.Single(ProcedureLinter.Lint("# Guide\n\nBe brave.\n", null));
        Assert.Equal(("guide/no-severities", FindingSeverity.Error), (finding.RuleId, finding.Severity));
    }

    [Theory]
    [InlineData("| P1 | Much is lost | |\n", "missing-response-time:8")]
    [InlineData("| P1 | Much is lost | soonish |\n", "missing-response-time:8 unreadable-duration:8")]
    [InlineData("| P1 | Much is lost | best effort |\n", "missing-response-time:8")]
    [InlineData("| P0 | Again | 5 minutes |\n| P1 | x | 1 hour |\n", "duplicate-severity:8")]
    [InlineData("| P1 | x | 1 hour |\n\n## Response times\n\n- P0: 10 minutes\n- P1: 1 hour\n", "contradiction:12")]
    [InlineData("\n## Escalation Path\n\n1. **[Name]**\n2. **CTO**\n", "escalation-to-nobody:11 unfilled-placeholder:11")]
    [InlineData("\n## Scenarios\n\n### Flood\n\n**Symptoms**: water\n", "scenario-without-steps:11")]
    [InlineData("\n## Tools\n\n- **Pager**: [URL]\n- **Chat**: #incidents\n", "tool-without-address:11 unfilled-placeholder:11")]
    [InlineData("\n## Contacts\n\n- CTO: TBD\n- Ops: +1-XXX-XXX-XXXX\n", "unfilled-placeholder:11 unfilled-placeholder:12")]
    [InlineData("\nSee [there](#nowhere) and [here](#severity-levels).\n", "dead-link:9")]
    [InlineData("\n## Workflow\n\n### 1. Detection\n\n- look\n\n### 2. Resolution\n\n- mend\n\n## Bakery checklist\n\n- [ ] bread\n", "task-without-phase:19")]
    [InlineData("\n## Templates\n\n### Alert\n\n```\n[Severity] in [Component]\n```\n", "")]
    public void Finds_what_is_wrong(string rest, string expected) =>
        Assert.Equal(expected, string.Join(' ', RulesAt(Severities + rest)));

    [Fact]
    public void Follows_links_from_the_guides_folder()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "runbooks"));
            File.WriteAllText(Path.Combine(folder.FullName, "runbooks", "there.md"), "x");
            string guide = Path.Combine(folder.FullName, "guide.md");
            string text = Severities + "\n[a](runbooks/there.md#part) [b](runbooks/gone.md) [c](https://example.org/x) `runbooks/there.md` `gone.md`\n";
            Finding[] findings = [.. ProcedureLinter.Lint(text, guide).Where(finding => finding.RuleId == "guide/dead-link")];
            Assert.Equal(2, findings.Length);
            Assert.Contains("runbooks/gone.md", findings[0].Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("<!-- incidentops-disable-next-line guide/tool-without-address unfilled-placeholder -->", "")]
    [InlineData("<!-- incidentops-disable-next-line -->", "")]
    [InlineData("<!-- incidentops-disable tool-without-address -->", "unfilled-placeholder:12")]
    [InlineData("<!-- incidentops-disable-next-line guide/dead-link -->", "tool-without-address:12 unfilled-placeholder:12")]
    [InlineData("<!-- incidentops-disable -->\n<!-- incidentops-enable -->", "tool-without-address:13 unfilled-placeholder:13")]
    public void Comments_suppress_findings(string comment, string expected) =>
        Assert.Equal(expected, string.Join(' ', RulesAt($"{Severities}\n## Tools\n\n{comment}\n- **Pager**: [URL]\n")));

    [Fact]
    public void A_comment_may_speak_for_the_whole_file() =>
        Assert.Empty(RulesAt($"{Severities}\n## Tools\n\n- **Pager**: [URL]\n\n<!-- incidentops-disable-file tool-without-address, unfilled-placeholder -->\n"));

    [Fact]
    public void Every_rule_is_listed_once() =>
        Assert.Equal(GuideRules.All.Count, GuideRules.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Sarif_carries_rule_place_and_level()
    {
        Finding[] findings =
        [
            new Finding { RuleId = "guide/dead-link", Severity = FindingSeverity.Warning, Path = "/work tree/docs/guide.md", Line = 7, Message = "There is no \"x\".", Remedy = "Add it." },
            new Finding { RuleId = "runbook/own-rule", Severity = FindingSeverity.Error, Line = 0, Message = "Other." },
        ];
        using MemoryStream stream = new();
        SarifLog.Write(stream, findings, GuideRules.All, "/work tree");
        using JsonDocument log = JsonDocument.Parse(stream.ToArray());
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        JsonElement run = log.RootElement.GetProperty("runs")[0];
        JsonElement rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        Assert.Equal(["guide/dead-link", "runbook/own-rule"], results.Select(result => rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        Assert.Equal(["warning", "error"], results.Select(result => result.GetProperty("level").GetString()));
        JsonElement place = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("docs/guide.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(7, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal("There is no \"x\". Add it.", results[0].GetProperty("message").GetProperty("text").GetString());
        Assert.False(results[1].TryGetProperty("locations", out _));
    }
}
