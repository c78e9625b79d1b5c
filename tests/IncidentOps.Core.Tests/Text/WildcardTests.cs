using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IncidentOps.Core.Text;

namespace IncidentOps.Core.Tests.Text;

public sealed class WildcardTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("?", "", false)]
    [InlineData("a*b*c", "AxxBxxC", true)]
    [InlineData("a*b*c", "acb", false)]
    [InlineData("*aab", "aaaab", true)]
    [InlineData("**a**", "a", true)]
    [InlineData("[abc]", "B", true)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[a-c]x", "dx", false)]
    [InlineData("[A-C]", "b", true)]
    [InlineData("[a-]", "-", true)]
    [InlineData("[-a]", "-", true)]
    [InlineData("[a`]b]", "]", true)]
    [InlineData("[a`-c]", "b", false)]
    [InlineData("[a`-c]", "-", true)]
    [InlineData("[^a]", "^", true)]
    [InlineData("[\\d]", "5", false)]
    [InlineData("[[]", "[", true)]
    [InlineData("`*", "*", true)]
    [InlineData("`*", "x", false)]
    [InlineData("`[a`]", "[a]", true)]
    [InlineData("``", "`", true)]
    [InlineData("`", "`", true)]
    [InlineData("[", "[", true)]
    [InlineData("[]", "[]", true)]
    [InlineData("[]a]", "[]a]", true)]
    [InlineData("[z-a]", "[z-a]", true)]
    [InlineData("[z-a]", "m", false)]
    [InlineData("[z-a]*", "[z-a] and more", true)]
    [InlineData("[abc", "[abc", true)]
    [InlineData("[DISK] full", "[disk] full", true)]
    [InlineData("[DISK] full", "k full", true)]
    [InlineData("line*end", "line\none\nend", true)]
    [InlineData("?", "\n", true)]
    [InlineData("a+b(c).$", "A+B(C).$", true)]
    public void Patterns_match_as_in_PowerShell(string pattern, string text, bool matches) =>
        Assert.Equal(matches, new Wildcard(pattern).Matches(text));

    [Fact]
    public void No_text_matches_nothing() => Assert.False(new Wildcard("*").Matches(null));

    [Property(MaxTest = 2000)]
    public Property Stars_and_question_marks_agree_with_a_regular_expression()
    {
        Gen<string> pattern = Gen.Elements('a', 'b', '*', '?', '.').ArrayOf().Select(letters => new string(letters));
        Gen<string> text = Gen.Elements('a', 'b', 'A', '.').ArrayOf().Select(letters => new string(letters));
        return Prop.ForAll(pattern.Zip(text).ToArbitrary(), drawn =>
        {
            string expression = $"^{Regex.Escape(drawn.Item1).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}$";
            return new Wildcard(drawn.Item1).Matches(drawn.Item2)
                == Regex.IsMatch(drawn.Item2, expression, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
        });
    }

    [Property(MaxTest = 2000)]
    public Property No_pattern_trips_and_every_one_matches_itself()
    {
        Gen<string> pattern = Gen.Elements('[', ']', '-', '`', '*', '?', 'a', 'z', '^', '\\', '\0', '\uD83D', '\uDE92').ArrayOf().Select(letters => new string(letters));
        return Prop.ForAll(pattern.ToArbitrary(), drawn => new Wildcard(drawn).Matches(drawn));
    }

    [Fact]
    public void A_pattern_of_a_million_letters_is_as_good_as_a_short_one()
    {
        string title = string.Concat(Enumerable.Repeat("[title]", 150_000));
        Assert.True(new Wildcard(title + "*").Matches(title + "!") is false);
        Assert.True(new Wildcard(title).Matches(title));
        Assert.True(new Wildcard("*" + new string('a', 1000) + "*").Matches(new string('b', 100_000) + new string('a', 1000)));
    }
}
