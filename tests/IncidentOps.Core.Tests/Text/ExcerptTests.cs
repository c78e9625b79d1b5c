using IncidentOps.Core.Text;

namespace IncidentOps.Core.Tests.Text;

public sealed class ExcerptTests
{
    [Fact]
    public void Short_text_stays_as_it_is()
    {
        string text = string.Join('\n', Enumerable.Range(1, 41));

        Assert.Equal(text, Excerpt.Of(text + "\n", out bool shortened));
        Assert.False(shortened);
    }

    [Fact]
    public void Long_text_keeps_head_and_tail()
    {
        string[] lines = Excerpt.Of(string.Join("\r\n", Enumerable.Range(1, 1240)), out bool shortened).Split('\n');

        Assert.True(shortened);
        Assert.Equal(41, lines.Length);
        Assert.Equal("25", lines[24]);
        Assert.Equal("… 1,200 lines left out …", lines[25]);
        Assert.Equal("1226", lines[26]);
        Assert.Equal("1240", lines[40]);
    }

    [Fact]
    public void A_long_line_is_cut_between_characters()
    {
        string line = new string('x', 399) + "\U0001F600" + new string('y', 99);

        Assert.Equal(new string('x', 399) + " … 101 characters left out", Excerpt.Of(line, out bool shortened));
        Assert.True(shortened);
    }
}
