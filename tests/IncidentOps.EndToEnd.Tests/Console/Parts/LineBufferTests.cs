using IncidentOps.Console.Editing;

namespace IncidentOps.EndToEnd.Tests.Console.Parts;

public sealed class LineBufferTests
{
    private readonly LineBuffer _buffer = new();

    /// <summary>Puts the text there, with the cursor where the bar stands.</summary>
    private void Given(string text)
    {
        _buffer.Set(text.Replace("|", "", StringComparison.Ordinal));
        int cursor = text.IndexOf('|', StringComparison.Ordinal);
        while (_buffer.Cursor > cursor)
        {
            _buffer.Left();
        }
    }

    private string Shown => _buffer.Text.Insert(_buffer.Cursor, "|");

    [Theory]
    [InlineData("ab|", nameof(LineBuffer.Left), "a|b")]
    [InlineData("|ab", nameof(LineBuffer.Left), "|ab")]
    [InlineData("a|b", nameof(LineBuffer.Right), "ab|")]
    [InlineData("ab|", nameof(LineBuffer.Right), "ab|")]
    [InlineData("a|b", nameof(LineBuffer.Backspace), "|b")]
    [InlineData("|ab", nameof(LineBuffer.Backspace), "|ab")]
    [InlineData("a|b", nameof(LineBuffer.Delete), "a|")]
    [InlineData("ab|", nameof(LineBuffer.Delete), "ab|")]
    [InlineData("e\u0301x|", nameof(LineBuffer.Home), "|e\u0301x")]
    [InlineData("xe\u0301|", nameof(LineBuffer.Backspace), "x|")]
    [InlineData("x\U0001F600|", nameof(LineBuffer.Backspace), "x|")]
    [InlineData("|\U0001F600x", nameof(LineBuffer.Delete), "|x")]
    [InlineData("Get-Incident INC|", nameof(LineBuffer.WordLeft), "Get-Incident |INC")]
    [InlineData("Get-Incident |INC", nameof(LineBuffer.WordLeft), "Get-|Incident INC")]
    [InlineData("|Get-Incident", nameof(LineBuffer.WordRight), "Get|-Incident")]
    [InlineData("Get|-Incident", nameof(LineBuffer.WordRight), "Get-Incident|")]
    [InlineData("Get-Incident INC|", nameof(LineBuffer.DeleteWordLeft), "Get-Incident |")]
    [InlineData("a b|c", nameof(LineBuffer.DeleteToRowStart), "|c")]
    [InlineData("a b|c", nameof(LineBuffer.DeleteToRowEnd), "a b|")]
    [InlineData("one\ntw|o", nameof(LineBuffer.Home), "one\n|two")]
    [InlineData("o|ne\ntwo", nameof(LineBuffer.End), "one|\ntwo")]
    [InlineData("one\ntw|o", nameof(LineBuffer.Up), "on|e\ntwo")]
    [InlineData("a\ntwo|", nameof(LineBuffer.Up), "a|\ntwo")]
    [InlineData("on|e\ntwo", nameof(LineBuffer.Down), "one\ntw|o")]
    [InlineData("one|\n\nx", nameof(LineBuffer.Down), "one\n|\nx")]
    [InlineData("o|ne", nameof(LineBuffer.Up), "o|ne")]
    [InlineData("o|ne", nameof(LineBuffer.Down), "o|ne")]
    [InlineData("one\nt|wo", nameof(LineBuffer.DeleteToRowStart), "one\n|wo")]
    public void Each_key_does_what_it_says(string before, string key, string after)
    {
        Given(before);

        typeof(LineBuffer).GetMethod(key)!.Invoke(_buffer, null);

        Assert.Equal(after, Shown);
    }

    [Fact]
    public void Text_goes_in_at_the_cursor()
    {
        Given("a|d");

        _buffer.Insert("bc");

        Assert.Equal("abc|d", Shown);
    }
}
