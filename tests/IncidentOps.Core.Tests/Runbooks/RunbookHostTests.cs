using IncidentOps.Core.Errors;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Planning;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

/// <summary>Runs on other machines; the end-to-end tests have a real ssh server.</summary>
public sealed class RunbookHostTests : RunnerBench
{
    private readonly FakeHosts _hosts = new();

    public RunbookHostTests()
    {
        NeedsUnix();
        Remote = _hosts.RunnerFor;
    }

    [Fact]
    public async Task Every_machine_is_done_with_a_step_before_the_next_and_keeps_its_own_variables_and_folder()
    {
        RunbookRun run = await Run(
            """
            ```bash
            export WHO="$SSH_FAKE's \"name\"" LINES2=$'a\nb'
            local_one=kept
            list=("$SSH_FAKE" "two three")
            cd /usr
            ```

            ```bash
            echo "$WHO|$local_one|${list[0]}|${list[1]}|$PWD"; echo "$LINES2"; env | grep -c local_one || true
            ```

            ```sh
            echo "$WHO|$PWD|$LINES2"; X="from-sh '$SSH_FAKE'"; cd bin
            ```

            ```bash
            echo "$X|$PWD"
            ```
            """,
            On("web1", "web2"));

        Assert.Null(run.Reason);
        Assert.Equal(["web1", "web2", "web1", "web2", "web1", "web2", "web1", "web2"], run.Steps.Select(step => step.HostName));
        Assert.Equal("web2's \"name\"|kept|web2|two three|/usr\na\nb\n0", run.Steps[3].Output);
        Assert.Equal("web1's \"name\"|/usr|a\nb", run.Steps[4].Output);
        Assert.Equal("from-sh 'web2'|/usr/bin", run.Steps[7].Output);
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4], Events.OfType<StepFinished>().Select(finished => finished.Result.Step.Number));
    }

    [Theory]
    [InlineData("bash", "POD=one; cd usr; unset UNIT; export KEY='a \"b'\n")]
    [InlineData("sh", "POD=one; cd usr; unset UNIT; export KEY='a \"b'\n")]
    [InlineData("bash", "set -eu; export POD=one; echo \"$TOKEN\"; COPY=$TOKEN; pushd usr >/dev/null; unset UNIT; read -r KEY < <(echo 'a \"b')\n")]
    public async Task What_a_step_has_left_over_there_is_there_again_where_the_run_goes_on(string shell, string command)
    {
        string markdown = $"---\nparameters: {{ TOKEN: {{ secret: true }}, UNIT: {{}} }}\n---\n```bash\ncd /; FIRST=$((1 + 1))\n```\n\n```{shell}\n{command}```\n\n```{shell}\necho \"$POD|$PWD|${{UNIT-gone}}|$KEY|${{#TOKEN}}\"; cd bin\n```\n\n```bash\necho \"$POD|$PWD|${{UNIT-gone}}|$KEY|${{#TOKEN}}\"\n```\n";
        RunbookRun whole = await Run(markdown, Given);
        (int Step, RunbookStepState State)[] told = [.. Events.OfType<StepLeft>().Where(static left => left.HostName == "web1").Select(static left => (left.Step.Number, left.State))];
        Assert.Equal(["one|/usr|gone|a \"b|12", "one|/usr/bin|gone|a \"b|12"], whole.Steps.Where(static step => step.HostName == "web1").Skip(2).Select(static step => step.Output));

        for (int ended = 1; ended < 4; ended++)
        {
            Dictionary<string, RunState> left = new(StringComparer.Ordinal);
            foreach ((_, RunbookStepState state) in told.Where(state => state.Step <= ended))
            {
                foreach (string host in (string[])["web1", "web2"])
                {
                    left.TryAdd(host, new RunState());
                    left[host].Add(state);
                }
            }

            RunbookRun resumed = await Run(markdown, request => Given(request) with { History = new RunHistory(whole, whole.Steps.Take(2 * ended), left) });

            Assert.Equal(whole.Steps.Select(static step => step.Output), resumed.Steps.Select(static step => step.Output));
        }

        Assert.Equal([1, 2, 3], told.Select(static state => state.Step));
        Assert.Equal("/usr", told[1].State.Folder);
        Assert.Contains("UNIT", told[1].State.Gone!);
        Assert.DoesNotContain(told, static state => System.Text.Json.JsonSerializer.Serialize(state.State).Contains("s3cr3t", StringComparison.Ordinal));
        Assert.All(told, static state => Assert.DoesNotContain(state.State.Variables!.Keys, static name => name is not ("FIRST" or "POD" or "KEY" or "COPY")));

        static RunbookRunRequest Given(RunbookRunRequest request) => On("web1", "web2")(request) with
        {
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["TOKEN"] = "s3cr3t-value", ["UNIT"] = "api" },
        };
    }

    [Fact]
    public async Task A_folder_that_is_gone_over_there_is_named()
    {
        RunState left = new();
        left.Add(new RunbookStepState("/no/such/folder"));
        RunbookRun whole = await Run("```bash\ntrue\n```\n\n```bash\npwd\n```\n", On("web1"));
        RunbookRun resumed = await Run("```bash\ntrue\n```\n\n```bash\npwd\n```\n", request =>
            On("web1")(request) with { History = new RunHistory(whole, whole.Steps.Take(1), new Dictionary<string, RunState>(StringComparer.Ordinal) { ["web1"] = left }) });

        Assert.Equal("step 2 (pwd): web1: the folder '/no/such/folder', where an earlier step had gone to, is not on web1 any more", resumed.Reason);
    }

    [Fact]
    public async Task What_a_step_had_set_over_there_and_nobody_knows_has_to_be_given_where_the_run_goes_on()
    {
        const string markdown = "```bash\nPOD=one; OTHER=1\n```\n\n```bash\necho $POD\n```\n";
        RunbookRun whole = await Run(markdown, On("web1"));
        string[] missing = [];
        RunbookRun resumed = await Run(markdown, request =>
        {
            RunbookRunRequest again = On("web1")(request) with { History = new RunHistory(whole, whole.Steps.Take(1), new Dictionary<string, RunState>(StringComparer.Ordinal)) };
            missing = [.. PreparedRun.WithoutValues(again).Missing.Select(parameter => parameter.Name)];
            return WithValue("POD", "two")(again);
        });

        Assert.Equal("one", whole.Steps[1].Output);
        Assert.Equal(["POD"], missing);
        Assert.Equal("two", resumed.Steps[1].Output);
    }

    [Fact]
    public async Task Only_the_values_go_there_and_nothing_of_it_is_left()
    {
        RunbookRun run = await Run(
            "---\nparameters: { token: { secret: true }, unit: {} }\n---\n```bash\necho \"$token $unit ${XDG_HERE:-none}\"; unset unit\n```\n\n```bash\necho \"${#token} ${unit:-gone}\"; ls /dev/shm /tmp\n```\n",
            request => On("web1")(request) with
            {
                Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["token"] = "s3cr3t-value", ["unit"] = "api" },
                Environment = new Dictionary<string, string>(request.Environment, StringComparer.Ordinal) { ["XDG_HERE"] = "of this machine" },
            });
        string folder = _hosts.Requests.First().Request.Environment!["__io_folder"];

        Assert.Equal("*** api none", run.Steps[0].Output);
        Assert.StartsWith("12 gone", run.Steps[1].Output, StringComparison.Ordinal);
        Assert.Contains(folder, run.Steps[1].Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Join("/dev/shm", folder)) || Directory.Exists(Path.Join("/tmp", folder)));
        Assert.All(_hosts.Requests, sent => Assert.DoesNotContain("s3cr3t", string.Join(' ', sent.Request.Arguments), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_machine_that_fails_is_left_out_as_long_as_the_threshold_allows()
    {
        const string markdown = "```bash\ntest \"$SSH_FAKE\" != web2\n```\n\n```bash\necho on\n```\n";
        RunbookRun stopped = await Run(markdown, On("web1", "web2", "web3"));
        RunbookRun goesOn = await Run(markdown, request => On("web1", "web2", "web3")(request) with { FailureThreshold = FailureThreshold.Parse("34%")!.Value });

        Assert.Equal((RunbookRunStatus.Failed, "step 1 (test \"$SSH_FAKE\" != web2): web2: exit code 1"), (stopped.Status, stopped.Reason));
        Assert.Equal([RunbookStepStatus.Pending, RunbookStepStatus.Pending, RunbookStepStatus.Pending], stopped.Steps.Skip(3).Select(step => step.Status));
        Assert.Equal((RunbookRunStatus.Succeeded, "left out after they failed: web2 at step 1: exit code 1"), (goesOn.Status, goesOn.Reason));
        Assert.Equal(["on", "", "on"], goesOn.Steps.Skip(3).Select(step => step.Output));
        Assert.Equal((RunbookStepStatus.Skipped, "web2 failed at step 1: exit code 1"), (goesOn.Steps[4].Status, goesOn.Steps[4].Reason));
    }

    [Fact]
    public async Task A_step_that_fails_everywhere_ends_the_run_whatever_may_fail()
    {
        RunbookRun run = await Run("```bash\nfalse\n```", request => On("web1", "web2")(request) with { FailureThreshold = FailureThreshold.Parse("100%")!.Value });

        Assert.Equal((RunbookRunStatus.Failed, "step 1 (false): exit code 1"), (run.Status, run.Reason));
    }

    [Fact]
    public async Task A_machine_that_cannot_be_reached_fails_with_the_reason()
    {
        RunbookRun run = await Run("```bash\ntrue\n```", On("web1", "gone"));

        Assert.Equal([RunbookStepStatus.Succeeded, RunbookStepStatus.Failed], run.Steps.Select(step => step.Status));
        Assert.Equal("gone cannot be reached over ssh", run.Steps[1].Reason);
    }

    [Fact]
    public async Task Bash_that_is_not_there_is_named()
    {
        DirectoryInfo bare = Directory.CreateTempSubdirectory("incidentops-test-");
        try
        {
            foreach (string program in (string[])["mkdir", "rm", "mv", "sh"])
            {
                File.CreateSymbolicLink(Path.Join(bare.FullName, program), File.Exists("/usr/bin/" + program) ? "/usr/bin/" + program : "/bin/" + program);
            }

            _hosts.Path = bare.FullName;
            RunbookRun run = await Run("```bash {on-failure=continue}\ntrue\n```\n\n```sh\necho still\n```\n", On("web1"));

            Assert.Equal("there is no bash on web1; install it there, or write the step in sh", run.Steps[0].Reason);
            Assert.Equal("still", run.Steps[1].Output);
        }
        finally
        {
            bare.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task One_question_names_all_machines_and_as_many_run_at_once_as_may()
    {
        string[] hosts = [.. Enumerable.Range(1, 6).Select(number => $"web{number}")];
        RunbookRun run = await Run("```bash\ntouch /dev/null\n```", request => On(hosts)(request) with { ThrottleLimit = 2 });

        Assert.Equal(hosts, Assert.Single(Events.OfType<StepApproval>()).HostNames);
        Assert.Equal(6, run.Steps.Count(step => step.Status == RunbookStepStatus.Succeeded));
        Assert.InRange(_hosts.MostAtOnce, 1, 2);
    }

    [Fact]
    public async Task What_a_step_has_set_over_there_is_not_taken_for_harmless()
    {
        Answer = happened => (happened as StepApproval)?.Decline("no");
        RunbookRun run = await Run("```bash\nWHERE=/usr\n```\n\n```bash\nfind $WHERE -maxdepth 0\n```\n", On("web1"));

        Assert.Equal(RunbookStepStatus.Skipped, run.Steps[1].Status);
        Assert.Equal([2], Events.OfType<StepApproval>().Select(approval => approval.Step.Number));
    }

    [Fact]
    public async Task A_failing_machine_is_tried_again_alone_and_the_verification_is_asked_once()
    {
        Answer = happened =>
        {
            (happened as StepApproval)?.Approve();
            (happened as StepCondition)?.Answer(holds: true);
        };
        RunbookRun run = await Run("```bash {retry=1 verify=\"$true\"}\ntest \"$SSH_FAKE\" = web1 || test -n \"${AGAIN:-}\" || { AGAIN=1; false; }\n```", On("web1", "web2"));

        Assert.Equal(["web1 1", "web2 1", "web2 2"], Events.OfType<StepStarted>().Select(started => $"{started.HostName} {started.Attempt}"));
        Assert.Equal(["web1", "web2"], Assert.Single(Events.OfType<StepCondition>()).Results.Select(result => result.HostName));
        Assert.Equal((RunbookRunStatus.Succeeded, 2), (run.Status, run.Steps[1].Attempt));
    }

    [Fact]
    public async Task A_rollback_goes_back_where_the_step_has_run()
    {
        RunbookRun run = await Run(
            "```bash {undo=back}\ntest \"$SSH_FAKE\" != web2\n```\n\n```bash\nfalse\n```\n\n```bash {#back}\necho \"back on $SSH_FAKE\"\n```\n",
            request => On("web1", "web2", "web3")(request) with { Rollback = true, FailureThreshold = FailureThreshold.Parse("1")!.Value });

        Assert.Equal(["back on web1", "back on web3"], run.Steps.Where(step => step.Step.Number == 3).Select(step => step.Output));
        Assert.EndsWith("; taken back: step 1 by step 3", run.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_of_a_group_that_only_look_run_at_once_and_come_in_order()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("incidentops-test-");
        Answer = happened =>
        {
            // One after the other, the first would wait for ever.
            if (happened is StepStarted { Step.Number: 2 })
            {
                File.WriteAllText(Path.Join(folder.FullName, "go"), "");
            }

            (happened as StepApproval)?.Approve();
        };
        try
        {
            RunbookRun run = await Run(
                """
                ```bash {parallel=look timeout=60s}
                until test -e go; do sleep 0.01; done; echo first
                ```

                ```bash {parallel=look}
                echo second
                ```

                ```bash {parallel=look}
                touch /dev/null
                ```

                ```bash {parallel=look}
                echo fourth
                ```
                """,
                request => request with { WorkingDirectory = folder.FullName });

            Assert.Equal(RunbookRunStatus.Succeeded, run.Status);
            Assert.Equal(["first", "second", "", "fourth"], run.Steps.Select(step => step.Output));
            Assert.Equal([1, 2], Events.OfType<StepStarted>().Take(2).Select(started => started.Step.Number));
            Assert.True(Events.FindIndex(happened => happened is StepStarted { Step.Number: 3 }) > Events.FindLastIndex(happened => happened is StepFinished { Result.Step.Number: 1 or 2 }));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("", "web1,web2,db-1")]
    [InlineData("host=web*", "web1,web2")]
    [InlineData("host=db-1,WEB1", "db-1,web1")]
    [InlineData("host=local", "localhost")]
    public void A_step_is_for_the_machines_given_that_it_names(string attributes, string expected) =>
        Assert.Equal(expected, Places(attributes, ["web1", "web2", "db-1"], []));

    [Theory]
    [InlineData("", "localhost")]
    [InlineData("host=ada@web1:22", "ada@web1:22")]
    [InlineData("host=db-*", "ada@db-1,db-2:2222")]
    public void Where_none_are_given_it_is_for_what_it_names(string attributes, string expected) =>
        Assert.Equal(expected, Places(attributes, [], ["ada@db-1", "db-2:2222", "web"]));

    [Theory]
    [InlineData("host=nowhere", "web1", "is none of the machines given: web1")]
    [InlineData("host=nowhere-*", "", "give the machines with -HostName")]
    [InlineData("host=-oProxyCommand=x", "", "which is no machine that ssh can be asked for")]
    public async Task A_step_for_no_machine_fails_before_anything_runs(string attributes, string given, string expected)
    {
        string markdown = $"```bash {{{attributes}}}\ntrue\n```";
        Func<RunbookRunRequest, RunbookRunRequest> on = On(given.Length == 0 ? [] : [given]);
        RunbookRun run = await Run(markdown, on);
        RunbookPlan plan = RunbookPlanner.Plan(on(new RunbookRunRequest { Runbook = RunbookReader.Read(markdown), Environment = new Dictionary<string, string>(StringComparer.Ordinal) }));

        Assert.Contains(expected, run.Steps[0].Reason, StringComparison.Ordinal);
        Assert.Contains(expected, plan.Steps[0].Obstacle, StringComparison.Ordinal);
        Assert.Empty(Events.OfType<StepStarted>());
    }

    [Fact]
    public async Task A_person_and_PowerShell_are_asked_once_and_not_for_another_machine()
    {
        RunbookRun run = await Run("```powershell {on-failure=continue}\n1\n```\n\n```powershell {host=web1}\n1\n```\n", On("web1", "web2"));

        Assert.Single(Events.OfType<ScriptReached>());
        Assert.Equal(["localhost", "web1"], run.Steps.Select(step => step.HostName));
        Assert.Contains("runs on this machine only", run.Steps[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_could_be_an_option_is_refused()
    {
        IncidentOpsException refused = await Assert.ThrowsAsync<IncidentOpsException>(() => Run("1. `uptime`", On("-oProxyCommand=x")));

        Assert.Equal("HostNameInvalid", refused.ErrorId);
    }

    [Fact]
    public void The_hash_of_a_plan_is_for_its_machines()
    {
        RunbookRunRequest request = new() { Runbook = RunbookReader.Read("1. `uptime`"), Environment = new Dictionary<string, string>(StringComparer.Ordinal) };
        RunbookPlan[] plans = [.. new[] { request, On("web1")(request), On("web2")(request), On("web1", "web2")(request) }.Select(RunbookPlanner.Plan)];

        Assert.Equal(4, plans.Select(plan => plan.Hash).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("web1, web2", plans[3].Steps[0].HostName);
    }

    [Theory]
    [InlineData("0", 10, 0)]
    [InlineData("2", 10, 2)]
    [InlineData("30%", 10, 3)]
    [InlineData("30 %", 3, 0)]
    [InlineData("100%", 7, 7)]
    [InlineData("101%", 7, null)]
    [InlineData("-1", 7, null)]
    [InlineData("some", 7, null)]
    public void A_threshold_is_a_number_or_a_share(string text, int hosts, int? expected) => Assert.Equal(expected, FailureThreshold.Parse(text)?.Of(hosts));

    private static string Places(string attributes, string[] given, string[] known) =>
        string.Join(',', new StepHosts(given, known).Of(RunbookReader.Read($"```bash {{{attributes}}}\ntrue\n```").Steps[0]).Names);

    private static Func<RunbookRunRequest, RunbookRunRequest> On(params string[] hosts) => request => request with { HostNames = hosts };
}
