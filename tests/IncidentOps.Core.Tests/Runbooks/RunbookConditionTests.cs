using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Linting;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Runbooks;
using Microsoft.Extensions.Time.Testing;

namespace IncidentOps.Core.Tests.Runbooks;

/// <summary>Conditions before a step, and verifications after it.</summary>
public sealed class RunbookConditionTests : RunnerBench
{
    private const string Two = "```bash {#look}\necho look\n```\n\n```bash {#mend when=\"$Steps['look'].Output -eq 'ill'\" verify='$Health.Status'}\necho mend\n```\n\n```bash\necho after\n```\n";

    [Fact]
    public void An_expression_keeps_its_own_quotes()
    {
        RunbookStep step = RunbookReader.Read("```bash {when=\"$Steps['a'].Output -eq 'x'\" verify='\"a\" -eq \"a\"'}\ntrue\n```").Steps[0];

        Assert.Equal("$Steps['a'].Output -eq 'x'", step.When);
        Assert.Equal("\"a\" -eq \"a\"", step.Verify);
    }

    [Fact]
    public async Task A_condition_that_does_not_hold_skips_the_step_before_anybody_is_asked()
    {
        NeedsUnix();
        Say((_, _) => false);
        RunbookRun run = await Run(Two.Replace("echo mend", "touch /nowhere/at/all", StringComparison.Ordinal));

        Assert.Equal(RunbookRunStatus.Succeeded, run.Status);
        Assert.Equal([RunbookStepStatus.Succeeded, RunbookStepStatus.Skipped, RunbookStepStatus.Succeeded], run.Steps.Select(step => step.Status));
        Assert.Equal("not true: $Steps['look'].Output -eq 'ill'", run.Steps[1].Reason);
        Assert.Empty(Events.OfType<StepApproval>());
    }

    [Fact]
    public async Task What_the_steps_have_come_to_is_there_to_judge_by()
    {
        NeedsUnix();
        Say((_, _) => true);
        RunbookRun run = await Run(Two);

        Assert.Equal(RunbookRunStatus.Succeeded, run.Status);
        StepCondition[] asked = [.. Events.OfType<StepCondition>()];
        Assert.Equal(["look"], asked[0].Results.Select(result => result.Output));
        Assert.Equal(["look", "mend"], asked[1].Results.Select(result => result.Output));
    }

    [Fact]
    public async Task What_cannot_be_told_fails_the_step_with_the_reason()
    {
        NeedsUnix();
        Answer = happened => (happened as StepCondition)?.Fail("no such property");
        RunbookRun told = await Run(Two);
        Answer = static _ => { };
        RunbookRun unanswered = await Run(Two);

        Assert.Equal(RunbookRunStatus.Failed, told.Status);
        Assert.Equal("its condition (when) cannot be told: no such property", told.Steps[1].Reason);
        Assert.Equal(RunbookStepStatus.Failed, unanswered.Steps[1].Status);
    }

