namespace IncidentOps.EndToEnd.Tests.Console;

public sealed class QuestionTests : IDisposable
{
    private const string Ask =
        """
        function Remove-Thing {
            [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param([Parameter(Mandatory)][string]$Name)
            if ($PSCmdlet.ShouldProcess($Name, 'Remove')) { "removed $Name" } else { "kept $Name" }
        }

        """;

    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    [Theory]
    [InlineData("y", "removed it")]
    [InlineData("Yes", "removed it")]
    [InlineData("", "removed it")]
    [InlineData("n", "kept it")]
    public async Task A_confirmation_takes_the_answer_from_the_terminal(string answer, string expected)
    {
        _console.When("(default is \"Y\"): ", answer + "\n");

        ConsoleResult result = await _console.RunOnTerminalAsync(_console.Script(Ask + "Remove-Thing it"));

        Assert.Contains("Performing the operation \"Remove\" on target \"it\".", result.Output, StringComparison.Ordinal);
        Assert.Contains(expected, result.Lines);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_confirmation_explains_itself_and_asks_until_it_understands()
    {
        _console.When("): ", "?\n").When("): ", "what\n").When("): ", "n\n");

        ConsoleResult result = await _console.RunOnTerminalAsync(_console.Script(Ask + "Remove-Thing it"));

        Assert.Contains("N - Skip this operation and proceed with the next operation.", result.Lines);
        Assert.Contains("kept it", result.Lines);
    }

    [Fact]
    public async Task A_mandatory_parameter_is_asked_for()
    {
        _console.When("Name: ", "lamps\blights\n");

        ConsoleResult result = await _console.RunOnTerminalAsync(_console.Script(Ask + "Remove-Thing -Confirm:$false"));

        Assert.Contains("removed lamplights", result.Lines);
    }

    [Fact]
    public async Task A_secret_is_not_shown()
    {
        _console.When("User: ", "ann\n").When("Password for user ann: ", "hidden\b\bsecret\n");

        ConsoleResult result = await _console.RunOnTerminalAsync(
            _console.Script("$c = $Host.UI.PromptForCredential('Login', '', '', ''); \"$($c.UserName) $($c.Password.Length)\""));

        Assert.Contains("ann 10", result.Lines);
        Assert.DoesNotContain("secret", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_at_a_question_stops_the_script()
    {
        _console.When("): ", "\u0003");

        ConsoleResult result = await _console.RunOnTerminalAsync(_console.Script(Ask + "Remove-Thing it; 'not reached'"));

        Assert.Equal(130, result.ExitCode);
        Assert.DoesNotContain("not reached", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_can_be_suspended_at_a_question()
    {
        _console.When("): ", "s\n").When("PS ", "\"the name is $Name\"\n").When("PS ", "exit\n").When("): ", "n\n");

        ConsoleResult result = await _console.RunOnTerminalAsync(_console.Script(Ask + "Remove-Thing it"));

        Assert.Contains("the name is it", result.Lines);
        Assert.Contains("kept it", result.Lines);
    }

    [Theory]
    [InlineData("Remove-Thing it", "-Confirm:$false")]
    [InlineData("Remove-Thing", "Name")]
    [InlineData("$Host.UI.ReadLine()", "-NonInteractive")]
    [InlineData("$Host.UI.ReadLineAsSecureString()", "-NonInteractive")]
    [InlineData("$Host.UI.PromptForCredential('', '', 'ann', '')", "-NonInteractive")]
    [InlineData("$Host.UI.RawUI.ReadKey()", "-NonInteractive")]
    [InlineData("$Host.EnterNestedPrompt()", "-NonInteractive")]
    public async Task Unattended_a_question_is_an_error_that_names_the_way_out(string command, string expected)
    {
        ConsoleResult result = await _console.RunAsync(_console.Script(Ask + "$ErrorActionPreference = 'Stop'\n" + command));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, result.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NonInteractive_holds_on_a_terminal_as_well()
    {
        ConsoleResult result = await _console.RunOnTerminalAsync("-NonInteractive", _console.Script(Ask + "Remove-Thing it"));

        Assert.Contains("Nobody can be asked", result.Output, StringComparison.Ordinal);
    }
}
