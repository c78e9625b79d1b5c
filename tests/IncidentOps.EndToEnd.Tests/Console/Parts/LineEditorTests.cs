using IncidentOps.Console.Editing;

namespace IncidentOps.EndToEnd.Tests.Console.Parts;

public sealed class LineEditorTests
{
    private static readonly string[] Commands = ["Get-Incident", "Get-IncidentTask", "Get-Runbook"];

    private readonly History _history = new();

    private LineResult Read(ScreenTerminal terminal) =>
        new LineEditor(terminal, _history, Complete, text => !text.EndsWith('{')).Read("> ", CancellationToken.None);

    private static Completion Complete(string text, int cursor) => new(
        0, cursor, [.. Commands.Where(name => name.StartsWith(text, StringComparison.Ordinal)).Select(name => new CompletionChoice(name, name, name))]);

    [Fact]
    public void A_line_is_what_was_typed()
    {
        ScreenTerminal terminal = new ScreenTerminal(40).Type("hello").Press(ConsoleKey.LeftArrow, ConsoleKey.Backspace).Type("L\n");

        Assert.Equal(LineResult.Accepted("helLo"), Read(terminal));
        Assert.Equal(["> helLo"], terminal.Rows.Where(row => row.Length > 0));
        Assert.Equal((1, 0), terminal.Cursor);
    }

    [Fact]
    public void An_unfinished_line_goes_on_in_the_next()
    {
        ScreenTerminal terminal = new ScreenTerminal(40).Type("if (1) {\n1 }\n");

        Assert.Equal(LineResult.Accepted("if (1) {\n1 }"), Read(terminal));
        Assert.Equal(["> if (1) {", ">> 1 }"], terminal.Rows.Where(row => row.Length > 0));
    }

    [Fact]
    public void A_long_line_wraps_and_can_be_changed_anywhere()
    {
        ScreenTerminal terminal = new ScreenTerminal(10).Type("0123456789abcdefghij").Press(ConsoleKey.Home, ConsoleKey.Delete);

        Read(terminal);

        Assert.Equal(["> 12345678", "9abcdefghi", "j"], terminal.Rows.Where(row => row.Length > 0));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(18)]
    [InlineData(28)]
    public void The_cursor_stands_behind_what_was_typed_also_at_the_edge(int length)
    {
        ScreenTerminal terminal = new ScreenTerminal(10).Type(new string('x', length)).Press(ConsoleKey.LeftArrow).Type("|");

        Read(terminal);

        Assert.Equal("> " + new string('x', length - 1) + "|x", string.Concat(terminal.Rows));
    }

    [Fact]
    public void Ctrl_C_gives_the_line_up()
    {
        Assert.Equal(LineResult.Cancelled, Read(new ScreenTerminal(40).Type("never").Control(ConsoleKey.C)));
        Assert.Equal(LineResult.EndOfInput, Read(new ScreenTerminal(40).Control(ConsoleKey.D)));
        Assert.Equal(LineResult.Accepted("b"), Read(new ScreenTerminal(40).Type("ab").Press(ConsoleKey.Home).Control(ConsoleKey.D).Type("\n")));
    }

    [Fact]
    public void An_interruption_from_outside_gives_the_line_up()
    {
        using CancellationTokenSource interrupted = new();
        interrupted.Cancel();
        LineEditor editor = new(new ScreenTerminal(40).Type("x\n"), _history, Complete, _ => true);

        Assert.Equal(LineResult.Cancelled, editor.Read("> ", interrupted.Token));
    }

    [Fact]
    public void The_arrows_walk_through_history_and_back_to_what_was_being_typed()
    {
        Read(new ScreenTerminal(40).Type("first\n"));
        Read(new ScreenTerminal(40).Type("second\n"));

        Assert.Equal("first", Read(new ScreenTerminal(40).Press(ConsoleKey.UpArrow, ConsoleKey.UpArrow, ConsoleKey.UpArrow).Type("\n")).Text);
        Assert.Equal(
            "draft",
            Read(new ScreenTerminal(40).Type("draft").Press(ConsoleKey.UpArrow, ConsoleKey.DownArrow, ConsoleKey.DownArrow).Type("\n")).Text);
    }

    [Fact]
    public void The_arrows_stay_in_an_entry_of_several_lines()
    {
        Read(new ScreenTerminal(40).Type("before\n"));

        Assert.Equal("aXb {\ncd", Read(new ScreenTerminal(40).Type("ab {\nc").Press(ConsoleKey.UpArrow).Type("X").Press(ConsoleKey.DownArrow, ConsoleKey.End).Type("d\n")).Text);
    }

    [Fact]
    public void Tab_inserts_what_is_common_and_then_each_choice()
    {
        ScreenTerminal terminal = new ScreenTerminal(60).Type("Get-I\t");
        Read(terminal);
        Assert.Equal("> Get-Incident", terminal.Rows.First());

        Assert.Equal("Get-Incident", Read(new ScreenTerminal(60).Type("Get-I\t\t\n")).Text);
        Assert.Equal("Get-IncidentTask", Read(new ScreenTerminal(60).Type("Get-I\t\t\t\n")).Text);
        Assert.Equal("Get-Runbook", Read(new ScreenTerminal(60).Type("Get-R\t\n")).Text);
        Assert.Equal("Nothing", Read(new ScreenTerminal(60).Type("Nothing\t\n")).Text);
    }

    [Fact]
    public void The_choices_stand_below_until_the_next_key()
    {
        ScreenTerminal shown = new(60);
        LineEditor editor = new(shown.Type("Get-I\t"), _history, Complete, _ => true);
        CompletionMenu menu = new(Complete("Get-I", 5), 60);
        Assert.Equal("Get-Incident      Get-IncidentTask", Assert.Single(menu.Rows()).TrimEnd());

        editor.Read("> ", CancellationToken.None);

        // The end of the keys ends the line: nothing of the menu remains.
        Assert.Equal(["> Get-Incident"], shown.Rows.Where(row => row.Length > 0));
    }

    [Fact]
    public void Choices_with_a_description_have_a_row_each()
    {
        CompletionMenu menu = new(
            new Completion(0, 0, [new("INC-1", "INC-1", "P0 \u001b[2J down"), new("INC-12", "INC-12", new string('x', 100))]), 40);

        IReadOnlyList<string> rows = menu.Rows();

        Assert.StartsWith("INC-1   ", rows[0], StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[2J", rows[0], StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', 40), rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_shows_its_mask_alone()
    {
        ScreenTerminal terminal = new ScreenTerminal(40).Type("abc").Press(ConsoleKey.Backspace).Type("d\n");

        Assert.Equal(LineResult.Accepted("abd"), new KeyLineReader(terminal).Read('*', CancellationToken.None));
    }
}
