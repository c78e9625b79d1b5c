using System.Reflection;

namespace IncidentOps.PowerShell.Tests.Runbooks;

/// <summary>Expressions of a runbook: they see what they need, and only look.</summary>
public sealed class RunbookExpressionTests : IDisposable
{
    private static readonly string[] Refused =
    [
        "$Steps.GetType()",
        "$Steps[1].Step.Command.Replace('a', 'b')",
        "[System.IO.File]::WriteAllText('pwned', 'x')",
        "[System.IO.File]",
        "[int]'1' -eq 1",
        "'pwned' -as 'System.IO.FileInfo'",
        "'x' -is 'string'",
        "$x = 1",
        "($Steps = $null)",
        "$Steps++",
        "--$Steps",
        "$Steps[1].Output > pwned",
        "Get-Incident *> pwned",
        "Get-Incident 2>&1",
        "New-Item pwned",
        "touch pwned",
        "& 'touch' 'pwned'",
        "& { $true }",
        ". { $true }",
        "{ $true }",
        "Get-Incident & ",
        "Get-Incident && $true",
        "$true; $true",
        "$true\n$true",
        "$($true)",
        "@($true; touch pwned)",
        "(touch pwned)",
        "\"$(touch pwned)\"",
        "\"$($Steps)\"",
        "\"$env:HOME\"",
        "$env:HOME",
        "${function:prompt}",
        "$global:Steps",
        "$ExecutionContext",
        "$_",
        "$PSItem",
        "$other",
        "Get-Incident @Steps",
        "Get-Incident -OutVariable pwned",
        "Get-Incident -PipelineVariable pwned",
        "Get-Incident -ConfigurationPath other.yaml",
        "Get-Incident –ConfigurationPath other.yaml",
        "Get-Incident -Conf other.yaml",
        "Get-Incident --% -ConfigurationPath other.yaml",
        "Get-ServiceHealth -Uri http://127.0.0.1:9/",
        "Get-ServiceHealth -U http://127.0.0.1:9/",
        "$Steps | Get-ServiceHealth",
        "IncidentOps\\Get-Incident",
        "'Get-Incident' | Invoke-Expression",
        "$Steps | ForEach-Object GetType",
        "$Steps | ForEach-Object -MemberName GetType",
        "$Steps | ForEach-Object ('Get' + 'Type')",
        "$Steps | ForEach-Object { $_.GetType() }",
        "$Steps | ForEach-Object { touch pwned }",
        "$Steps | ForEach-Object { $_; touch pwned }",
        "$Steps | ForEach-Object { param($x = (touch pwned)) $x }",
        "$Steps | ForEach-Object { begin { touch pwned } process { $_ } }",
        "$Steps | ForEach-Object { process { $_ } clean { touch pwned } }",
        "$Steps | ForEach-Object { trap { touch pwned } $_ }",
        "$Steps | ForEach-Object -Parallel { $_ }",
        "$Steps | Where-Object { & $_ }",
        "$Steps | where { $true }",
        "$Steps | ? { $true }",
        "$Steps | % Output",
        "$Steps.Where({ $true })",
        "Get-Incident -Id { touch pwned }",
        "$Steps.PSObject.Methods",
        "$Steps.('Out' + 'put')",
        "$Steps.\"$_\"",
        "$Steps::Count",
        "@{ a = (touch pwned) }",
        "if ($true) { touch pwned }",
        "function f { $true }",
        "param($x = (touch pwned)) $x",
        "begin { touch pwned }",
        "using namespace System.IO",
        "#requires -Modules Nothing\n$true",
        "return $true",
        "throw 'x'",
        "exit",
        "'x' * 1000000000",
        "(,0 * 1000) * 1000000",
        "1..1000000000",
        "'{0,1000000000}' -f 1",
        "'a' -replace 'a', { touch pwned }",
        "$true ? (touch pwned) : $false",
        "$Steps[(touch pwned)]",
        "$Steps[1].Output -eq",
        "",
        "   ",
        "# nothing",
        "$true -or " + new string('(', 2000),
    ];

    private readonly ModuleRunspace _session = new("services: { api: { checks: [{ tcp: \"127.0.0.1:9\" }] } }");

