using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Recording;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Storage;
using IncidentOps.Core.Tests.Storage;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

/// <summary>Runs as their record tells them, and what becomes of those whose record breaks off.</summary>
public sealed class RecordedRunTests : RunnerBench, IDisposable
{
    private static readonly ProcessIdentity Runner = new("web1", 7, "boot", "space", "9");

    private readonly StoreBench _bench = new();

    public static TheoryData<string> Runbooks =>
    [
        "1. Look `echo one`\n2. Look `echo two`\n",
        "1. Look `cat /nowhere/at/all`\n2. Look `echo two`\n",
        "1. Look `echo one`\n2. Ask\n3. Look `echo two`\n",
        "```bash {on-failure=continue}\nfalse\n```\n\n2. Look `echo two`\n",
        "```bash {on-failure=goto:end}\nfalse\n```\n\n```bash\necho no\n```\n\n```bash {#end}\necho end\n```\n",
        "```bash {when=\"1 -eq 2\"}\necho no\n```\n\n```bash\necho yes\n```\n",
        "```bash {#make undo=back}\ntrue\n```\n\n```bash {on-failure=rollback}\nfalse\n```\n\n```bash {#back}\ntrue\n```\n\n```bash\ntrue\n```\n",
        "```bash\nexport IO_A=\"it's  one\"; IO_B=2; IO_D=4; unset HOME; cd /\n```\n\n```bash\necho \"$IO_A $IO_B ${HOME-gone} $PWD\"; unset IO_D\n```\n\n```sh\ncd /usr; export IO_C=3\n```\n\n```bash\necho \"$IO_A $IO_C ${IO_D-gone} $PWD\"\n```\n",
    ];

    private static CancellationToken Stop => StoreBench.Stop;

    private RunLedger Ledger => new(_bench.Store, _bench.Incidents, "ada", _bench.Clock, _ => null);

    public void Dispose() => _bench.Dispose();

    [Theory, MemberData(nameof(Runbooks))]
    public async Task The_record_tells_the_run_as_it_was(string markdown)
    {
        NeedsUnix();
        RunbookRun run = await RecordAsync(markdown);
        RunbookRun told = await Ledger.GetAsync(run.Id, Stop);

        Assert.Equal(Told(run), Told(told));
        Assert.Equal((run.Status, run.Reason, run.Runbook, run.Sha256, run.Duration), (told.Status, told.Reason, told.Runbook, told.Sha256, told.Duration));
    }

    [Theory, MemberData(nameof(Runbooks))]
    public async Task Going_on_from_anywhere_comes_to_the_same_end(string markdown)
    {
        NeedsUnix();
        RunbookRun whole = await RecordAsync(markdown);
        IReadOnlyList<StoredEvent> events = await _bench.EventsAsync(Guid.Parse(whole.Id));
        Answer = happened =>
        {
            (happened as StepApproval)?.Approve();
            (happened as StepCondition)?.Answer(false);
        };
        for (int cut = 1; cut < events.Count; cut++)
        {
            RecordedRun run = RecordedRun.Fold(events.Take(cut)).Single();
            RunResumption resumption = RunResumption.Of(run, run.ToRun(null, _bench.Clock.GetUtcNow(), _ => false));
            Events.Clear();
            RunbookRun resumed = await Run(markdown, request => request with { History = resumption.History() });

            Assert.Equal((whole.Id, whole.Status, whole.Reason), (resumed.Id, resumed.Status, resumed.Reason));
            Assert.Equal(Ends(whole), Ends(resumed));
            int[] ended = [.. run.Steps.Where(step => step.IsSettled).Select(step => step.Step.Number)];
            Assert.DoesNotContain(Events.OfType<StepStarted>(), started => ended.Contains(started.Step.Number));
        }

        static string Ends(RunbookRun run) => string.Join('\n', run.Steps.Select(step => $"{step.Step.Number} {step.Status} {step.Output} {step.Reason}"));
    }

