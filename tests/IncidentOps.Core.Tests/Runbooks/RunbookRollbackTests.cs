using IncidentOps.Core.Errors;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Planning;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

/// <summary>Taking back what the steps of a failed run have done.</summary>
public sealed class RunbookRollbackTests : RunnerBench
{
    private const string Deploy =
        """
        ```bash {#one undo=back-one}
        echo one; NAME=kept
        ```

        ```bash {#back-one}
        echo "back one $NAME"
        ```

        ```bash {#two undo=back-two}
        echo two
        ```

        ```bash {#three undo=back-three on-failure=ON}
        false
        ```

        ```bash {#after}
        echo after
        ```

        ```bash {#back-two}
        echo back two
        ```

        ```bash {#back-three}
        echo back three
        ```
        """;

    private static readonly Func<RunbookRunRequest, RunbookRunRequest> GoingBack = static request => request with { Rollback = true };

    [Theory]
    [InlineData("stop", true)]
    [InlineData("rollback", false)]
    public async Task What_was_done_is_taken_back_last_first(string onFailure, bool asked)
    {
        NeedsUnix();
        RunbookRun run = await Run(Deploy.Replace("ON", onFailure, StringComparison.Ordinal), request => request with { Rollback = asked });

        Assert.Equal(RunbookRunStatus.Failed, run.Status);
        Assert.Equal(
            "1 Succeeded, 2 Skipped, 3 Succeeded, 4 Failed, 6 Succeeded, 2 Succeeded, 5 Pending, 7 Pending",
            string.Join(", ", run.Steps.Select(result => $"{result.Step.Number} {result.Status}")));
        Assert.Equal("back one kept", run.Steps[5].Output);
        Assert.EndsWith("exit code 1; taken back: step 3 by step 6, step 1 by step 2", run.Reason, StringComparison.Ordinal);
        Assert.Equal([1, 3, 4, 6, 2], Events.OfType<StepStarted>().Select(started => started.Step.Number));
    }

