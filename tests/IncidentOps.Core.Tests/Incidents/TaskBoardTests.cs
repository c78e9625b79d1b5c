using IncidentOps.Core.Configuration;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Incidents.Tasks;
using IncidentOps.Core.Procedures;
using IncidentOps.Incidents;
using IncidentOps.Procedures;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Incidents;

public sealed class TaskBoardTests
{
    private static readonly DateTimeOffset Detected = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);

    private static readonly Procedure Guide = ProcedureSource.BuiltIn.Load();

    private static readonly IncidentPolicy Policy = new(
        Guide,
        new BusinessCalendar(TimeZoneInfo.Utc, BusinessHours.Default, HolidayCalendar.None));

    [Fact]
    public void A_new_incident_has_its_ticket_and_its_severity_and_nothing_else()
    {
        IReadOnlyList<IncidentTask> tasks = new IncidentRun(Policy, "P0", Detected).Tasks(Detected);

        Assert.Equal(27, tasks.Count);
        Assert.Equal(["1.2", "1.4"], Ids(tasks, IncidentTaskState.Done));
        Assert.Equal(25, Ids(tasks, IncidentTaskState.Open).Count);
    }

    [Fact]
    public void Boxes_of_a_training_are_no_tasks_and_count_for_nothing()
    {
        Procedure guide = ProcedureCompiler.Compile("# Guide\n\n## Training\n\n- [ ] Play fire\n\n## Severities\n\n- P1: all ovens out\n- P2: one oven out\n\n## Checklist\n\n- [ ] Light it\n", "guide.md");
        var policy = new IncidentPolicy(guide, new BusinessCalendar(TimeZoneInfo.Utc, BusinessHours.Default, HolidayCalendar.None));
        Assert.Equal(["1.1 Light it"], new IncidentRun(policy, "P1", Detected).Tasks(Detected).Select(task => $"{task.Id} {task.Task}"));
    }

    [Theory]
    [InlineData("P1", IncidentTaskState.Open)]
    [InlineData("P2", IncidentTaskState.NotApplicable)]
    public void The_status_page_is_asked_for_by_severity(string severity, IncidentTaskState expected) =>
        Assert.Equal(expected, Task(new IncidentRun(Policy, severity, Detected), "4.4", Detected).State);

    [Fact]
    public void Events_tick_what_they_show_and_are_named()
    {
        var run = new IncidentRun(Policy, "P1", Detected);
        run.Do(1, decisions => decisions.Acknowledge("sam", null, null));
        run.Do(2, decisions => decisions.Record(new EvidenceAdded("api", "IncidentOps.Health.ServiceHealth", "{}", "api Unhealthy"), null));
        run.Do(3, decisions => decisions.Record(new EvidenceAdded("Logs of the api", "text", "\"\"", "ERROR"), null));
        run.Do(4, decisions => decisions.ChangeDetails(new DetailsChanged { Components = ["db"] }));
        run.Do(5, decisions => decisions.Update(IncidentStatus.Monitoring, "Rolled back", null, null));
        run.Do(6, decisions => decisions.Resolve("bad deploy", "rolled back", ["add a test"], null));

        IReadOnlyList<IncidentTask> tasks = run.Tasks(Detected.AddMinutes(7));

        Assert.Equal(
            ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "2.1", "2.5", "2.6", "3.1", "3.4", "4.1", "4.2", "4.3", "5.1", "5.5"],
            Ids(tasks, IncidentTaskState.Done));
        IncidentTask acknowledged = tasks.Single(task => task.Id == "1.1");
        Assert.Equal((2L, Detected.AddMinutes(1), "test"), (acknowledged.Sequence, acknowledged.DoneAt, acknowledged.DoneBy));
    }

    [Theory]
    [InlineData("Read the newest lines", "journalctl -u api -n 50", Risk.Read, RunbookPart.Diagnosis, "1.5 1.7")]
    [InlineData("Look at the log", "tail -n 5 /var/log/api.log", Risk.Read, RunbookPart.General, "1.5 1.7")]
    [InlineData("Rotate the logs", "logrotate -f /etc/logrotate.conf", Risk.Change, RunbookPart.Mitigation, "1.5 3.1")]
    [InlineData("Ask it", "curl -sS http://localhost/api/health", Risk.Read, RunbookPart.Diagnosis, "1.5 1.6")]
    [InlineData("What changed", "git -C /srv/app log -3", Risk.Read, RunbookPart.Diagnosis, "1.5 2.3")]
    [InlineData("Look at the unit", "systemctl status api", Risk.Read, RunbookPart.Mitigation, "1.5")]
    [InlineData("Restart", "systemctl restart api", Risk.Change, RunbookPart.Mitigation, "1.5 3.1")]
    [InlineData("Restart", "systemctl restart api", Risk.Change, RunbookPart.General, "1.5")]
    [InlineData("Does it answer", "curl -f http://localhost/", Risk.Read, RunbookPart.Verification, "1.5")]
    public void A_step_that_succeeded_ticks_what_it_did(string title, string command, Risk risk, RunbookPart part, string ticked)
    {
        IncidentRun run = new(Policy, "P1", Detected);
        string[] before = [.. Ids(run.Tasks(Detected), IncidentTaskState.Done)];
        Step(run, 1, title, command, risk, part, RunbookStepStatus.Failed);
        Assert.Equal(before, Ids(run.Tasks(Detected.AddHours(1)), IncidentTaskState.Done));

        Step(run, 2, title, command, risk, part);

        Assert.Equal(ticked, string.Join(' ', Ids(run.Tasks(Detected.AddHours(1)), IncidentTaskState.Done).Except(before)));
        Assert.Equal(5, Task(run, ticked.Split(' ')[^1], Detected.AddHours(1)).Sequence);
    }

    [Fact]
    public void A_verification_shows_a_fix_only_after_one()
    {
        IncidentRun run = new(Policy, "P1", Detected);
        Step(run, 1, "Ask", "curl -f http://localhost/", Risk.Read, RunbookPart.Verification);
        Assert.Equal(IncidentTaskState.Open, Task(run, "3.4", Detected.AddHours(1)).State);
        Step(run, 2, "Restart", "systemctl restart api", Risk.Change, RunbookPart.Mitigation);
        Step(run, 3, "Ask", "curl -f http://localhost/", Risk.Read, RunbookPart.Verification);

        Assert.Equal((IncidentTaskState.Done, 7L), (Task(run, "3.2", Detected.AddHours(1)).State, Task(run, "3.4", Detected.AddHours(1)).Sequence));
        Assert.Equal(IncidentTaskState.Open, Task(run, "5.1", Detected.AddHours(1)).State);
    }

    [Theory]
    [InlineData("Roll back the deployment", "systemctl restart api", Risk.Change, RunbookPart.Rollback)]
    [InlineData("Check system resources", "df -h", Risk.Read, RunbookPart.Diagnosis)]
    [InlineData("Check database connectivity", "psql -c 'select 1'", Risk.Read, RunbookPart.Diagnosis)]
    [InlineData("Check the database", "SELECT * FROM pg_stat_activity", Risk.Read, RunbookPart.Diagnosis)]
    public void Other_guides_tasks_are_known_too(string task, string command, Risk risk, RunbookPart part)
    {
        TaskRule rule = TaskRules.For(task)!;
        IncidentRun run = new(Policy, "P1", Detected);
        Step(run, 1, "It", command, risk, part);

        Assert.Contains(TaskEvent.ReadAll(run.Events), shown => rule.Shows(shown));
        Assert.DoesNotContain(TaskEvent.ReadAll(run.Events), shown => TaskRules.For("Check the health endpoint")!.Shows(shown));
    }

    private static void Step(
        IncidentRun run, int minute, string title, string command, Risk risk, RunbookPart part, RunbookStepStatus status = RunbookStepStatus.Succeeded)
    {
        run.Do(minute, decisions => decisions.Record(new RunbookStepStarted($"r{minute}", 1, title, command, risk, "localhost", Part: part), null));
        run.Do(minute, decisions => decisions.Record(new RunbookStepFinished($"r{minute}", 1, title, "localhost", status, 0, "x", "", TimeSpan.Zero, 1, null), null));
    }

    [Fact]
    public void Watching_is_done_when_the_time_has_passed()
    {
        var run = new IncidentRun(Policy, "P1", Detected);
        run.Do(5, decisions => decisions.Update(IncidentStatus.Monitoring, "Rolled back", null, null));

        Assert.Equal(IncidentTaskState.Open, Task(run, "3.5", Detected.AddMinutes(34)).State);
        Assert.Equal(Detected.AddMinutes(35), Task(run, "5.2", Detected.AddMinutes(36)).DoneAt);
    }

    [Fact]
    public void People_tick_what_only_they_know_and_may_change_their_mind()
    {
        var run = new IncidentRun(Policy, "P1", Detected);
        string task = Task(run, "3.2", Detected).Task;
        run.Do(5, decisions => decisions.Record(new TaskCompleted("Resolution", task, NotApplicable: true, "no staging"), null));
        Assert.Equal(IncidentTaskState.NotApplicable, Task(run, "3.2", Detected.AddHours(1)).State);

        run.Do(6, decisions => decisions.Record(new TaskCompleted("Resolution", task, NotApplicable: false, null), null));
        Assert.Equal(IncidentTaskState.Done, Task(run, "3.2", Detected.AddHours(1)).State);
    }

    [Fact]
    public void Only_the_follow_up_may_be_open_when_an_incident_is_closed()
    {
        IReadOnlyList<IncidentTask> tasks = new IncidentRun(Policy, "P1", Detected).Tasks(Detected);

        Assert.DoesNotContain(tasks, task => TaskBoard.BlocksClosing(task) && task.Id.StartsWith("5.", StringComparison.Ordinal));
        Assert.Contains(tasks, task => TaskBoard.BlocksClosing(task) && task.Id == "3.2");
    }

    private static IncidentTask Task(IncidentRun run, string id, DateTimeOffset now) => run.Tasks(now).Single(task => task.Id == id);

    private static List<string> Ids(IReadOnlyList<IncidentTask> tasks, IncidentTaskState state) =>
        [.. tasks.Where(task => task.State == state).Select(task => task.Id)];
}
