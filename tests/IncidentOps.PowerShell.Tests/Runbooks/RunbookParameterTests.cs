namespace IncidentOps.PowerShell.Tests.Runbooks;

/// <summary>A runbook's values are parameters of the command that runs it.</summary>
public sealed class RunbookParameterTests : IDisposable
{
    private readonly ModuleRunspace _session = new();

    public RunbookParameterTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These steps are written for a Unix shell.");
        File.WriteAllText(
            Path.Join(_session.Folder, "x.md"),
            """
            ---
            parameters:
              unit: { description: The unit to look at., default: web, pattern: '[a-z]+' }
              mode: { choices: [fast, slow, "very slow"] }
              token: { secret: true, default: none }
              path: { description: Called like a parameter of the command's own., default: / }
            ---

            ```bash {#show}
            echo "$unit|$mode|<pod-name>|<path>"
            ```

            ```bash {#secret}
            echo "${#token} $token"
            ```
            """);
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Each_value_is_a_parameter_and_reaches_the_command_as_it_is()
    {
        var outputs = _session.Invoke("(Invoke-Runbook -Path x.md -Mode 'very slow' -pod-name 'a; touch pwned' -Token s3cr3t-value -Parameter @{ path = '/tmp' }).Steps.Output").All<string>();

        Assert.Equal(["web|very slow|a; touch pwned|/tmp", "12 ***"], outputs);
        Assert.False(File.Exists(Path.Join(_session.Folder, "pwned")));
    }

    [Fact]
    public void A_named_runbook_has_its_parameters_too() =>
        Assert.Contains("-unit", _session.Complete("Invoke-Runbook application-down -un").Select(completion => completion.CompletionText));

    [Theory]
    [InlineData("Invoke-Runbook -Path x.md -Mode fast", "RunbookParameterMissing")]
    [InlineData("Invoke-Runbook -Path x.md -Mode other -pod-name x", "RunbookParameterInvalid")]
    [InlineData("Invoke-Runbook -Path x.md -Mode fast -pod-name x -Unit ABC", "RunbookParameterInvalid")]
    [InlineData("Invoke-Runbook -Path x.md -Nonsense x", "NamedParameterNotFound")]
    [InlineData("Invoke-Runbook -Path nowhere.md -Mode fast", "NamedParameterNotFound")]
    [InlineData("Invoke-Runbook -Path x.md -Step nowhere", "RunbookStepNotFound")]
    public void What_does_not_fit_is_an_error(string script, string errorId) => _session.Invoke(script).Failed(errorId);

    [Fact]
    public void Values_that_the_chosen_steps_do_not_need_are_not_asked_for() =>
        Assert.Equal("Skipped Succeeded", _session.Invoke("\"$((Invoke-Runbook -Path x.md -Step secret).Steps.Status)\"").Single<string>());

    [Theory]
    [InlineData("Invoke-Runbook -Path x.md -Mode ", "fast slow 'very slow'")]
    [InlineData("Invoke-Runbook -Path x.md -Mode s", "slow")]
    [InlineData("Invoke-Runbook -Path x.md -Unit ", "web")]
    [InlineData("Invoke-Runbook -Path x.md -Step ", "show secret")]
    [InlineData("Invoke-Runbook -Path x.md -From se", "secret")]
    public void Values_and_steps_are_completed(string line, string expected) =>
        Assert.Equal(expected, string.Join(' ', _session.Complete(line).Select(completion => completion.CompletionText)));

    [Fact]
    public void A_secret_is_never_offered() =>
        Assert.DoesNotContain("none", _session.Complete("Invoke-Runbook -Path x.md -Token ").Select(completion => completion.CompletionText));
}
