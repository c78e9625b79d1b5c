using IncidentOps.PowerShell.Tests.Incidents;

namespace IncidentOps.PowerShell.Tests.Runbooks;

/// <summary>What runbooks ask who sits there, and nobody else: no run waits for an answer that never comes.</summary>
public sealed class RunbookQuestionTests
{
    private const string Change = "Invoke-Runbook -Path change.md";
    private const string Think = "Invoke-Runbook -Path think.md";
    private const string Want = "Get-RunbookPlan -Path want.md";

    [Fact]
    public void Who_sits_there_is_asked_before_a_change()
    {
        AnsweringHost host = new(answer: 0);
        using ModuleRunspace session = Session(host);

        Assert.Equal("Succeeded", session.Invoke($"\"$(({Change}).Status)\"").Single<string>());
        Assert.Single(host.Questions);
        Assert.True(File.Exists(Path.Join(session.Folder, "made")));
    }

    [Theory]
    [InlineData(Change)]
    [InlineData(Change + " -Confirm")]
    [InlineData("$ConfirmPreference = 'Low'; " + Change)]
    public void In_a_job_or_a_remote_session_a_change_is_refused_in_place_of_a_question(string script)
    {
        AnsweringHost host = new(answer: 0, name: "ServerRemoteHost");
        using ModuleRunspace session = Session(host);

        Assert.Contains("-Confirm:$false", session.Invoke("$null = " + script.Replace("; ", "; $null = ", StringComparison.Ordinal)).Failed("RunbookNeedsConfirmation").ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Questions);
        Assert.False(File.Exists(Path.Join(session.Folder, "made")));
    }

    [Theory]
    [InlineData(Change + " -Confirm:$false", nameof(AnsweringHost))]
    [InlineData("$ConfirmPreference = 'None'; " + Change, nameof(AnsweringHost))]
    [InlineData("$ConfirmPreference = 'None'; " + Change, "ServerRemoteHost")]
    public void Who_has_answered_already_is_not_asked(string script, string name)
    {
        AnsweringHost host = new(answer: 1, name);
        using ModuleRunspace session = Session(host);

        session.Invoke(script).Succeeded();

        Assert.Empty(host.Questions);
        Assert.True(File.Exists(Path.Join(session.Folder, "made")));
    }

    [Theory]
    [InlineData(Think, "Succeeded", "found it", nameof(AnsweringHost))]
    [InlineData(Think, "Waiting", "", "ServerRemoteHost")]
    [InlineData(Think + " -Confirm:$false", "Waiting", "", nameof(AnsweringHost))]
    [InlineData("$ConfirmPreference = 'None'; " + Think, "Waiting", "", nameof(AnsweringHost))]
    public void What_a_person_found_is_asked_where_one_may_be(string script, string status, string found, string name)
    {
        using ModuleRunspace session = Session(new AnsweringHost(name: name, text: "found it"));

        Assert.Equal($"{status}|{found}", session.Invoke($"$run = . {{ {script} -WarningAction SilentlyContinue }}; \"$($run.Status)|$($run.Steps.Output)\"").Single<string>());
    }

    [Theory]
    [InlineData(Want, "a", nameof(AnsweringHost))]
    [InlineData(Want, null, "ServerRemoteHost")]
    [InlineData("$ConfirmPreference = 'None'; " + Want, null, nameof(AnsweringHost))]
    [InlineData(Want, null, "Default Host")]
    public void A_missing_value_is_asked_for_or_named(string script, string? value, string name)
    {
        using ModuleRunspace session = Session(name == "Default Host" ? null : new AnsweringHost(name: name, text: "a"));
        ScriptResult result = session.Invoke($"$plan = . {{ {script} }}; if ($plan) {{ $plan.Values['word'] }}");
        if (value is null)
        {
            result.Failed("RunbookParameterMissing");
        }
        else
        {
            Assert.Equal(value, result.Single<string>());
        }
    }

    private static ModuleRunspace Session(AnsweringHost? host)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These steps are written for a Unix shell.");
        ModuleRunspace session = host is null ? new() : new(host: host);
        File.WriteAllText(Path.Join(session.Folder, "change.md"), "1. Change `touch made`");
        File.WriteAllText(Path.Join(session.Folder, "think.md"), "1. Think about it");
        File.WriteAllText(Path.Join(session.Folder, "want.md"), "1. Say `echo \"$word\"`");
        return session;
    }
}
