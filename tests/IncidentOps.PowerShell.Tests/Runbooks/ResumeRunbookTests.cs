using System.Management.Automation;
using IncidentOps.PowerShell.Tests.Incidents;

namespace IncidentOps.PowerShell.Tests.Runbooks;

/// <summary>Runs that are recorded, listed, and gone on with.</summary>
public sealed class ResumeRunbookTests
{
    private const string Changes = "1. Look `echo hello`\n2. Change `echo done >>changed`\n3. Say `echo bye`\n";
    private const string Fails = "1. Count `echo one >>count; echo one`\n2. Look `cat mended`\n3. Say `echo two`\n";
    private const string Waits = "1. Count `echo one >>count; echo counted`\n2. Ask the provider\n3. Say `echo hello`\n";

    [Theory]
    [InlineData("")]
    [InlineData("-Incident INC-1")]
    public void A_waiting_run_goes_on_where_it_stood(string incident)
    {
        using ModuleRunspace session = Session(Waits, new AnsweringHost(text: "called them"));
        session.Invoke("New-Incident 'Checkout fails' -Severity P1 -Service checkout").Succeeded();
        string id = session.Invoke($"(Invoke-Runbook -Path x.md {incident} -Confirm:$false -WarningAction SilentlyContinue).Id").Single<string>();

        Assert.Equal("Waiting|Succeeded Waiting Pending|counted", Shown(session));
        Assert.Contains("waits for a person", Assert.Single(session.Invoke("Resume-Runbook -Confirm:$false").Succeeded().Warnings).Message, StringComparison.Ordinal);
        Assert.Equal("Waiting|Succeeded Waiting Pending|counted", Shown(session));

        // Somebody is asked, and has done it.
        PSObject run = Assert.Single(session.Invoke("Resume-Runbook").Succeeded().Output);
        Assert.Equal($"Succeeded {id}", $"{run.Properties["Status"].Value} {run.Properties["Id"].Value}");
        Assert.Equal("Succeeded|Succeeded Succeeded Succeeded|counted called them hello", Shown(session));
        Assert.Equal("one\n", File.ReadAllText(Path.Combine(session.Folder, "count")));
        Assert.Equal(1, session.Invoke("@(Get-RunbookRun).Count").Single<int>());
    }

    [Fact]
    public void A_script_answers_for_the_person_that_the_run_waits_for()
    {
        const string asks = "1. Ask the provider\n2. Say `echo hello`\n3. Ask the customer\n";
        using ModuleRunspace session = Session(asks);
        session.Invoke("New-Incident 'Checkout fails' -Severity P1 -Service checkout").Succeeded();
        session.Invoke("Invoke-Runbook -Path x.md -Incident INC-1 -Confirm:$false -WarningAction SilentlyContinue").Succeeded();
        session.Invoke("Resume-Runbook -Finding 'See it too' -WhatIf").Succeeded();
        Assert.Equal("Waiting|Waiting Pending Pending|", Shown(session));

        // One answer is for one step.
        session.Invoke("Resume-Runbook -Finding ' They see it too ' -Confirm:$false -WarningAction SilentlyContinue").Succeeded();
        Assert.Equal("Waiting|Succeeded Succeeded Waiting|They see it too hello", Shown(session));
        session.Invoke("Get-RunbookRun | Resume-Runbook -Finding ''").Succeeded();
        Assert.Equal("Succeeded|Succeeded Succeeded Succeeded|They see it too hello", Shown(session));
        Assert.Equal("Ask the provider: They see it too", session.Invoke("(Get-IncidentTimeline INC-1 | Where-Object Text -like 'Ask*').Text").Single<string>());
    }