    [Fact]
    public async Task Nothing_is_taken_back_unless_it_is_wanted()
    {
        NeedsUnix();
        RunbookRun run = await Run(Deploy.Replace("ON", "stop", StringComparison.Ordinal));

        Assert.Equal([1, 3, 4], Events.OfType<StepStarted>().Select(started => started.Step.Number));
        Assert.EndsWith("exit code 1", run.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_only_takes_back_does_not_run_by_itself_but_when_it_is_named()
    {
        NeedsUnix();
        RunbookRun whole = await Run("```bash {undo=back}\ntrue\n```\n\n```bash {#back}\necho back\n```");
        RunbookRun named = await Run("```bash {undo=back}\ntrue\n```\n\n```bash {#back}\necho back\n```", request => request with { Selection = new RunbookSelection { Steps = ["back"] } });
        RunbookRun jumped = await Run("```bash {undo=back on-failure=goto:back}\nfalse\n```\n\n```bash {#back}\necho back\n```");

        Assert.Equal(RunbookRunStatus.Succeeded, whole.Status);
        Assert.Equal("it takes back step 1, and runs when that is wanted", whole.Steps[1].Reason);
        Assert.Equal("back", named.Steps[1].Output);
        Assert.Equal("back", jumped.Steps[1].Output);
    }

    [Fact]
    public async Task A_section_about_going_back_takes_back_as_well()
    {
        NeedsUnix();
        RunbookRun run = await Run("```bash {undo=back}\necho done\n```\n\n```bash\nfalse\n```\n\n## Rollback\n\n```bash {#back}\necho back\n```\n", GoingBack);

        Assert.Equal("back", run.Steps[2].Output);
        Assert.Equal(3, run.Steps.Count);
    }

    [Fact]
    public async Task What_cannot_be_taken_back_ends_the_rollback()
    {
        NeedsUnix();
        RunbookRun run = await Run(Deploy.Replace("ON", "stop", StringComparison.Ordinal).Replace("echo back two", "exit 3", StringComparison.Ordinal), GoingBack);

        Assert.Equal([1, 3, 4, 6], Events.OfType<StepStarted>().Select(started => started.Step.Number));
        Assert.EndsWith("; the rollback stopped at step 6 (exit 3): exit code 3; not taken back: step 3, step 1", run.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_back_asks_like_any_step_and_ends_where_it_is_declined()
    {
        NeedsUnix();
        Answer = happened => (happened as StepApproval)?.Decline("not that");
        RunbookRun run = await Run("```bash {undo=back}\necho done\n```\n\n```bash\nfalse\n```\n\n```bash {#back}\ntouch /nowhere/at/all\n```\n", GoingBack);

        Assert.Equal([3], Events.OfType<StepApproval>().Select(approval => approval.Step.Number));
        Assert.Equal(RunbookRunStatus.Failed, run.Status);
        Assert.EndsWith("): not that; not taken back: step 1", run.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RunbookStepStatus.Succeeded, 0, true)]
    [InlineData(RunbookStepStatus.Failed, 0, true)]
    [InlineData(RunbookStepStatus.Failed, 1, false)]
    [InlineData(RunbookStepStatus.Failed, null, false)]
    [InlineData(RunbookStepStatus.Skipped, null, false)]
    public void A_step_that_ran_to_its_end_is_taken_back_even_where_its_verification_failed(RunbookStepStatus status, int? exitCode, bool expected)
    {
        Runbook runbook = RunbookReader.Read("```bash {undo=back}\necho done\n```\n\n```bash {#back}\necho back\n```\n");
        Rollback rollback = new(runbook, [StepResults.Of(runbook.Steps[0], RunbookRunner.ThisMachine, status, reason: null) with { ExitCode = exitCode }]);

        Assert.Equal(expected ? 2 : null, rollback.Next()?.Number);
    }

    [Fact]
    public async Task What_needs_no_taking_back_says_so_and_the_rest_goes_on()
    {
        NeedsUnix();
        Answer = happened => (happened as StepCondition)?.Answer(holds: false);
        RunbookRun run = await Run(Deploy.Replace("ON", "stop", StringComparison.Ordinal).Replace("{#back-two}", "{#back-two when=\"$false\"}", StringComparison.Ordinal), GoingBack);

        Assert.EndsWith("; taken back: step 3 needed nothing (not true: $false), step 1 by step 2", run.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_was_done_there_is_nothing_to_take_back()
    {
        NeedsUnix();
        RunbookRun run = await Run("```bash {undo=back}\nfalse\n```\n\n```bash {#back}\necho back\n```\n", GoingBack);

        Assert.EndsWith("exit code 1; there was nothing to take back", run.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_rollback_ends_the_run_as_failed()
    {
        NeedsUnix();
        using CancellationTokenSource stop = new();
        Answer = happened =>
        {
            if (happened is StepFinished { Result.Step.Number: 4 })
            {
                stop.Cancel();
            }
        };
        RunbookRun run = await Run(Deploy.Replace("ON", "stop", StringComparison.Ordinal), GoingBack, stop.Token);

        Assert.Equal(RunbookRunStatus.Failed, run.Status);
        Assert.Contains("the rollback stopped at step 6", run.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_taking_back_needs_has_to_be_there_before_anything_is_done()
    {
        const string document = "```bash {#do undo=back}\necho done\n```\n\n```bash {#back}\necho <old-version>\n```\n";

        Assert.Contains("old-version", (await Assert.ThrowsAsync<IncidentOpsException>(() => Run(document))).Message, StringComparison.Ordinal);
        Assert.Empty(Events);
    }

    [Fact]
    public void A_plan_names_what_takes_back_and_the_approval_it_needs()
    {
        RunbookPlan plan = RunbookPlanner.Plan(new RunbookRunRequest
        {
            Runbook = RunbookReader.Read("```bash {undo=back}\ntrue\n```\n\n```bash {#back approve=Commander}\ntouch x\n```\n"),
            Environment = new Dictionary<string, string>(),
        });

        Assert.Equal("back", Assert.Single(plan.Steps).Undo);
        Assert.Equal(["the approval of Commander"], plan.Missing);
    }
}