    [Fact]
    public async Task What_may_not_be_written_down_has_to_be_given_to_go_on()
    {
        NeedsUnix();
        const string markdown = "```bash\nexport API_TOKEN=$(printf 'hunter2-%s' long) PORT=$((1 + 1)); PASSWORD=$(printf 'hunter3-%s' long); LIST=(a b); LATER=1\n```\n\n```bash\necho ${#API_TOKEN}\n```\n\n```bash\necho \"${LIST[0]} $LATER $(printenv API_TOKEN | wc -c)\"\n```\n";
        RunbookRun whole = await RecordAsync(markdown);
        IReadOnlyList<StoredEvent> events = await _bench.EventsAsync(Guid.Parse(whole.Id));
        Assert.Equal("a 1 13", whole.Steps[2].Output);
        int first = events.ToList().FindIndex(stored => stored.Type == "RunbookStepFinished") + 1;
        RecordedRun run = RecordedRun.Fold(events.Take(first)).Single();
        RunHistory history = RunResumption.Of(run, run.ToRun(null, _bench.Clock.GetUtcNow(), _ => false)).History();
        RunbookParameter[] missing = [];
        Answer = happened => (happened as StepApproval)?.Approve();
        RunbookRun resumed = await Run(markdown, bare =>
        {
            missing = [.. PreparedRun.WithoutValues(bare with { History = history }).Missing];
            return bare with { History = history, Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["API_TOKEN"] = "hunter2-long", ["LIST"] = "a" } };
        });