    [Fact]
    public void An_answer_that_nobody_waits_for_is_refused()
    {
        using ModuleRunspace session = Session(Fails);
        session.Invoke("$null = Invoke-Runbook -Path x.md -Confirm:$false -ErrorAction SilentlyContinue; $run = Get-RunbookRun").Succeeded();

        Assert.Contains("Failed", session.Invoke("$run | Resume-Runbook -Retry -Finding 'x'").Failed("RunbookRunAwaitsNobody").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_stands_for_its_id()
    {
        using ModuleRunspace session = Session(Fails);
        session.Invoke("$run = Invoke-Runbook -Path x.md -Confirm:$false -ErrorAction SilentlyContinue").Succeeded();

        Assert.Equal("Failed", session.Invoke("\"$((Get-RunbookRun $run).Status)\"").Single<string>());
        Assert.Equal("Failed", session.Invoke("\"$(($run | Get-RunbookRun).Status)\"").Single<string>());
        Assert.Equal(2, session.Invoke("@(Get-RunbookRun -Id $run, $run.Id).Count").Single<int>());
        session.Invoke("Resume-Runbook $run -WhatIf").Succeeded();
        session.Invoke("Resume-Runbook 'nothing'").Failed("RunbookRunNotFound");
    }

    [Fact]
    public void What_steps_had_set_is_there_again_or_has_to_be_given()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no bash.");
        using ModuleRunspace session = Session("```bash\nexport POD=pod-1 ACCESS_TOKEN=$(printf 'hunter2-%s' long); cd /\n```\n\n```bash\ntest -e \"$OLDPWD/mended\"\n```\n\n```bash\necho \"$POD $PWD $(printenv ACCESS_TOKEN)\"\n```\n");
        session.Invoke("$run = Invoke-Runbook -Path x.md -Confirm:$false -ErrorAction SilentlyContinue").Succeeded();

        session.Invoke("Resume-Runbook $run -Skip -Confirm:$false").Failed("RunbookParameterMissing");
        Assert.Equal("Failed", session.Invoke("\"$((Get-RunbookRun $run).Status)\"").Single<string>());
        Assert.Equal("pod-1 / ***", session.Invoke("(Resume-Runbook $run -Skip -Confirm:$false -Parameter @{ ACCESS_TOKEN = 'hunter2-long' }).Steps[2].Output").Single<string>());
    }

    [Fact]
    public void Runs_are_listed_newest_first_and_found_again()
    {
        using ModuleRunspace session = Session("1. Say `echo hello`\n");
        File.WriteAllText(Path.Combine(session.Folder, "other.md"), "1. Look `cat /nowhere/at/all`\n");
        session.Invoke(
            """
            $i = New-Incident 'Checkout fails' -Severity P1 -Service checkout
            $one = Invoke-Runbook -Path x.md
            $two = Invoke-Runbook -Path other.md -Incident $i.Id -ErrorAction SilentlyContinue
            $three = Invoke-Runbook -Path x.md -Incident $i.Id
            $null = Invoke-Runbook -Path x.md -WhatIf
            """);

        Assert.Equal("x other x", session.Invoke("(Get-RunbookRun).Runbook -join ' '").Single<string>());
        Assert.Equal("True", session.Invoke("\"$((Get-RunbookRun).Id -join ' ' -eq ($three.Id, $two.Id, $one.Id -join ' '))\"").Single<string>());
        Assert.Equal("other", session.Invoke("(Get-RunbookRun -Status Failed).Runbook").Single<string>());
        Assert.Equal("x x", session.Invoke("(Get-RunbookRun -Runbook 'x*').Runbook -join ' '").Single<string>());
        Assert.Equal("x other", session.Invoke("(Get-RunbookRun -Incident INC-1).Runbook -join ' '").Single<string>());
        Assert.Equal("hello", session.Invoke("(Get-RunbookRun -First 1).Steps[0].Output").Single<string>());
        Assert.Empty(session.Invoke("Get-RunbookRun -Until ([DateTime]::Today.AddDays(-1))").Succeeded().Output);
        Assert.Equal("True", session.Invoke("\"$(($one | Get-RunbookRun).Steps[0].Output -eq 'hello')\"").Single<string>());
        Assert.Equal(3, session.Complete("Get-RunbookRun ").Count);
        session.Invoke("Get-RunbookRun no-such-run").Failed("RunbookRunNotFound");
        session.Invoke("Resume-Runbook $one.Id").Failed("RunbookRunIsOver");
        session.Invoke("Resume-Runbook $two.Id").Failed("RunbookStepHasFailed");
        session.Invoke("Resume-Runbook").Failed("RunbookNothingToResume");
    }

    [Fact]
    public void Several_that_wait_have_to_be_told_apart()
    {
        using ModuleRunspace session = Session("1. Ask the provider\n");
        session.Invoke("1..2 | ForEach-Object { Invoke-Runbook -Path x.md -WarningAction SilentlyContinue -Confirm:$false }").Succeeded();

        session.Invoke("Resume-Runbook -Confirm:$false").Failed("RunbookSeveralToResume");
        Assert.Equal(2, session.Invoke("Get-RunbookRun | Resume-Runbook -Confirm:$false -WarningAction SilentlyContinue").Succeeded().Output.Count);
    }

    [Fact]
    public void A_document_whose_steps_have_changed_is_refused_and_one_whose_prose_has_is_not()
    {
        using ModuleRunspace session = Session(Waits);
        session.Invoke("Invoke-Runbook -Path x.md -Confirm:$false -WarningAction SilentlyContinue").Succeeded();
        string file = Path.Combine(session.Folder, "x.md");

        File.WriteAllText(file, Waits.Replace("hello", "bye", StringComparison.Ordinal));
        Assert.Contains("step 3 has changed", session.Invoke("Resume-Runbook -Confirm:$false").Failed("RunbookChanged").ToString(), StringComparison.Ordinal);
        File.WriteAllText(file, Waits + "4. One more `uptime`\n");
        session.Invoke("Resume-Runbook -Confirm:$false").Failed("RunbookChanged");
        File.WriteAllText(file, "# A title\n\nSome words.\n\n" + Waits);
        session.Invoke("Resume-Runbook -Confirm:$false -WarningAction SilentlyContinue").Succeeded();
    }

    [Fact]
    public void A_secret_is_not_recorded_and_asked_for_again()
    {
        const string runbook = "---\nparameters: { token: { secret: true }, unit: { } }\n---\n1. Use `echo \"$UNIT $TOKEN\"`\n2. Ask the provider\n3. Use it once more `echo \"$TOKEN\" | wc -c; echo \"$UNIT\"`\n";
        using ModuleRunspace session = Session(runbook);
        session.Invoke("Invoke-Runbook -Path x.md -Parameter @{ token = 'hush-hush'; unit = 'api' } -Confirm:$false -WarningAction SilentlyContinue").Succeeded();

        Assert.Contains("token", session.Invoke("Resume-Runbook -Confirm:$false").Failed("RunbookParameterMissing").ToString(), StringComparison.Ordinal);
        session.Invoke("Resume-Runbook -Confirm:$false -Parameter @{ token = 'x'; unit = 'db' }").Failed("RunbookRunValueChanged");
        session.Invoke("Resume-Runbook -Confirm:$false -Parameter @{ token = 'hush-hush' } -WarningAction SilentlyContinue").Succeeded();
        foreach (string name in Directory.GetFiles(session.Folder, "incidents.db*"))
        {
            using FileStream file = new(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using StreamReader reader = new(file, System.Text.Encoding.Latin1);
            Assert.DoesNotContain("hush-hush", reader.ReadToEnd(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void WhatIf_names_what_is_left_and_a_missing_folder_is_named()
    {
        using ModuleRunspace session = Session(Waits);
        string elsewhere = Path.Combine(session.Folder, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        session.Invoke(
            "$from = $ExecutionContext.SessionState.Path; $null = $from.SetLocation('elsewhere'); Invoke-Runbook -Path ../x.md -Confirm:$false -WarningAction SilentlyContinue; $null = $from.SetLocation('..')").Succeeded();

        PSObject run = Assert.Single(session.Invoke("Resume-Runbook -WhatIf").Succeeded().Output);
        Assert.Equal("Planned", $"{run.Properties["Status"].Value}");
        Assert.Equal("Waiting", session.Invoke("\"$((Get-RunbookRun).Status)\"").Single<string>());
        Directory.Delete(elsewhere, recursive: true);
        session.Invoke("Resume-Runbook -Confirm:$false").Failed("RunbookRunFolderGone");
    }

    [Fact]
    public void A_step_that_may_have_run_is_never_silently_run_twice()
    {
        using ModuleRunspace session = Session(Changes);
        Interrupt(session);

        Assert.Equal("Interrupted|Succeeded Running Pending|hello", Shown(session));
        Assert.Contains("-Retry", session.Invoke("Resume-Runbook -Confirm:$false").Failed("RunbookStepUncertain").ToString(), StringComparison.Ordinal);
        Assert.Equal("Interrupted|Succeeded Running Pending|hello", Shown(session));

        session.Invoke("Resume-Runbook -Skip -Confirm:$false").Succeeded();
        Assert.Equal("Succeeded|Succeeded Skipped Succeeded|hello bye", Shown(session));
        Assert.Equal("done\n", File.ReadAllText(Path.Combine(session.Folder, "changed")));
    }

    [Fact]
    public void It_is_run_again_where_that_is_said()
    {
        using ModuleRunspace session = Session(Changes);
        Interrupt(session);

        session.Invoke("Resume-Runbook -Retry -Confirm:$false").Succeeded();
        Assert.Equal("Succeeded|Succeeded Succeeded Succeeded|hello bye", Shown(session));
        Assert.Equal("done\ndone\n", File.ReadAllText(Path.Combine(session.Folder, "changed")));
    }

    [Theory]
    [InlineData(0, "Succeeded|Succeeded Succeeded Succeeded|hello bye", "done\ndone\n")]
    [InlineData(1, "Succeeded|Succeeded Skipped Succeeded|hello bye", "done\n")]
    [InlineData(2, "Interrupted|Succeeded Running Pending|hello", "done\n")]
    public void A_person_is_asked_about_it(int answer, string shown, string changed)
    {
        AnsweringHost host = new(answer);
        using ModuleRunspace session = Session(Changes, host);
        Interrupt(session);

        // The step's own question is answered with yes to all, which the first answer is not.
        session.Invoke("Resume-Runbook").Succeeded();
        Assert.Contains("may have run already", host.Questions[0], StringComparison.Ordinal);
        Assert.Equal(shown, Shown(session));
        Assert.Equal(changed, File.ReadAllText(Path.Combine(session.Folder, "changed")));
    }

    [Fact]
    public void One_whose_verification_is_true_counts_as_done()
    {
        using ModuleRunspace session = Session("1. Look `echo hello`\n\n```bash {verify=\"$Steps[1].Output -eq 'hello'\"}\necho done >>changed\n```\n\n3. Say `echo bye`\n");
        Interrupt(session);

        session.Invoke("Resume-Runbook -Confirm:$false").Succeeded();
        Assert.Equal("Succeeded|Succeeded Succeeded Succeeded|hello bye", Shown(session));
        Assert.Equal("done\n", File.ReadAllText(Path.Combine(session.Folder, "changed")));
        Assert.Contains("its verification is true", session.Invoke("(Get-RunbookRun).Steps[1].Reason").Single<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_only_looks_runs_again()
    {
        using ModuleRunspace session = Session("1. Look `echo hello`\n2. Look again `echo again`\n3. Say `echo bye`\n");
        Interrupt(session);

        session.Invoke("Resume-Runbook -Confirm:$false").Succeeded();
        Assert.Equal("Succeeded|Succeeded Succeeded Succeeded|hello again bye", Shown(session));
    }

    [Fact]
    public void Where_nothing_can_be_recorded_only_looking_goes_on()
    {
        using ModuleRunspace session = Session("1. Look `echo hello`\n");
        Directory.CreateDirectory(session.StorePath);

        ScriptResult looked = session.Invoke("(Invoke-Runbook -Path x.md -ReadOnly).Steps[0].Output");
        Assert.Equal("hello", looked.Single<string>());
        Assert.Contains("not recorded", Assert.Single(looked.Warnings).Message, StringComparison.Ordinal);
        Assert.NotEmpty(session.Invoke("Invoke-Runbook -Path x.md").Errors);
    }

    [Fact]
    public void A_run_that_broke_off_while_its_process_lives_on_is_interrupted()
    {
        using ModuleRunspace session = Session("1. Look `echo hello`\n2. Look again `echo again`\n");
        session.Invoke("$null = Invoke-Runbook -Path x.md").Succeeded();
        ModuleStore.Execute(session.StorePath, "DELETE FROM event WHERE sequence > 2");

        Assert.Equal("Interrupted|Running Pending|", Shown(session));
        session.Invoke("Resume-Runbook").Succeeded();
        Assert.Equal("Succeeded|Succeeded Succeeded|hello again", Shown(session));
    }

    [Theory]
    [InlineData("-Retry", "Succeeded|Succeeded Succeeded Succeeded|one mended two")]
    [InlineData("-Skip", "Succeeded|Succeeded Skipped Succeeded|one two")]
    public void A_failed_run_goes_on_at_the_step_that_failed(string how, string expected)
    {
        using ModuleRunspace session = Session(Fails);
        session.Invoke("$run = Invoke-Runbook -Path x.md -Confirm:$false -ErrorAction SilentlyContinue").Succeeded();

        Assert.Equal("Failed|Succeeded Failed Pending|one", Shown(session));
        Assert.Contains("-Retry", session.Invoke("$run | Resume-Runbook -Confirm:$false").Failed("RunbookStepHasFailed").ToString(), StringComparison.Ordinal);
        session.Invoke("Resume-Runbook").Failed("RunbookNothingToResume");

        // Not yet mended, it fails again.
        session.Invoke("$run | Resume-Runbook -Retry -Confirm:$false").Failed("RunbookFailed");
        Assert.Equal("Failed|Succeeded Failed Pending|one", Shown(session));
        Assert.Equal("Planned", session.Invoke($"\"$(($run | Resume-Runbook {how} -WhatIf).Status)\"").Single<string>());
        File.WriteAllText(Path.Combine(session.Folder, "mended"), "mended\n");
        session.Invoke($"$run | Resume-Runbook {how} -Confirm:$false").Succeeded();

        Assert.Equal(expected, Shown(session));
        Assert.Equal("one\n", File.ReadAllText(Path.Combine(session.Folder, "count")));
        session.Invoke("$run | Resume-Runbook -Retry -Confirm:$false").Failed("RunbookRunIsOver");
        Assert.True(session.Invoke("(Test-IncidentLog).Valid -notcontains $false").Single<bool>());
    }

    [Theory]
    [InlineData(0, "Succeeded|Succeeded Succeeded Succeeded|one mended two")]
    [InlineData(1, "Succeeded|Succeeded Skipped Succeeded|one two")]
    [InlineData(2, "Failed|Succeeded Failed Pending|one")]
    public void A_person_is_asked_about_a_step_that_failed(int answer, string expected)
    {
        AnsweringHost host = new(answer);
        using ModuleRunspace session = Session(Fails, host);
        session.Invoke("$run = Invoke-Runbook -Path x.md -Confirm:$false -ErrorAction SilentlyContinue").Succeeded();
        File.WriteAllText(Path.Combine(session.Folder, "mended"), "mended\n");

        session.Invoke("$run | Resume-Runbook").Succeeded();
        Assert.Contains("It has failed: exit code 1", host.Questions[0], StringComparison.Ordinal);
        Assert.Equal(expected, Shown(session));
    }

    [Fact]
    public void A_failed_step_whose_verification_is_true_by_now_counts_as_done()
    {
        using ModuleRunspace session = Session("1. Say `echo one`\n\n```bash {timeout=1s verify=\"$Steps[1].Output -eq 'two'\"}\ntrue\n```\n\n```bash {verify=\"$Steps[1].Output -eq 'one'\"}\nfalse\n```\n");
        session.Invoke("$run = Invoke-Runbook -Path x.md -Confirm:$false -ErrorAction SilentlyContinue").Succeeded();
        session.Invoke("$run = $run | Resume-Runbook -Skip -Confirm:$false -ErrorAction SilentlyContinue").Succeeded();
        Assert.Equal("Failed|Succeeded Skipped Failed|one", Shown(session));

        session.Invoke("$run | Resume-Runbook -Confirm:$false").Succeeded();
        Assert.Equal("Succeeded|Succeeded Skipped Succeeded|one", Shown(session));
    }

    [Fact]
    public void A_run_that_died_while_it_went_on_at_a_failed_step_goes_on_there()
    {
        using ModuleRunspace session = Session(Fails);
        session.Invoke("$run = Invoke-Runbook -Path x.md -Confirm:$false -ErrorAction SilentlyContinue; $null = $run | Resume-Runbook -Retry -Confirm:$false -ErrorAction SilentlyContinue").Succeeded();
        ModuleStore.Execute(
            session.StorePath,
            """
            DELETE FROM event WHERE sequence > (SELECT sequence FROM event WHERE type = 'RunbookResumed');
            UPDATE event SET body = json_set(body, '$.runner.start', '1') WHERE type = 'RunbookResumed';
            """);

        Assert.Equal("Interrupted|Succeeded Pending Pending|one", Shown(session));
        File.WriteAllText(Path.Combine(session.Folder, "mended"), "mended\n");
        session.Invoke("Resume-Runbook -Confirm:$false").Succeeded();
        Assert.Equal("Succeeded|Succeeded Succeeded Succeeded|one mended two", Shown(session));
    }

    [Fact]
    public void A_failed_run_that_took_back_what_it_did_is_over()
    {
        using ModuleRunspace session = Session("```bash {undo=back}\ntouch made\n```\n\n```bash {#back}\nrm made\n```\n\n```bash\ntest -e mended\n```\n");
        session.Invoke("$run = Invoke-Runbook -Path x.md -Rollback -Confirm:$false -ErrorAction SilentlyContinue").Succeeded();

        Assert.Contains("taken back", session.Invoke("$run | Resume-Runbook -Retry -Confirm:$false").Failed("RunbookRunIsOver").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE event SET body = replace(body, 'hello', 'HELLO') WHERE sequence = 3", "3|*was changed*")]
    [InlineData("DELETE FROM event WHERE sequence = 2", "2|*is missing*")]
    [InlineData("DELETE FROM event WHERE sequence = 1", "1|*is missing*")]
    public void The_log_of_a_run_is_held_to_its_chain(string change, string expected)
    {
        using ModuleRunspace session = Session("1. Say `echo hello`\n");
        string id = session.Invoke("(Invoke-Runbook -Path x.md).Id").Single<string>();
        Assert.Equal($"True {id} ", session.Invoke("Test-IncidentLog | ForEach-Object { \"$($_.Valid) $($_.Run) $($_.Incident)\" }").Single<string>());

        ModuleStore.Execute(session.StorePath, change);
        string shown = session.Invoke("Test-IncidentLog | Where-Object Valid -eq $false | ForEach-Object { \"$($_.FirstBadSequence)|$($_.Reason)\" }").Single<string>();
        Assert.True(new WildcardPattern(expected).IsMatch(shown), shown);
    }

    /// <summary>Runs the runbook, and makes its record that of a process that died in its second step.</summary>
    private static void Interrupt(ModuleRunspace session)
    {
        session.Invoke("$null = Invoke-Runbook -Path x.md -Confirm:$false").Succeeded();
        ModuleStore.Execute(
            session.StorePath,
            """
            DELETE FROM event WHERE sequence > (SELECT sequence FROM event WHERE type = 'RunbookStepStarted' AND json_extract(body, '$.number') = 2);
            UPDATE event SET body = json_set(body, '$.setup.runner.start', '1') WHERE type = 'RunbookStarted';
            """);
    }

    private static string Shown(ModuleRunspace session) => session.Invoke(
        "Get-RunbookRun | ForEach-Object { \"$($_.Status)|$($_.Steps.Status)|$(($_.Steps.Output | Where-Object { $_ }) -join ' ')\" }").Single<string>();

    private static ModuleRunspace Session(string markdown, AnsweringHost? host = null)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These steps are written for a Unix shell.");
        ModuleRunspace session = new(host: host);
        File.WriteAllText(Path.Combine(session.Folder, "x.md"), markdown);
        return session;
    }
}
