using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Runbooks.Scripts;
using IncidentOps.Core.Tests.Configuration;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

public sealed class RunbookRunnerTests : RunnerBench
{
    [Fact]
    public async Task Steps_share_one_environment_and_folder()
    {
        RunbookRun run = await Run(
            """
            ```bash
            export NAME="two words" LINES2=$'a\nb'
            local_one=kept
            list=(one "two three")
            cd /
            ```

            ```bash
            echo "$NAME|$local_one|${list[1]}|$PWD"; echo "$LINES2"; env | grep -c local_one || true
            ```

            ```sh
            echo "$NAME"; X=from-sh
            ```

            ```bash
            echo "$X"
            ```
            """);

        Assert.Equal("two words|kept|two three|/\na\nb\n0", run.Steps[1].Output);
        Assert.Equal("two words", run.Steps[2].Output);
        Assert.Equal("from-sh", run.Steps[3].Output);
    }

    [Theory]
    [InlineData("echo <value>")]
    [InlineData("echo \"<value>\"")]
    [InlineData("echo '<value>'")]
    [InlineData("echo $'<value>'")]
    [InlineData("echo {{value}}")]
    [InlineData("echo '{{ value }}'")]
    [InlineData("echo \"$(echo <value>)\"")]
    [InlineData("echo \"`echo \"<value>\"`\"")]
    [InlineData("cat <<EOF\n<value>\nEOF")]
    [InlineData("X=<value>; echo \"$X\"")]
    [InlineData("echo \"${NOTHING:-<value>}\"")]
    [InlineData("for i in <value>; do echo \"$i\"; done")]
    [InlineData("echo \"$VALUE\"")]
    [InlineData("if true; then echo \"<value>\"; fi")]
    public async Task A_value_is_a_value_whatever_it_holds(string command)
    {
        NeedsUnix();
        string[] values =
        [
            "$(touch pwned)", "`touch pwned`", "'; touch pwned; '", "\"; touch pwned; \"", "a b  c", "a\nb; touch pwned", "*", "${HOME}",
            "\\", "\\\"", "!x", "' \" ` $ \\", "~", "x;touch pwned", "&& touch pwned", "| touch pwned", "$((1+1))", "ä😀",
        ];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("incidentops-test-");
        try
        {
            foreach (string value in values)
            {
                RunbookRun run = await Run($"```bash\n{command}\n```", request => request with
                {
                    Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = value },
                    WorkingDirectory = folder.FullName,
                });

                Assert.Equal(RunbookRunStatus.Succeeded, run.Status);
                Assert.Equal(value, run.Steps[0].Output);
                Assert.Empty(folder.GetFiles());
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("bash -c \"echo <value>\"")]
    [InlineData("eval \"echo $VALUE\"")]
    [InlineData("echo $(($VALUE + 1))")]
    [InlineData("[[ $VALUE -gt 1 ]]")]
    [InlineData("cat <<'EOF'\n<value>\nEOF")]
    public async Task A_value_that_would_be_read_as_code_is_refused(string command)
    {
        NeedsUnix();
        RunbookRun run = await Run($"```bash\n{command}\n```", request => request with
        {
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = "a[$(id)]" },
        });

        Assert.Equal(RunbookRunStatus.Failed, run.Status);
        Assert.Null(run.Steps[0].ExitCode);
    }

    [Fact]
    public async Task A_value_that_makes_more_of_a_reading_command_is_asked_about()
    {
        NeedsUnix();
        Answer = happened => (happened as StepApproval)?.Decline("no");
        RunbookRun harmless = await Run("```bash\nfind $WHERE -maxdepth 0\n```", WithValue("WHERE", "/"));
        RunbookRun harmful = await Run("```bash\nfind $WHERE -maxdepth 0\n```", WithValue("WHERE", "/nowhere -delete"));

        Assert.Equal(RunbookStepStatus.Succeeded, harmless.Steps[0].Status);
        Assert.Equal(RunbookStepStatus.Skipped, harmful.Steps[0].Status);
        Assert.Null(harmless.Reason);
        Assert.Equal((RunbookRunStatus.Succeeded, "every step was left out"), (harmful.Status, harmful.Reason));
    }