        Assert.All(events, stored => Assert.DoesNotMatch("hunter[23]-long", stored.Body));
        Assert.Equal("2", history.StateOf(RunbookRunner.ThisMachine)!.Variables["PORT"]);
        Assert.Equal([("API_TOKEN", true), ("LIST", false)], missing.Select(parameter => (parameter.Name, parameter.Secret)).Order());
        Assert.Equal(["12", "a 1 13"], resumed.Steps.Skip(1).Select(step => step.Output));
    }

    [Fact]
    public async Task It_is_there_before_a_step_does_anything()
    {
        NeedsUnix();
        List<string> seen = [];
        await RecordAsync("1. Look `echo one`\n2. Look `echo two`\n", happened =>
        {
            if (happened is StepStarted or StepOutput)
            {
                seen.Add($"{happened.GetType().Name} {string.Join(' ', Ledger.QueryAsync(new RunQuery(), Stop).ToBlockingEnumerable(Stop).Single().Steps.Select(step => step.Status))}");
            }
        });

        Assert.Equal(["StepStarted Running Pending", "StepOutput Running Pending", "StepStarted Succeeded Running", "StepOutput Succeeded Running"], seen);
    }

    [Fact]
    public async Task A_run_outside_of_an_incident_has_a_chained_log_of_its_own()
    {
        NeedsUnix();
        RunbookRun run = await RecordAsync("1. Look `echo one`\n");
        IReadOnlyList<StoredEvent> events = await _bench.EventsAsync(Guid.Parse(run.Id));

        Assert.Equal(["RunbookStarted", "RunbookStepStarted", "RunbookStepFinished", "RunbookFinished"], events.Select(stored => stored.Type));
        Assert.All(events, stored => Assert.Equal(EventHash.Compute(stored), stored.Hash));
        Assert.Equal(events.Take(3).Select(stored => stored.Hash).Prepend(""), events.Select(stored => stored.PreviousHash));
    }

    [Theory]
    [InlineData(null, 5 * 60 + 59, RunbookRunStatus.Running)]
    [InlineData(null, 6 * 60 + 1, RunbookRunStatus.Interrupted)]
    [InlineData(true, 24 * 60 * 60, RunbookRunStatus.Running)]
    [InlineData(false, 1, RunbookRunStatus.Interrupted)]
    public void A_run_whose_process_is_gone_or_past_its_deadline_is_interrupted(bool? isRunning, int seconds, RunbookRunStatus expected)
    {
        RecordedRun run = Single(Started(), new RunbookStepStarted("r", 1, "One", "true", Risk.Change, "localhost", 1, TimeSpan.FromMinutes(5)));
        Assert.Equal(expected, run.StatusAt(At.AddSeconds(seconds), _ => isRunning));
    }

    [Fact]
    public void A_step_of_a_person_and_a_question_may_take_an_hour()
    {
        RecordedRun run = Single(Started(), new RunbookStepStarted("r", 1, "One", null, Risk.Unknown, "localhost"));
        Assert.Equal(At + RecordedRun.ForPeople + RecordedRun.Grace, run.DeadAt);
        Assert.Equal(At + RecordedRun.ForPeople + RecordedRun.Grace, Single(Started()).DeadAt);
    }

    [Fact]
    public void What_an_earlier_version_recorded_is_told_and_cannot_go_on()
    {
        RecordedRun run = Single(
            new RunbookStarted("r", "x", null, "abc", 2),
            new RunbookStepStarted("r", 1, "One", "true", Risk.Change, "localhost"));
        RunbookRun told = run.ToRun("INC-1", At.AddDays(1), _ => null);

        Assert.Equal((RunbookRunStatus.Interrupted, "One"), (told.Status, Assert.Single(told.Steps).Step.Title));
        Assert.Equal("RunbookRunNotResumable", Assert.Throws<IncidentOpsException>(() => RunResumption.Of(run, told)).ErrorId);
    }

    [Fact]
    public async Task Only_one_goes_on_with_a_run()
    {
        await AppendAsync(Started());
        (RecordedRun run, long? number) = await Ledger.FindAsync("r", Stop);
        IncidentEventBody resumed = new RunbookResumed("r", "x", Runner, null);

        await Ledger.TakeOverAsync(run, number, [resumed], Stop);
        Assert.Equal("RunbookRunTakenOver", (await Assert.ThrowsAsync<IncidentOpsException>(() => Ledger.TakeOverAsync(run, number, [resumed], Stop))).ErrorId);
    }

    [Fact]
    public async Task A_process_that_was_taken_for_dead_stops_when_another_has_gone_on()
    {
        IRunLog first = Ledger.LogOf(Key.ToString(), null);
        await first.AppendAsync([Started()], Stop);
        (RecordedRun run, long? number) = await Ledger.FindAsync("r", Stop);
        await Ledger.TakeOverAsync(run, number, [new RunbookResumed("r", "x", Runner, null)], Stop);

        Assert.Equal("RunbookRunTakenOver", (await Assert.ThrowsAsync<IncidentOpsException>(() => first.AppendAsync(
            [new RunbookStepStarted("r", 1, "One", "true", Risk.Change, "localhost")], Stop))).ErrorId);
    }

    [Fact]
    public async Task Notes_in_the_incident_meanwhile_do_not_keep_a_run_from_going_on()
    {
        long number = (await _bench.DeclareAsync()).Number;
        await Ledger.LogOf("r", number).AppendAsync([Started()], Stop);
        (RecordedRun run, long? found) = await Ledger.FindAsync("r", Stop);
        await _bench.NoteAsync(number, "looking");

        await Ledger.TakeOverAsync(run, found, [new RunbookResumed("r", "x", Runner, null)], Stop);
        Assert.Equal("IncidentDeclared RunbookStarted NoteAdded RunbookResumed", string.Join(' ', (await _bench.EventsAsync(run.Stream)).Select(stored => stored.Type)));
        Assert.All(await _bench.VerifyAsync(), check => Assert.True(check.Valid, check.Reason));
    }

    [Fact]
    public void A_process_is_known_again()
    {
        ProcessIdentity own = ProcessIdentity.Current;
        Assert.True(own.IsRunning());
        Assert.Null((own with { Machine = "elsewhere" }).IsRunning());
        Assert.False((own with { Start = "0" }).IsRunning());
        Assert.False((own with { Boot = "another" }).IsRunning());
        Assert.Null((own with { Space = "another" }).IsRunning());
        Assert.False((own with { Id = int.MaxValue }).IsRunning());
    }

    /// <summary>
    /// Wherever the record of a run breaks off, going on takes every step to its end, does none twice that has one, and
    /// none again without being told that may have run.
    /// </summary>
    [Property(MaxTest = 60)]
    public Property Wherever_it_breaks_off_no_step_is_lost_or_silently_run_twice() => Prop.ForAll(
        Gen.Choose(1, 11).SelectMany(_ => Gen.ListOf(Gen.Elements(Risk.Read, Risk.Change)), (cut, risks) => (Cut: cut, Risks: risks)).ToArbitrary(),
        sample =>
        {
            RunbookStep[] steps = [.. sample.Risks.Take(4).Append(Risk.Change).Select((risk, at) => Step(at + 1, risk))];
            IncidentEventBody[] whole =
            [
                Started(steps),
                .. steps.SelectMany<RunbookStep, IncidentEventBody>(step =>
                [
                    new RunbookStepStarted("r", step.Number, step.Title, step.Command, step.Risk, "localhost"),
                    Finished(step.Number, RunbookStepStatus.Succeeded),
                ]),
            ];
            IncidentEventBody[] left = [.. whole.Take(Math.Min(sample.Cut, whole.Length))];
            RecordedRun run = Single(left);
            RunbookRun told = run.ToRun(null, At, _ => false);
            RunResumption resumption = RunResumption.Of(run, told);
            RunHistory history = resumption.History();

            int[] ended = [.. left.OfType<RunbookStepFinished>().Select(step => step.Number)];
            int[] begun = [.. left.OfType<RunbookStepStarted>().Select(step => step.Number)];
            int[] taken = [.. steps.Where(step => history.Take(step) is not null).Select(step => step.Number)];
            return told.Status == RunbookRunStatus.Interrupted
                && told.Steps.Select(step => step.Step.Number).SequenceEqual(steps.Select(step => step.Number))
                && taken.SequenceEqual(ended)
                && resumption.Uncertain.Select(step => step.Step.Number).SequenceEqual(begun.Except(ended).Where(number => steps[number - 1].Risk != Risk.Read));
        });

    [Theory]
    [InlineData("continue", 0, RunbookStepStatus.Failed, true)]
    [InlineData(null, 1, RunbookStepStatus.Failed, false)]
    [InlineData(null, 0, RunbookStepStatus.Waiting, false)]
    [InlineData(null, 0, RunbookStepStatus.Cancelled, false)]
    [InlineData(null, 0, RunbookStepStatus.Skipped, true)]
    public void Only_what_has_ended_for_good_stands(string? onFailure, int retries, RunbookStepStatus status, bool stands)
    {
        RunbookStep step = Step(1, Risk.Read) with { OnFailure = onFailure, Retries = retries };
        RecordedRun run = Single(Started(step), new RunbookStepStarted("r", 1, "One", "true", Risk.Read, "localhost"), Finished(1, status));
        Assert.Equal(stands, RunResumption.Of(run, run.ToRun(null, At, _ => false)).History().Take(step) is not null);
    }

    [Fact]
    public void A_step_that_was_stopped_half_way_may_have_run()
    {
        RecordedRun run = Single(
            Started(), new RunbookStepStarted("r", 1, "One", "true", Risk.Change, "localhost"), Finished(1, RunbookStepStatus.Cancelled),
            new RunbookFinished("r", "x", RunbookRunStatus.Cancelled, TimeSpan.Zero, "stopped by the operator"));
        RunResumption resumption = RunResumption.Of(run, run.ToRun(null, At, _ => false));
        Assert.Equal(1, Assert.Single(resumption.Uncertain).Step.Number);
    }

    private static readonly DateTimeOffset At = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private static readonly Guid Key = Guid.Parse("01970000-0000-7000-8000-000000000009");

    private static RunbookStep Step(int number, Risk risk) => new() { Number = number, Title = "One", Kind = RunbookStepKind.Command, Shell = "bash", Command = "true", Risk = risk };

    private static RunbookStarted Started(params RunbookStep[] steps) => new(
        "r", "x", "/srv/x.md", "abc", steps.Length,
        new RunbookSetup(Runner, steps.Length > 0 ? steps : [Step(1, Risk.Change)], false, new Dictionary<string, string>(StringComparer.Ordinal), [], null, [], false, false, null, "h"));

    private static RunbookStepFinished Finished(int number, RunbookStepStatus status) =>
        new("r", number, "One", "localhost", status, 0, "", "", TimeSpan.Zero, 1, null);

    private static RecordedRun Single(params IncidentEventBody[] bodies)
    {
        List<StoredEvent> events = [];
        foreach (IncidentEventBody body in bodies)
        {
            events.Add(EventChain.Next(Key, events.Count, events.LastOrDefault()?.Hash ?? "", new NewEvent(body, At), "ada", At));
        }

        return RecordedRun.Fold(events).Single();
    }

    private Task AppendAsync(params IncidentEventBody[] bodies) => Ledger.LogOf(Key.ToString(), null).AppendAsync(bodies, Stop);

    private static string Told(RunbookRun run) => string.Join('\n', run.Steps.Select(step =>
        $"{step.Step.Number} {step.Step.Title} {step.Step.Risk} {step.Step.Command} {step.HostName} {step.Status} {step.ExitCode} {step.Output} {step.ErrorOutput} {step.Duration} {step.Attempt} {step.Reason}"));

    private async Task<RunbookRun> RecordAsync(string markdown, Action<RunbookEvent>? look = null)
    {
        RunbookRunRequest? request = null;
        RunRecorder? recorder = null;
        Answer = happened =>
        {
            recorder ??= RunRecorder.Of(request!, Runner, id => Ledger.LogOf(id, null));
            recorder.RecordAsync(happened).GetAwaiter().GetResult();
            look?.Invoke(happened);
            (happened as StepApproval)?.Approve();
            (happened as StepCondition)?.Answer(false);
        };
        return await Run(markdown, asked => request = asked);
    }
}
