using IncidentOps.Core.Text.Troubles;

namespace IncidentOps.Core.Tests.Text.Troubles;

/// <summary>Which words of a report count, and as what.</summary>
public sealed class TroubleTextTests
{
    [Theory]
    [InlineData("The database is unreachable", "Subject database, Trouble down")]
    [InlineData("Postgres ISN'T reachable", "Generic reacha, Subject database, Trouble down")]
    [InlineData("We cannot reach the database", "Generic reach, Subject database, Trouble down")]
    [InlineData("sign in times out", "Subject login, Trouble slow")]
    [InlineData("HTTP 503 at 10:30 on port 8080", "Plain http, Plain port, Trouble down")]
    [InlineData("HTTP 500", "Plain http, Trouble error")]
    [InlineData("no data loss", "")]
    [InlineData("not a security breach", "")]
    [InlineData("no sign of data loss, payments fail", "Subject payment, Trouble down")]
    [InlineData("no customer impact", "Little little")]
    [InlineData("without working backups", "Generic work, Subject backup, Trouble down")]
    [InlineData("Errors come and go", "Little little, Trouble error")]
    [InlineData("nobody can pay", "Much much, Subject payment, Trouble down")]
    [InlineData("a bug keeps nobody from working", "Flaw flaw, Generic keep, Generic work")]
    [InlineData("it turns out fine", "Plain fin")]
    [InlineData("déjà vu", "Plain deja, Plain vu")]
    public void Words_become_terms(string text, string terms) =>
        Assert.Equal(terms, string.Join(", ", TroubleText.Read(text).Terms.Select(term => $"{term.Kind} {term.Word}").Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("failing", "fails")]
    [InlineData("degradation", "degraded")]
    [InlineData("crash", "crashes")]
    [InlineData("disable", "disabled")]
    [InlineData("Unreachable", "unreachability")]
    [InlineData("panne", "pannes")]
    public void Forms_of_a_word_share_a_stem(string one, string other) => Assert.Equal(WordStem.Of(one), WordStem.Of(other));

    [Theory]
    [InlineData("loss", "los")]
    [InlineData("access", "acces")]
    [InlineData("is", "is")]
    public void Not_every_last_letter_is_an_ending(string word, string stem) => Assert.StartsWith(stem, WordStem.Of(word), StringComparison.Ordinal);

    [Fact]
    public void No_word_means_two_things()
    {
        // The first meaning of a stem wins: a second one would silently do nothing.
        Assert.All(TroubleWords.Vocabulary, entry => Assert.Equal(entry.Term, TroubleWords.TermOf(entry.Word)));
    }

    [Fact]
    public void A_long_text_costs_no_more_than_its_beginning()
    {
        string beginning = new('x', 4000);
        Assert.Equal(["down"], Troubles($"down {beginning} slow and {new string('y', 100_000)}"));

        static IEnumerable<string> Troubles(string text) =>
            TroubleText.Read(text).Terms.Where(term => term.Kind == TermKind.Trouble).Select(term => term.Word);
    }
}
