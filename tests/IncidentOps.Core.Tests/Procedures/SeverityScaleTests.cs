using IncidentOps.Core.Errors;
using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

public sealed class SeverityScaleTests
{
    private static readonly SeverityScale Scale = new(
    [
        new SeverityLevel { Name = "P0", Label = "Critical", Rank = 0 },
        new SeverityLevel { Name = "P1", Label = "High", Rank = 1 },
        new SeverityLevel { Name = "P2", Label = "Medium", Rank = 2 },
        new SeverityLevel { Name = "P3", Label = "Low", Rank = 3 },
    ]);

    [Theory]
    [InlineData("P1")]
    [InlineData("p1")]
    [InlineData(" P1 ")]
    [InlineData("#P1")]
    [InlineData("High")]
    [InlineData("HIGH")]
    [InlineData("P1 High")]
    [InlineData("P1 - High")]
    [InlineData("High (P1)")]
    [InlineData("SEV1")]
    [InlineData("sev-1")]
    [InlineData("Severity 1")]
    [InlineData("Priority 1")]
    [InlineData("1")]
    public void Resolves_what_people_type(string typed) => Assert.Equal("P1", Scale.Resolve(typed).Name);

    [Theory]
    [InlineData("P9")]
    [InlineData("9")]
    [InlineData("Awful")]
    [InlineData("")]
    public void Names_the_known_ones_when_it_does_not_know(string typed)
    {
        IncidentOpsException error = Assert.Throws<IncidentOpsException>(() => Scale.Resolve(typed));
        Assert.Equal("SeverityUnknown", error.ErrorId);
        Assert.Equal(ErrorKind.InvalidArgument, error.Kind);
        Assert.Contains("P0 Critical, P1 High, P2 Medium, P3 Low", error.Message, StringComparison.Ordinal);
        Assert.Equal(typed, error.Target);
    }

    [Fact]
    public void Compares_by_rank_and_puts_strangers_last()
    {
        Assert.True(Scale.Compare("P0", "Low") < 0);
        Assert.Equal(0, Scale.Compare("SEV2", "medium"));
        Assert.True(Scale.Compare("nonsense", "P3") > 0);
    }

    [Theory]
    [InlineData("P1+ incidents", "P0 P1")]
    [InlineData("P0 critical incidents", "P0")]
    [InlineData("if P0/P1", "P0 P1")]
    [InlineData("P0-P2", "P0 P1 P2")]
    [InlineData("P1 and above", "P0 P1")]
    [InlineData("P2 or lower", "P2 P3")]
    [InlineData("Active P2/P3", "P2 P3")]
    [InlineData("all severities", "P0 P1 P2 P3")]
    [InlineData("High and Critical", "P0 P1")]
    [InlineData("highly visible", "")]
    [InlineData("first responder", "")]
    public void Knows_which_levels_a_remark_means(string remark, string expected) =>
        Assert.Equal(expected, string.Join(' ', Scale.MeantBy(remark).Select(level => level.Name)));

    [Fact]
    public void A_scale_of_words_resolves_words()
    {
        SeverityScale words = new([new SeverityLevel { Name = "Critical", Rank = 0 }, new SeverityLevel { Name = "Major", Rank = 1 }]);
        Assert.Equal("Major", words.Resolve("major").Name);
        Assert.Null(words.Find("P1"));
    }
}