    [Fact]
    public async Task Only_reading_steps_run_without_being_asked_about()
    {
        NeedsUnix();
        RunbookRun run = await Run("1. Look: `df -h`\n2. Change: `touch /nowhere/at/all`\n3. Look again: `uptime`");

        Assert.Equal([2], Events.OfType<StepApproval>().Select(approval => approval.Step.Number));
        Assert.Equal(RunbookRunStatus.Failed, run.Status);
        Assert.Equal([RunbookStepStatus.Succeeded, RunbookStepStatus.Failed, RunbookStepStatus.Pending], run.Steps.Select(step => step.Status));
        Assert.Equal("exit code 1", run.Steps[1].Reason);
    }

    [Fact]
    public async Task What_is_declined_is_skipped_and_the_rest_goes_on()
    {
        NeedsUnix();
        Answer = happened => (happened as StepApproval)?.Decline("not now");
        RunbookRun run = await Run("1. `rm -rf /nowhere/at/all`\n2. `uptime`");

        Assert.Equal(RunbookRunStatus.Succeeded, run.Status);
        Assert.Equal("not now", run.Steps[0].Reason);
        Assert.Equal(RunbookStepStatus.Succeeded, run.Steps[1].Status);
    }

    [Fact]
    public async Task Read_only_asks_nothing_and_leaves_out_the_rest()
    {
        NeedsUnix();
        RunbookRun run = await Run("1. `uptime`\n2. `touch x`\n3. `htop`\n4. Think", request => request with { ReadOnly = true });

        Assert.Empty(Events.OfType<StepApproval>());
        Assert.Empty(Events.OfType<ManualStepReached>());
        Assert.Equal(
            [RunbookStepStatus.Succeeded, RunbookStepStatus.Skipped, RunbookStepStatus.Skipped, RunbookStepStatus.Skipped],
            run.Steps.Select(step => step.Status));
    }

    [Fact]
    public async Task A_dry_run_starts_nothing_and_needs_no_values()
    {
        RunbookRun run = await Run("1. `ls <where>`\n2. Think", request => request with { DryRun = true });

        Assert.Equal(RunbookRunStatus.Planned, run.Status);
        Assert.All(run.Steps, step => Assert.Equal("dry run", step.Reason));
        Assert.Empty(Events.OfType<StepStarted>());
    }

    [Fact]
    public async Task A_manual_step_waits_or_takes_what_was_found()
    {
        RunbookRun waiting = await Run("1. Look at the dashboard\n2. Go home");
        Answer = happened => (happened as ManualStepReached)?.Done("all red");
        RunbookRun answered = await Run("1. Look at the dashboard");

        Assert.Equal(RunbookRunStatus.Waiting, waiting.Status);
        Assert.Equal([RunbookStepStatus.Waiting, RunbookStepStatus.Pending], waiting.Steps.Select(step => step.Status));
        Assert.Equal(RunbookRunStatus.Succeeded, answered.Status);
        Assert.Equal("all red", answered.Steps[0].Output);
    }

    [Fact]
    public async Task The_intent_comes_before_the_step()
    {
        NeedsUnix();
        await Run("1. `echo hi`");

        Assert.Equal(
            "RunStarted StepStarted StepOutput StepFinished RunFinished",
            string.Join(' ', Events.Select(happened => happened.GetType().Name)));
    }

    [Fact]
    public async Task A_step_that_takes_too_long_is_ended()
    {
        NeedsUnix();
        RunbookRun run = await Run("```bash {timeout=500ms}\nsleep 300\n```");

        Assert.Equal(RunbookStepStatus.TimedOut, run.Steps[0].Status);
        Assert.Equal(RunbookRunStatus.Failed, run.Status);
    }

