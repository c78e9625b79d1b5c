using System.Management.Automation;
using IncidentOps.PowerShell.Tests.Incidents;

namespace IncidentOps.PowerShell.Tests.Runbooks;

public sealed class InvokeRunbookTests
{
    [Fact]
    public void Runs_what_only_looks_and_gives_one_run()
    {
        using var session = Session("1. Say `echo hello`\n2. Say more: `echo \"<what>\"`");

        ScriptResult result = session.Invoke("Invoke-Runbook -Path x.md -Parameter @{ what = 'a \"b\" $(c)' } -Verbose").Succeeded();

        PSObject run = Assert.Single(result.Output);
        Assert.Equal("Succeeded", $"{run.Properties["Status"].Value}");
        Assert.Contains(result.Verbose, line => line.Message == "1> hello");
        Assert.Equal("a \"b\" $(c)", session.Invoke("(Invoke-Runbook -Path x.md -Parameter @{ what = 'a \"b\" $(c)' }).Steps[1].Output").Output[0].BaseObject);
    }

    [Fact]
    public void What_would_have_to_ask_fails_where_nobody_can_be_asked()
    {
        using var session = Session("1. Change `touch made`\n2. Look `echo hello`");

        ScriptResult result = session.Invoke("Invoke-Runbook -Path x.md");

        Assert.Contains("-Confirm:$false", result.Failed("RunbookNeedsConfirmation").ToString(), StringComparison.Ordinal);
        Assert.Equal("Failed", $"{Assert.Single(result.Output).Properties["Status"].Value}");
        Assert.False(File.Exists(Path.Combine(session.Folder, "made")));

        session.Invoke("Invoke-Runbook -Path x.md -Confirm:$false").Succeeded();
        Assert.True(File.Exists(Path.Combine(session.Folder, "made")));
    }

    [Fact]
    public void WhatIf_names_every_step_and_runs_none()
    {
        using var session = Session("1. Change `touch made`\n2. Look `touch \"<seen>\"`");

        PSObject run = Assert.Single(session.Invoke("Invoke-Runbook -Path x.md -WhatIf").Succeeded().Output);

        Assert.Equal("Planned", $"{run.Properties["Status"].Value}");
        Assert.False(File.Exists(Path.Combine(session.Folder, "made")));
    }

    [Fact]
    public void A_failing_step_is_an_error_and_the_run_is_there_all_the_same()
    {
        using var session = Session("1. Look `cat /nowhere/at/all`");

        ScriptResult result = session.Invoke("Invoke-Runbook -Path x.md; $?");

        result.Failed("RunbookFailed");
        Assert.Equal(2, result.Output.Count);
        Assert.Equal(false, result.Output[1].BaseObject);
    }

    [Fact]
    public void Steps_join_the_incident()
    {
        using var session = Session("1. Say `echo hello`\n2. Think about it");

        ScriptResult result = session.Invoke(
            "$i = New-Incident 'Checkout fails' -Severity P1 -Service checkout; Invoke-Runbook -Path x.md -Incident $i.Id | Out-Null; Get-IncidentTimeline $i.Id");

        string timeline = string.Join('\n', result.Succeeded().Output);
        Assert.Contains("Step 1 started on localhost: Say", timeline, StringComparison.Ordinal);
        Assert.Contains("Runbook x waiting", timeline, StringComparison.Ordinal);
        Assert.Contains(result.Warnings, warning => warning.Message.Contains("waits for a person", StringComparison.Ordinal));
    }