    public RunbookExpressionTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "These steps are written for a Unix shell.");

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("$Steps[1].Output -eq 'found 7'")]
    [InlineData("$Steps['look'].ExitCode -eq 0 -and $Steps['LOOK'].Status -eq 'Succeeded'")]
    [InlineData("($Steps | Where-Object Status -eq Succeeded).Count -eq 1")]
    [InlineData("@($Steps | Where-Object { $_.Output -match '\\d' } | ForEach-Object { $_.Step.Number }) -contains 1")]
    [InlineData("$Steps.Count -eq 1 -and $null -eq $Steps[2] -and $null -eq $Steps['mend']")]
    [InlineData("$Health['api'].Status -ne 'Healthy'")]
    [InlineData("$Health.Status -notcontains 'Healthy'")]
    [InlineData("Get-ServiceHealth api | Where-Object Status -ne Healthy")]
    [InlineData("$Incident.Severity -eq 'P1' -and $Incident.Id -eq 'INC-1'")]
    [InlineData("Get-IncidentDeadline $Incident | Where-Object { $_.Kind }")]
    [InlineData("Get-IncidentTask -Incident INC-1")]
    [InlineData("(Get-Incident -Severity P1).Title -like 'Check*'")]
    [InlineData("2 * $Steps[1].Step.Number + 1 -ge 3 -and -not $false")]
    [InlineData("\"$true\" -in \"True\", \"Yes\"")]
    public void A_condition_sees_the_steps_the_services_and_the_incident(string expression)
    {
        _session.Invoke("$null = New-Incident 'Checkout fails' -Severity P1 -Service api").Succeeded();

        Assert.Equal("Succeeded Succeeded", Run("when", expression));
        Assert.Equal("Succeeded Skipped", Run("when", $"-not ({expression})"));
    }

    [Fact]
    public void Whatever_does_more_than_look_is_refused()
    {
        MethodInfo objection = ((Type)_session.Invoke("(Get-Command Invoke-Runbook).ImplementingType").Output[0].BaseObject).Assembly
            .GetType("IncidentOps.PowerShell.Runbooks.ExpressionRules")!.GetMethod("Objection")!;

        Assert.Null(objection.Invoke(null, ["$true"]));
        Assert.DoesNotContain(Refused, expression => string.IsNullOrWhiteSpace((string?)objection.Invoke(null, [expression])));
    }

    [Fact]
    public void A_refused_expression_fails_its_step_and_is_a_finding()
    {
        Write("when", "New-Item pwned");

        Assert.Contains("is refused", _session.Invoke("$run = Invoke-Runbook -Path x.md -ErrorAction SilentlyContinue; $run.Steps[1].Reason").All<string>().Single(), StringComparison.Ordinal);
        Assert.Equal("runbook/expression", _session.Invoke("Test-Runbook -Path x.md | ForEach-Object RuleId").Single<string>());
        Assert.False(File.Exists(Path.Join(_session.Folder, "pwned")));
    }

    [Theory]
    [InlineData("function Get-Incident { [System.IO.File]::WriteAllText(\"$PWD/pwned\", '') }")]
    [InlineData("function Where-Object { [System.IO.File]::WriteAllText(\"$PWD/pwned\", '') }")]
    public void A_command_that_the_session_has_replaced_is_not_used(string script)
    {
        Write("when", "Get-Incident | Where-Object Id -eq INC-1");

        Assert.Contains(
            "another command in this session",
            _session.Invoke($"{script}; (Invoke-Runbook -Path x.md -ErrorAction SilentlyContinue).Steps[1].Reason").All<string>().Single(),
            StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Join(_session.Folder, "pwned")));
    }

    [Fact]
    public void An_expression_that_fails_fails_the_step_and_leaves_no_error_behind_but_the_runs()
    {
        Write("when", "(Get-Incident INC-99).Title");

        ScriptResult result = _session.Invoke("(Invoke-Runbook -Path x.md).Steps[1].Reason");

        result.Failed("RunbookFailed");
        Assert.Contains("INC-99", $"{result.Output[0]}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_verification_sees_its_own_step() =>
        Assert.Equal("Succeeded Succeeded", Run("verify", "$Steps['mend'].Output -eq 'mended'"));

    [Fact]
    public void The_callers_own_variables_are_neither_seen_nor_changed() =>
        Assert.Equal(
            "mine|Succeeded Succeeded",
            _session.Invoke($"$Steps = 'mine'; {Invoking("when", "$Steps[1].ExitCode -eq 0")}; \"$Steps|$statuses\"").Single<string>());

    [Fact]
    public void Nothing_is_evaluated_when_nothing_is_to_run()
    {
        Write("when", "(Get-Incident INC-99).Title");

        _session.Invoke("$null = Invoke-Runbook -Path x.md -WhatIf").Succeeded();
    }

    private string Run(string attribute, string expression) => _session.Invoke($"{Invoking(attribute, expression)}; \"$statuses\"").Single<string>();

    private string Invoking(string attribute, string expression)
    {
        Write(attribute, expression);
        return "$statuses = (Invoke-Runbook -Path x.md -Incident $(if (Get-Incident) { 'INC-1' }) -ErrorAction SilentlyContinue).Steps.Status";
    }

    private void Write(string attribute, string expression)
    {
        char quote = expression.Contains('"', StringComparison.Ordinal) ? '\'' : '"';
        File.WriteAllText(Path.Join(_session.Folder, "x.md"), $"```bash {{#look}}\necho found 7\n```\n\n```bash {{#mend {attribute}={quote}{expression}{quote}}}\necho mended\n```\n");
    }
}
