namespace IncidentOps.PowerShell.Tests.Runbooks;

/// <summary>Steps in PowerShell run in the caller's session.</summary>
public sealed class RunbookScriptTests : IDisposable
{
    private readonly ModuleRunspace _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("function hello { 'hello' }; $mine = 7", "hello; $mine", "Succeeded||hello|7")]
    [InlineData("", "'one'; Get-IncidentDeadline; 'two'; $null; 3", "Succeeded||one|two|3")]
    [InlineData("", "Get-Command Get-Incident | ForEach-Object { $_ }", "Succeeded||*Get-Incident*")]
    [InlineData("", "throw 'no good'; 'after'", "Failed|no good|")]
    [InlineData("", "'before'; Get-Incident INC-99; 'after'", "Failed|*INC-99*|before")]
    [InlineData("", "(", "Failed|*|")]
    [InlineData("", "'before'; exit 3", "*|before")]
    [InlineData("", "$Steps.Count", "Succeeded||0")]
    [InlineData("", "$ConfirmPreference", "Succeeded||None")]
    public void It_sees_the_session_and_its_end_is_the_steps(string before, string script, string expected)
    {
        string shown = _session.Invoke($"{before}\n{Invoking(script)}\n\"$($step.Status)|$($step.Reason)|$($step.Output)\"").All<string>().Single().ReplaceLineEndings("|");

        Assert.True(new System.Management.Automation.WildcardPattern(expected).IsMatch(shown), shown);
    }

    [Fact]
    public void It_leaves_the_session_as_it_was() =>
        Assert.Equal("mine|Continue|High", _session.Invoke($"$x = 'mine'; {Invoking("$x = 'its'; $y = 1")}; \"$x$y|$ErrorActionPreference|$ConfirmPreference\"").Single<string>());

    [Fact]
    public void A_look_goes_on_after_an_error() =>
        Assert.Equal("Succeeded|after", _session.Invoke($"{Invoking("Get-Incident INC-99; 'after'", " {risk=read}")}; \"$($step.Status)|$($step.Output)\"").Single<string>());

    [Theory]
    [InlineData("50ms")]
    [InlineData("1ms")]
    public void What_takes_too_long_is_ended_and_the_session_lives_on(string timeout) =>
        Assert.Equal("TimedOut|2", _session.Invoke($"{Invoking("while ($true) { }", $" {{timeout={timeout}}}")}; \"$($step.Status)|$(1 + 1)\"").Single<string>());

    [Fact]
    public void It_asks_before_it_runs()
    {
        Write("[System.IO.File]::WriteAllText(\"$PWD/made\", '')", "");

        _session.Invoke("$null = Invoke-Runbook -Path x.md").Failed("RunbookNeedsConfirmation");
        _session.Invoke("$null = Invoke-Runbook -Path x.md -WhatIf").Succeeded();
        Assert.False(File.Exists(Path.Join(_session.Folder, "made")));

        _session.Invoke("$null = Invoke-Runbook -Path x.md -Confirm:$false").Succeeded();
        Assert.True(File.Exists(Path.Join(_session.Folder, "made")));
    }

    [Theory]
    [InlineData("$Value")]
    [InlineData("\"$value\"")]
    [InlineData("'<value>'")]
    [InlineData("function show($Text) { $Text }; show <value>")]
    [InlineData("function show($Text) { $Text }; show -Text:<value>")]
    [InlineData("\"{{ value }}\"")]
    [InlineData("@'\n<value>\n'@")]
    [InlineData("$env:VALUE")]
    [InlineData("& { param($x) $x } $value")]
    public void A_value_is_a_value_whatever_it_holds(string script)
    {
        string[] values =
        [
            "$(1 + 1)", "'; 'more", "\"; \"more", "`\"", "a b  c", "a\nb; exit", "$HOME", "-Force", "@(1)", "\u2018; \u201d; 'x", "{ }", "\u00e4\ud83d\ude00",
        ];
        File.WriteAllText(Path.Join(_session.Folder, "x.md"), $"---\nparameters: {{ value: {{ }} }}\n---\n```powershell\n{script}\n```\n");
        foreach (string value in values)
        {
            Assert.Equal($"Succeeded|{value}", _session.Invoke(
                "$step = (Invoke-Runbook -Path x.md -Parameter @{ value = $given } -Confirm:$false).Steps[0]; \"$($step.Status)|$($step.Output)\"", ("given", value)).Single<string>());
        }
    }

    [Theory]
    [InlineData("& ([ScriptBlock]::Create(\"'$value'\"))", "a b", "Failed")]
    [InlineData("& ([ScriptBlock]::Create(\"'$value'\"))", "ab", "Succeeded|ab")]
    [InlineData("$pid", "7", "Succeeded|*")]
    public void A_value_that_could_be_read_as_code_is_refused(string script, string value, string expected)
    {
        File.WriteAllText(Path.Join(_session.Folder, "x.md"), $"---\nparameters: {{ value: {{ }} }}\n---\n```powershell\n{script}\n```\n");
        string shown = _session.Invoke(
            "$step = (Invoke-Runbook -Path x.md -Parameter @{ value = $given } -Confirm:$false -ErrorAction SilentlyContinue).Steps[0]; \"$($step.Status)|$($step.Output)\"", ("given", value)).Single<string>();

        Assert.True(new System.Management.Automation.WildcardPattern(expected + "*").IsMatch(shown), shown);
    }

    [Fact]
    public void A_variable_of_PowerShell_s_own_is_no_value_of_the_runbook()
    {
        File.WriteAllText(Path.Join(_session.Folder, "x.md"), "---\nparameters: { pid: { default: '7' } }\n---\n```powershell\n$PID\n```\n```powershell\n<pid>\n```\n");

        Assert.Equal("Failed|$PID is PowerShell's own*", _session.Invoke("$run = Invoke-Runbook -Path x.md -Confirm:$false -ErrorAction SilentlyContinue; \"$($run.Steps[0].Status)|$($run.Steps[0].Reason.Substring(0, 24))*\"").Single<string>());
        Assert.Equal("7", _session.Invoke("(Invoke-Runbook -Path x.md -From 2 -Confirm:$false).Steps[1].Output").Single<string>());
    }

    [Fact]
    public void What_a_shell_has_set_reaches_it_and_what_it_starts()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These steps are written for a Unix shell.");
        File.WriteAllText(Path.Join(_session.Folder, "x.md"), """
            ```bash
            export IO_TEST_EXPORTED="two words" UNIT="$UNIT-other"; kept=1; list=(a b)
            ```

            ```powershell
            "$IO_TEST_EXPORTED|$env:IO_TEST_EXPORTED|$unit|$kept|$list"; printenv IO_TEST_EXPORTED; $env:IO_TEST_EXPORTED = 'changed'; $env:IO_TEST_NEW = 'new'
            ```
            """);

        Assert.Equal(
            "two words|two words|api-other|1|\ntwo words||",
            _session.Invoke("$run = Invoke-Runbook -Path x.md -Parameter @{ UNIT = 'api' } -Confirm:$false; \"$($run.Steps[1].Output)|$env:IO_TEST_EXPORTED|$env:IO_TEST_NEW\"").Single<string>());
    }

    [Fact]
    public void Folder_and_environment_go_on_between_it_and_a_shell()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no bash.");
        Directory.CreateDirectory(Path.Join(_session.Folder, "one [1]", "two"));
        File.WriteAllText(
            Path.Join(_session.Folder, "x.md"),
            "```bash\ncd 'one [1]'\nexport A_ONE=1\n```\n```powershell {risk=read}\n\"$([IO.Path]::GetFileName($PWD)) $env:A_ONE $(printenv A_ONE) $(bash -c 'basename \"$PWD\"')\"\n$env:A_TWO = 'x  y'\n$env:A_ONE = $null\n$null = $ExecutionContext.SessionState.Path.SetLocation('two')\n```\n"
            + "```bash\necho \"$(basename \"$PWD\") $A_TWO ${A_ONE-none}\"\n```\n```powershell {risk=read}\n\"$([IO.Path]::GetFileName($PWD)) $env:A_TWO\"\n```\n");

        Assert.Equal(
            ["one [1] 1 1 one [1]", "two x  y none", "two x  y", "True []"],
            _session.Invoke("$before = \"$PWD\"; (Invoke-Runbook -Path x.md -Confirm:$false).Steps[1..3].Output; \"$($before -eq $PWD) [$env:A_TWO]\"").All<string>());
    }

    [Fact]
    public void Its_objects_are_kept_for_later_steps_and_for_the_caller()
    {
        File.WriteAllText(
            Path.Join(_session.Folder, "x.md"),
            "```powershell {risk=read}\nGet-Command Get-Incident\n[pscustomobject]@{ Answer = 42 }\n'text'\n```\n```powershell {risk=read}\n$Steps[1].Objects[1].Answer + 1\n```\n");

        Assert.Equal(
            "CmdletInfo 42 text 3 43",
            _session.Invoke("$run = Invoke-Runbook -Path x.md -Confirm:$false; $o = $run.Steps[0].Objects; \"$($o[0].GetType().Name) $($o[1].Answer) $($o[2]) $($o.Count) $($run.Steps[1].Output)\"").Single<string>());
        Assert.Equal("0", _session.Invoke("\"$(@(Get-RunbookRun)[0].Steps[0].Objects.Count)\"").Single<string>());
    }

    [Fact]
    public void A_secret_is_a_text_that_no_output_shows()
    {
        File.WriteAllText(Path.Join(_session.Folder, "x.md"), "---\nparameters: { io_test_token: { secret: true } }\n---\n```powershell\n\"<$io_test_token>\"; $io_test_token.Length; \"$env:OTHER\"; [Environment]::GetEnvironmentVariable('io_test_token')\n```\n");

        Assert.Equal("<***>\n12", _session.Invoke("(Invoke-Runbook -Path x.md -Parameter @{ io_test_token = 'hunter2-long' } -Confirm:$false).Steps[0].Output").Single<string>());
    }

    private string Invoking(string script, string attributes = "")
    {
        Write(script, attributes);
        return "$step = (Invoke-Runbook -Path x.md -Confirm:$false -ErrorAction SilentlyContinue).Steps[0]";
    }

    private void Write(string script, string attributes) =>
        File.WriteAllText(Path.Join(_session.Folder, "x.md"), $"```powershell{attributes}\n{script}\n```\n");
}