    [Fact]
    public async Task A_stopped_run_says_so_and_keeps_what_it_has()
    {
        NeedsUnix();
        using CancellationTokenSource stop = new();
        Answer = happened =>
        {
            if (happened is StepOutput)
            {
                stop.Cancel();
            }
        };
        RunbookRun run = await Run("1. `echo first; sleep 300`\n2. `uptime`", cancellationToken: stop.Token);

        Assert.Equal(RunbookRunStatus.Cancelled, run.Status);
        Assert.Equal("first", run.Steps[0].Output);
        Assert.Equal([RunbookStepStatus.Cancelled, RunbookStepStatus.Pending], run.Steps.Select(step => step.Status));
    }

    [Fact]
    public async Task A_failure_can_be_tried_again_or_passed_over()
    {
        NeedsUnix();
        RunbookRun run = await Run("```bash {retry=1}\ntest -n \"${AGAIN:-}\" || { AGAIN=1; false; }\n```\n\n```bash {on-failure=continue}\nfalse\n```\n\n```bash\ntrue\n```");

        Assert.Equal(RunbookRunStatus.Succeeded, run.Status);
        Assert.Equal(2, run.Steps[0].Attempt);
        Assert.Equal(RunbookStepStatus.Failed, run.Steps[1].Status);
    }

    [Fact]
    public async Task A_change_stops_at_its_first_failing_line_and_a_look_does_not()
    {
        NeedsUnix();
        RunbookRun change = await Run("```bash\ncd /nowhere/at/all\ntouch /nowhere/at/all/x; echo went on\n```");
        RunbookRun look = await Run("```bash\ncat /nowhere/at/all\necho went on\n```");

        Assert.DoesNotContain("went on", change.Steps[0].Output, StringComparison.Ordinal);
        Assert.Equal("went on", look.Steps[0].Output);
    }

    [Fact]
    public async Task Missing_wrong_and_unknown_values_are_named()
    {
        const string markdown = "---\nparameters: { unit: { pattern: '[a-z]+' }, mode: { choices: [fast, slow] } }\n---\n1. `echo \"$unit\" \"$mode\" <pod-name>`";

        IncidentOpsException missing = await Assert.ThrowsAsync<IncidentOpsException>(() => Run(markdown, WithValue("unit", "abc")));
        Assert.Equal("RunbookParameterMissing", missing.ErrorId);
        Assert.Contains("mode, pod-name", missing.Message, StringComparison.Ordinal);
        Assert.Equal("RunbookParameterInvalid", (await Assert.ThrowsAsync<IncidentOpsException>(() => Run(markdown, WithValue("unit", "abc\nx")))).ErrorId);
        Assert.Equal("RunbookParameterInvalid", (await Assert.ThrowsAsync<IncidentOpsException>(() => Run(markdown, WithValue("mode", "other")))).ErrorId);
        Assert.Equal("RunbookParameterUnknown", (await Assert.ThrowsAsync<IncidentOpsException>(() => Run(markdown, WithValue("nonsense", "x")))).ErrorId);
    }

