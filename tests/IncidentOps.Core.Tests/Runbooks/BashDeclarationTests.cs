using FsCheck.Xunit;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks.Shell;

namespace IncidentOps.Core.Tests.Runbooks;

public sealed class BashDeclarationTests
{
    [Fact]
    public void Reads_every_notation()
    {
        const string text = """
            declare -x A="plain"
            declare -- B="with \"quotes\", \$dollar, \`tick\` and \\ slash
            on two lines"
            declare -ix C="7"
            declare -x D
            declare -a E=([0]="(" [1]=$'a\nb' [2]="x\"y")
            declare -- F=$'tab\there\'s \303\244 \x41'
            declare -r G=""
            declare -a H='([0]="old")'
            declare -- I="last"

            """;
        BashDeclaration[] all = [.. BashDeclaration.ReadAll(text.ReplaceLineEndings("\n"))];

        Assert.Equal(["A", "B", "C", "D", "E", "F", "G", "H", "I"], all.Select(each => each.Name));
        Assert.Equal(["x", "", "ix", "x", "a", "", "r", "a", ""], all.Select(each => each.Flags));
        Assert.Equal(
            ["plain", "with \"quotes\", $dollar, `tick` and \\ slash\non two lines", "7", null, null, "tab\there's ä A", "", null, "last"],
            all.Select(each => each.Value));
        Assert.Equal(text.ReplaceLineEndings("\n"), string.Concat(all.Select(each => each.Text + "\n")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("declare -")]
    [InlineData("declare -x")]
    [InlineData("declare -x A")]
    [InlineData("declare -x A=\"cut")]
    [InlineData("declare -a A=([0]=\"cut\"")]
    public void A_text_that_was_cut_ends_it(string text) => Assert.Empty(BashDeclaration.ReadAll(text));

    [Property(MaxTest = 500)]
    public void Any_text_is_read_to_an_end(string text)
    {
        string given = "declare -x A=" + text;
        Assert.All(BashDeclaration.ReadAll(given), declaration => Assert.Contains(declaration.Text, given, StringComparison.Ordinal));
    }

    [Property(MaxTest = 25)]
    public void What_bash_tells_is_the_value_it_was_given(string[] texts)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no bash.");
        string[] values = [.. texts.Where(text => text is not null).Select(Plain)];
        Dictionary<string, string> environment = new(((ISystemEnvironment)SystemEnvironment.Instance).Variables(), StringComparer.Ordinal) { ["LC_ALL"] = "C.UTF-8" };
        using ResidentShell shell = ResidentShell.Start(environment, workingDirectory: null, [], TimeProvider.System);
        string setup = string.Concat(values.Select((value, at) => $"V{at}={PosixWord.Quote(value)}\n"));
        string? told = shell.RunAsync(new ResidentCommand { Setup = setup, Text = "true", TellVariables = true }, CancellationToken.None).GetAwaiter().GetResult().Variables;

        Dictionary<string, string?> read = BashDeclaration.ReadAll(told!).ToDictionary(declaration => declaration.Name, declaration => declaration.Value, StringComparer.Ordinal);
        Assert.All(values.Select((value, at) => (value, at)), each => Assert.Equal(each.value, read[$"V{each.at}"]));
    }

    // No variable holds a zero, and half a character is none.
    private static string Plain(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is not (0 or 0xFFFD)));
}
