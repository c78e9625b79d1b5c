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

    [Fact]
    public void What_takes_too_long_is_ended_and_the_session_lives_on() =>
        Assert.Equal("TimedOut|2", _session.Invoke($"{Invoking("while ($true) { }", " {timeout=50ms}")}; \"$($step.Status)|$(1 + 1)\"").Single<string>());

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

    private string Invoking(string script, string attributes = "")
    {
        Write(script, attributes);
        return "$step = (Invoke-Runbook -Path x.md -Confirm:$false -ErrorAction SilentlyContinue).Steps[0]";
    }

    private void Write(string script, string attributes) =>
        File.WriteAllText(Path.Join(_session.Folder, "x.md"), $"```powershell{attributes}\n{script}\n```\n");
}
