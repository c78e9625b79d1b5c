using IncidentOps.Core.Errors;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

/// <summary>Which steps run, and in which order when one fails.</summary>
public sealed class RunbookSelectionTests : RunnerBench
{
    private const string Parts =
        """
        ## Diagnosis

        ```bash {#look}
        echo look; folder=/here
        ```

        ## Mitigation

        ```bash {#mend}
        echo mend "$folder"
        ```

        ## Rollback

        ```bash {#back}
        echo back
        ```
        """;

    [Theory]
    [InlineData(new string[0], null, new RunbookPart[0], "1 2")]
    [InlineData(new[] { "look" }, null, new RunbookPart[0], "1")]
    [InlineData(new[] { "1", "MEND" }, null, new RunbookPart[0], "1 2")]
    [InlineData(new[] { "back" }, null, new RunbookPart[0], "3")]
    [InlineData(new string[0], null, new[] { RunbookPart.Diagnosis }, "1")]
    [InlineData(new string[0], null, new[] { RunbookPart.Diagnosis, RunbookPart.Rollback }, "1 3")]
    [InlineData(new string[0], "1", new RunbookPart[0], "1 2")]
    public async Task Only_what_was_chosen_runs_and_going_back_has_to_be(string[] steps, string? from, RunbookPart[] parts, string expected)
    {
        NeedsUnix();
        RunbookRun run = await Run(Parts, request => request with { Selection = new RunbookSelection { Steps = steps, From = from, Parts = parts } });

        Assert.Equal(RunbookRunStatus.Succeeded, run.Status);
        Assert.Equal(expected, string.Join(' ', run.Steps.Where(step => step.Status == RunbookStepStatus.Succeeded).Select(step => step.Step.Number)));
        Assert.All(run.Steps.Where(step => step.Status == RunbookStepStatus.Skipped), step => Assert.False(string.IsNullOrEmpty(step.Reason)));
    }

    [Fact]
    public async Task What_a_left_out_step_would_have_set_has_to_be_given()
    {
        NeedsUnix();
        IncidentOpsException missing = await Assert.ThrowsAsync<IncidentOpsException>(
            () => Run(Parts, request => request with { Selection = new RunbookSelection { From = "mend" } }));
        Assert.Equal("RunbookParameterMissing", missing.ErrorId);
        Assert.Contains("folder", missing.Message, StringComparison.Ordinal);

        RunbookRun run = await Run(Parts, request => WithValue("folder", "/there")(request) with { Selection = new RunbookSelection { From = "mend" } });
        Assert.Equal("mend /there", run.Steps[1].Output);
    }

    [Theory]
    [InlineData("nowhere", null, "RunbookStepNotFound")]
    [InlineData("4", null, "RunbookStepNotFound")]
    [InlineData("look", RunbookPart.Mitigation, "RunbookNothingChosen")]
    public async Task A_choice_that_fits_nothing_is_an_error(string step, RunbookPart? part, string errorId) =>
        Assert.Equal(errorId, (await Assert.ThrowsAsync<IncidentOpsException>(() => Run(
            Parts, request => request with { Selection = new RunbookSelection { Steps = [step], Parts = part is { } wanted ? [wanted] : [] } }))).ErrorId);

    [Fact]
    public async Task A_document_about_going_back_runs_whole()
    {
        NeedsUnix();
        RunbookRun run = await Run("# Rollback\n\n```bash\necho one\n```\n\n## Verification\n\n```bash\necho two\n```\n");

        Assert.All(run.Steps, step => Assert.Equal(RunbookStepStatus.Succeeded, step.Status));
    }

    [Fact]
    public async Task A_failing_step_goes_where_it_says()
    {
        NeedsUnix();
        RunbookRun run = await Run(
            "```bash {on-failure=goto:help}\nfalse\n```\n\n```bash\necho passed over\n```\n\n```bash {#help}\necho help\n```\n");

        Assert.Equal(RunbookRunStatus.Succeeded, run.Status);
        Assert.Equal(
            [RunbookStepStatus.Failed, RunbookStepStatus.Skipped, RunbookStepStatus.Succeeded],
            run.Steps.Select(step => step.Status));
    }

    [Fact]
    public async Task Going_back_happens_once()
    {
        NeedsUnix();
        RunbookRun run = await Run("```bash {#first}\necho again\n```\n\n```bash {on-failure=goto:first}\nfalse\n```\n");

        Assert.Equal(RunbookRunStatus.Failed, run.Status);
        Assert.Equal([1, 2, 1, 2], run.Steps.Select(step => step.Step.Number));
    }

    [Fact]
    public async Task A_step_for_another_machine_does_not_run_on_this_one()
    {
        RunbookRun run = await Run("```bash {host=db-1}\necho here\n```\n\n```bash\necho after\n```\n");

        Assert.Equal(RunbookRunStatus.Failed, run.Status);
        Assert.Contains("db-1", run.Steps[0].Reason, StringComparison.Ordinal);
        Assert.Equal(RunbookStepStatus.Pending, run.Steps[1].Status);
    }
}