    [Fact]
    public async Task Secrets_are_used_and_never_shown()
    {
        NeedsUnix();
        RunbookRun run = await Run(
            "---\nparameters: { token: { secret: true } }\n---\n```bash\necho \"it is $token\"\n```\n\n```bash\necho \"${#token} and $token\"\n```",
            WithValue("token", "s3cr3t-value"));

        Assert.Equal("it is ***", run.Steps[0].Output);
        Assert.Equal("12 and ***", run.Steps[1].Output);
        Assert.DoesNotContain(Events.OfType<StepOutput>(), line => line.Text.Contains("s3cr3t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_may_say_where_it_is_kept()
    {
        NeedsUnix();
        FakeEnvironment environment = new("/home/nobody");
        environment.Variables["KEPT"] = "s3cr3t-value";
        environment.Variables["OTHER"] = "another";
        RunbookRunRequest Known(RunbookRunRequest request) => request with { Secrets = new SecretResolver(new OrganisationConfiguration(), environment) };
        const string command = "\n---\n```bash\necho \"${#token} $plain\"\n```";

        RunbookRun kept = await Run("---\nparameters: { token: { secret: true, default: env:KEPT }, plain: { default: env:KEPT } }" + command, Known);
        RunbookRun given = await Run("---\nparameters: { token: { secret: true }, plain: { default: x } }" + command, request => WithValue("token", "env:OTHER")(Known(request)));
        IncidentOpsException nowhere = await Assert.ThrowsAsync<IncidentOpsException>(() => Run("---\nparameters: { token: { secret: true, default: env:NOWHERE } }" + command, Known));

        Assert.Equal("12 env:KEPT", kept.Steps[0].Output);
        Assert.Equal("7 x", given.Steps[0].Output);
        Assert.Equal("RunbookParameterMissing", nowhere.ErrorId);
        Assert.Contains("token, which env:NOWHERE does not hold", nowhere.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_in_PowerShell_is_for_whoever_runs_the_runbook()
    {
        RunbookRun unanswered = await Run("```powershell\nGet-Process\n```");
        Answer = happened =>
        {
            (happened as StepApproval)?.Approve();
            (happened as ScriptReached)?.Finish(new ScriptOutcome { Outcome = ProcessOutcome.Exited, Output = "password=hunter2-long\r\nfine\n", Objects = ["password=hunter2-long", 7] });
        };
        RunbookRun answered = await Run("```powershell\nGet-Process\n```");
        Answer = happened =>
        {
            (happened as StepApproval)?.Approve();
            (happened as ScriptReached)?.Finish(new ScriptOutcome { Outcome = ProcessOutcome.TimedOut });
        };
        RunbookRun timedOut = await Run("```powershell {timeout=3s}\nGet-Process\n```");

        Assert.Equal([1, 1, 1], Events.OfType<StepApproval>().Select(approval => approval.Step.Number));
        Assert.Equal(RunbookRunStatus.Failed, unanswered.Status);
        Assert.Equal("nothing here runs PowerShell", unanswered.Steps[0].Reason);
        Assert.Equal("password=***\nfine", answered.Steps[0].Output);
        Assert.Equal(["password=***", 7], answered.Steps[0].Objects);
        Assert.Equal(0, answered.Steps[0].ExitCode);
        Assert.Equal("took longer than 3 s; its processes were ended", timedOut.Steps[0].Reason);
    }

    [Fact]
    public async Task What_a_step_in_PowerShell_leaves_is_there_for_the_next_ones()
    {
        string folder = Directory.CreateTempSubdirectory("incidentops-").FullName;
        List<string?> folders = [];
        Answer = happened =>
        {
            (happened as StepApproval)?.Approve();
            if (happened is ScriptReached script)
            {
                folders.Add(script.Folder);
                script.Finish(new ScriptOutcome
                {
                    Outcome = ProcessOutcome.Exited,
                    Environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["A"] = "it's", ["B"] = null, ["C"] = "3", ["PWD"] = "/nowhere" },
                    Folder = folder,
                });
            }
        };
        RunbookRun run = await Run("```bash\nexport A=1 B=2; C=1; cd /\n```\n\n```powershell\n$x\n```\n\n```bash\necho \"$A ${B-none} $(printenv C) $PWD\"\n```\n\n```powershell\n$x\n```");
        Directory.Delete(folder);

        Assert.Equal(RunbookRunStatus.Succeeded, run.Status);
        Assert.Equal(["/", folder], folders);
        Assert.Equal("it's none 3 " + folder, run.Steps[2].Output);
    }

    [Fact]
    public async Task A_shell_that_cannot_run_is_skipped_with_the_reason()
    {
        RunbookRun run = await Run("```sql\nselect 1\n```");

        Assert.Equal(RunbookStepStatus.Skipped, run.Steps[0].Status);
        Assert.Contains("sql", run.Steps[0].Reason, StringComparison.Ordinal);
    }
}