    [Fact]
    public void The_plan_that_runs_joins_the_incident_and_findings_become_notes()
    {
        using ModuleRunspace session = new(host: new AnsweringHost(text: "the disk is full"));
        File.WriteAllText(Path.Join(session.Folder, "x.md"), "## Diagnosis\n\n1. Say `echo hello`\n2. Think about it\n3. More `touch made`");

        string plan = session.Invoke(
            "$null = New-Incident 'Checkout fails' -Severity P1 -Service checkout; $run = Invoke-Runbook -Path x.md -Incident 1 -Step 1, 2; if ($run.Plan -eq (Get-RunbookPlan -Path x.md -Incident 1 -Step 1, 2).Hash) { $run.Plan }").Single<string>();

        string[] timeline = [.. session.Invoke("Get-IncidentTimeline 1 | ForEach-Object { \"$($_.Type)|$($_.Text)|$($_.Detail)\" }").All<string>()];
        Assert.Contains($"RunbookStarted|Runbook x started (3 steps)|Plan: {plan[..12]}\nChosen: steps 1, 2", timeline);
        Assert.Single(timeline, line => line == "NoteAdded|Think about it: the disk is full|");
    }

    [Theory]
    [InlineData("", "-Rollback")]
    [InlineData(" {on-failure=rollback}", "")]
    public void A_failed_run_is_taken_back_and_says_so(string attributes, string parameter)
    {
        using var session = Session($"```bash {{#make undo=back}}\ntouch made\n```\n\n```bash{attributes}\nls made && false\n```\n\n```bash {{#back}}\nrm made\n```\n");

        ScriptResult result = session.Invoke(
            $"$i = New-Incident 'Checkout fails' -Severity P1 -Service checkout; Invoke-Runbook -Path x.md -Incident $i.Id -Confirm:$false {parameter}");

        Assert.Contains("taken back: step 1 by step 3", result.Failed("RunbookFailed").ToString(), StringComparison.Ordinal);
        Assert.Equal("Failed", $"{Assert.Single(result.Output).Properties["Status"].Value}");
        Assert.False(File.Exists(Path.Combine(session.Folder, "made")));
        Assert.Contains("Step 3 started on localhost", string.Join('\n', session.Invoke("(Get-IncidentTimeline INC-1).Text").All<string>()), StringComparison.Ordinal);
    }

    [Fact]
    public void Built_in_runbooks_are_found_and_completed()
    {
        using var session = Session("");

        Assert.Equal("application-down", session.Invoke("(Get-Runbook application-down).Name").Succeeded().Output[0].BaseObject);
        Assert.True(session.Invoke("Get-Runbook").Succeeded().Output.Count >= 5);
        Assert.Contains("application-down", session.Complete("Invoke-Runbook app").Select(completion => completion.CompletionText));
        session.Invoke("Get-Runbook no-such-runbook").Failed("RunbookNotFound");
    }

    [Fact]
    public void The_guides_scenarios_are_found_completed_and_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These steps are written for a Unix shell.");
        using ModuleRunspace session = new("guide: guide.md\n");
        string guide = Path.Combine(session.Folder, "guide.md");
        File.WriteAllText(
            guide, "# Guide\n\n## Severity Levels\n\n- **P1**: Down\n- **P2**: Slow\n\n## Common Scenarios\n\n### Queue Stuck\n\n**Symptoms**: jobs wait\n\n**Response**:\n1. Say `echo hello`\n");

        Assert.Equal("queue-stuck|Queue Stuck|10|jobs wait", session.Invoke("Get-Runbook queue* | ForEach-Object { $_.Name, $_.Title, $_.Line, $_.Symptoms[0] -join '|' }").Single<string>());
        Assert.Contains("queue-stuck", session.Complete("Get-Runbook q").Select(completion => completion.CompletionText));
        Assert.Equal("hello", session.Invoke("(Invoke-Runbook 'Queue Stuck').Steps[0].Output").Single<string>());
        Assert.Equal("10", session.Invoke("(Get-Runbook -Name queue-stuck).Line.ToString()").Single<string>());
    }

    private static ModuleRunspace Session(string markdown)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These steps are written for a Unix shell.");
        ModuleRunspace session = new();
        File.WriteAllText(Path.Combine(session.Folder, "x.md"), markdown);
        return session;
    }
}
