using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>The guide that is shipped and the guide it was made from state the same facts.</summary>
public sealed class BuiltInGuideTests
{
    public static TheoryData<string> Guides => ["built-in", "seed"];

    private static Procedure Compile(string guide) => guide == "seed" ? ProcedureSource.Compile(SharedFiles.SeedGuide()) : ProcedureSource.BuiltIn.Load();

    [Theory]
    [MemberData(nameof(Guides))]
    public void Severities_have_their_times(string guide)
    {
        Procedure procedure = Compile(guide);
        Assert.Equal(["P0 Critical", "P1 High", "P2 Medium", "P3 Low"], procedure.Severities.Select(level => level.ToString()));
        Assert.Equal([5, 15, 60, 240], procedure.Severities.Select(level => level.ResponseTime!.Value.TotalMinutes));
        Assert.Equal([false, false, false, true], procedure.Severities.Select(level => level.BusinessHours));
        Assert.Equal([4, 3, 3, 3], procedure.Severities.Select(level => level.Examples.Count));
        Assert.All(procedure.Severities, level => Assert.False(string.IsNullOrEmpty(level.Definition)));
        Assert.Equal("Next business day", procedure.Severities[3].Escalation);
        Assert.Equal([0, 1, 2, 3], procedure.Severities.Select(level => level.Rank));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Phases_keep_their_activities_and_commands(string guide)
    {
        Procedure procedure = Compile(guide);
        Assert.Equal(["Detection", "Triage", "Response", "Resolution", "Post-Incident"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal([7, 4, 13, 6, 10], procedure.Phases.Select(phase => phase.Activities.Count));
        Assert.Contains("curl http://localhost:8000/api/health", procedure.Phases[1].Commands);
        Assert.Contains("df -h", procedure.Phases[1].Commands);
        Assert.Equal("Immediate Actions", procedure.Phases[2].Activities[0].Group);
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Checklists_have_27_tasks(string guide)
    {
        Procedure procedure = Compile(guide);
        Assert.Equal(["Initial Response", "Investigation", "Resolution", "Communication", "Post-Incident"], procedure.Checklists.Select(list => list.Name));
        Assert.Equal([7, 6, 5, 4, 5], procedure.Checklists.Select(list => list.Tasks.Count));
        Assert.All(procedure.Checklists, list => Assert.NotNull(list.Phase));
        Assert.Equal(["P0", "P1"], procedure.Checklists[3].Tasks[3].Severities);
        Assert.Empty(procedure.Checklists[3].Tasks[2].Severities);
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Scenarios_have_symptoms_and_five_steps(string guide)
    {
        Procedure procedure = Compile(guide);
        Assert.Equal(
            ["Application Down", "Database Connection Failure", "High Error Rate", "Performance Degradation"],
            procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.All(procedure.Scenarios, scenario => Assert.Equal(2, scenario.Symptoms.Count));
        Assert.All(procedure.Scenarios, scenario => Assert.Equal([1, 2, 3, 4, 5], scenario.Steps.Select(step => step.Number)));
        Assert.Equal(["sudo systemctl status fastapi"], procedure.Scenarios[0].Steps[0].Commands);
        Assert.Equal(["htop", "df -h"], procedure.Scenarios[3].Steps[0].Commands);
        Assert.Empty(procedure.Scenarios[1].Steps[1].Commands);
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Escalation_serves_the_severities_it_names(string guide)
    {
        Procedure procedure = Compile(guide);
        Assert.Equal(["On-Call Engineer", "DevOps Lead", "Engineering Manager", "CTO/Management"], procedure.EscalationLevels.Select(level => level.Name));
        Assert.Equal([1, 2, 3, 4], procedure.EscalationLevels.Select(level => level.Order));
        Assert.Equal(["P0 P1 P2 P3", "P0 P1", "P0", "P0"], procedure.EscalationLevels.Select(level => string.Join(' ', level.Severities)));
        Assert.All(procedure.EscalationLevels, level => Assert.Equal(3, level.Duties.Count));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Templates_carry_emoji_and_placeholders(string guide)
    {
        Procedure procedure = Compile(guide);
        Assert.Equal(["Initial Alert", "Status Update", "Resolution"], procedure.Templates.Select(template => template.Name));
        Assert.StartsWith("🚨 INCIDENT ALERT - [Severity] - [Component]", procedure.Templates[0].Body, StringComparison.Ordinal);
        Assert.StartsWith("📊", procedure.Templates[1].Body, StringComparison.Ordinal);
        Assert.StartsWith("✅", procedure.Templates[2].Body, StringComparison.Ordinal);
        Assert.Equal(["Severity", "Component", "Timestamp", "Description", "Users/Features"], procedure.Templates[0].Placeholders);
        Assert.Equal(["Ticket #", "Timestamp", "Time", "Description", "What was done", "Follow-up actions"], procedure.Templates[2].Placeholders);
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Rotation_post_mortem_and_the_rest(string guide)
    {
        Procedure procedure = Compile(guide);
        Assert.Equal("Incident Response Procedures", procedure.Title);
        Assert.Equal(TimeSpan.FromHours(48), procedure.PostMortemWithin);
        Assert.Equal(new MonitoringWindow(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60)), procedure.MonitoringWindow);
        Assert.Equal((DayOfWeek.Monday, new TimeOnly(9, 0), TimeSpan.FromDays(7)), (procedure.Rotation!.HandoffDay!.Value, procedure.Rotation.HandoffTime!.Value, procedure.Rotation.ShiftLength!.Value));
        Assert.Equal(["Primary", "Secondary"], procedure.Rotation.Members.Select(member => member.Name));
        Assert.Equal(["Monitoring", "Logs", "Incident Tracking", "Communication", "Status Page", "Runbooks"], procedure.Tools.Select(tool => tool.Name));
        Assert.Equal(["On-Call Engineer", "DevOps Lead", "Engineering Manager", "AWS Support", "Emergency Escalation"], procedure.Contacts.Select(contact => contact.Name));
        Assert.StartsWith("# Incident Post-Mortem: [Title]", procedure.PostMortemTemplate, StringComparison.Ordinal);
        Assert.Contains("## Prevention", procedure.PostMortemTemplate, StringComparison.Ordinal);
    }

    [Fact]
    public void The_built_in_guide_compiles_without_findings() => Assert.Empty(Compile("built-in").Findings);

    [Fact]
    public void The_seed_guide_warns_of_its_three_misdecoded_emoji_and_of_nothing_else()
    {
        Procedure procedure = Compile("seed");
        Assert.Equal([243, 252, 261], procedure.Findings.Where(finding => finding.RuleId == "guide/misdecoded-text").Select(finding => finding.Line));
        Assert.All(procedure.Findings, finding => Assert.Equal("guide/misdecoded-text", finding.RuleId));
    }
}