    [Theory]
    [InlineData("when=\"bad\"", "its condition (when) is refused: no good")]
    [InlineData("verify=\"bad\"", "its verification (verify) is refused: no good")]
    public async Task A_step_whose_expression_is_refused_does_not_run_at_all(string attribute, string reason)
    {
        RunbookRun run = await Run($"```bash {{{attribute}}}\necho ran\n```", Objecting);
        RunbookPlan plan = Core.Runbooks.Planning.RunbookPlanner.Plan(Objecting(new RunbookRunRequest
        {
            Runbook = RunbookReader.Read($"```bash {{{attribute}}}\necho ran\n```"),
            Environment = new Dictionary<string, string>(),
        }));

        Assert.Equal(RunbookStepStatus.Failed, run.Steps[0].Status);
        Assert.Equal(reason, run.Steps[0].Reason);
        Assert.Empty(Events.OfType<StepStarted>());
        Assert.Empty(Events.OfType<StepCondition>());
        Assert.Equal(reason, plan.Steps[0].Obstacle);
        Assert.Contains(
            RunbookLinter.Lint($"```bash {{{attribute}}}\necho ran\n```", path: null, Objecting(null!).Objection),
            finding => finding.RuleId == RunbookRules.Expression && finding.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_asks_nothing()
    {
        await Run(Two, request => request with { DryRun = true });

        Assert.Empty(Events.OfType<StepCondition>());
    }

    [Fact]
    public async Task Only_a_step_that_succeeded_is_verified()
    {
        NeedsUnix();
        RunbookRun run = await Run("```bash {verify=\"$true\"}\nfalse\n```");

        Assert.Equal("exit code 1", run.Steps[0].Reason);
        Assert.Empty(Events.OfType<StepCondition>());
    }

    [Fact]
    public async Task A_verification_is_repeated_with_growing_pauses_until_it_holds()
    {
        FakeTimeProvider time = new();
        Verifying verifying = Verify(time, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        foreach (int pause in (int[])[1, 2, 4, 8])
        {
            Assert.IsType<StepCondition>(await verifying.Next()).Answer(holds: false);
            Task<RunbookEvent> next = verifying.Next();
            time.Advance(TimeSpan.FromSeconds(pause) - TimeSpan.FromMilliseconds(1));
            Assert.False(next.IsCompleted);
            time.Advance(TimeSpan.FromMilliseconds(1));
            verifying.Waiting = next;
        }

        Assert.IsType<StepCondition>(await verifying.Next()).Answer(holds: true);
        RunbookStepResult result = Assert.IsType<StepFinished>(await verifying.Next()).Result;

        Assert.Equal(RunbookStepStatus.Succeeded, result.Status);
        Assert.Equal(TimeSpan.FromSeconds(15), result.Duration);
    }

    [Fact]
    public async Task A_verification_ends_with_the_time_of_its_step()
    {
        FakeTimeProvider time = new();
        Verifying verifying = Verify(time, TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
        foreach (double pause in (double[])[1, 1.5])
        {
            Assert.IsType<StepCondition>(await verifying.Next()).Fail("not reached");
            verifying.Waiting = verifying.Next();
            time.Advance(TimeSpan.FromSeconds(pause));
        }

        Assert.IsType<StepCondition>(await verifying.Next()).Fail("still not reached");
        RunbookStepResult result = Assert.IsType<StepFinished>(await verifying.Next()).Result;

        Assert.Equal(RunbookStepStatus.Failed, result.Status);
        Assert.Equal("it ran, but did not come true within 2.5 s: $true (still not reached)", result.Reason);
    }

    [Fact]
    public async Task A_verification_can_be_stopped_while_it_waits()
    {
        using CancellationTokenSource stop = new();
        Verifying verifying = Verify(new FakeTimeProvider(), TimeSpan.FromHours(1), stop.Token);
        Assert.IsType<StepCondition>(await verifying.Next()).Answer(holds: false);
        Task<RunbookEvent> next = verifying.Next();
        await stop.CancelAsync();

        Assert.Equal(RunbookStepStatus.Cancelled, Assert.IsType<StepFinished>(await next).Result.Status);
    }

    private static RunbookRunRequest Objecting(RunbookRunRequest? request) =>
        (request ?? new RunbookRunRequest { Runbook = RunbookReader.Read(""), Environment = new Dictionary<string, string>() }) with
        {
            Objection = static expression => expression == "bad" ? "no good" : null,
        };

    private static Verifying Verify(TimeProvider time, TimeSpan timeout, CancellationToken stop)
    {
        RunbookStep step = RunbookReader.Read("```bash {verify=\"$true\"}\ntrue\n```").Steps[0];
        RunbookStepResult result = StepResults.Of(step, RunbookRunner.ThisMachine, RunbookStepStatus.Succeeded, reason: null);
        return new Verifying(new StepVerification(time).RunAsync([result], [result], time.GetTimestamp(), timeout, stop).GetAsyncEnumerator(TestContext.Current.CancellationToken));
    }

    private void Say(Func<RunbookStep, string, bool> holds) => Answer = happened =>
    {
        (happened as StepApproval)?.Approve();
        if (happened is StepCondition condition)
        {
            condition.Answer(holds(condition.Step, condition.Expression));
        }
    };

    /// <summary>A verification, event by event.</summary>
    private sealed class Verifying(IAsyncEnumerator<RunbookEvent> events)
    {
        /// <summary>The event that is under way already.</summary>
        public Task<RunbookEvent>? Waiting { get; set; }

        public async Task<RunbookEvent> Next()
        {
            if (Waiting is { } waiting)
            {
                Waiting = null;
                return await waiting;
            }

            Assert.True(await events.MoveNextAsync());
            return events.Current;
        }
    }
}
