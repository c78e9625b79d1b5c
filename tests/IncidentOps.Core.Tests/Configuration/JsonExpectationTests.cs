using System.Text.Json;
using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Tests.Configuration;

public sealed class JsonExpectationTests
{
    private static readonly JsonElement Document = JsonDocument.Parse("""
        { "status": "ok", "up": true, "none": null, "load": 0.50, "a name": { "x.y": 1 },
          "items": [ { "n": 1 }, { "n": 2 } ], "queue": { "depth": 250 } }
        """).RootElement;

    [Theory]
    [InlineData("$.status", "ok")]
    [InlineData("status", "/^o/")]
    [InlineData("$.up", "true")]
    [InlineData("$.none", "null")]
    [InlineData("$.load", "0.5")]
    [InlineData("$.load", "<= 0.5")]
    [InlineData("$['a name']['x.y']", "1")]
    [InlineData("""$["a name"]""", """/x\.y/""")]
    [InlineData("$.items[0].n", "1")]
    [InlineData("items[-1].n", ">1")]
    [InlineData("$.items[*].n", "< 3")]
    [InlineData("$.queue.depth", "!= 0")]
    [InlineData("$.status", "!= down")]
    public void Holds(string path, string expected) => Assert.Null(Parse(path, expected).Mismatch(Document));

    [Theory]
    [InlineData("$.status", "up", "$.status is 'ok', not 'up'")]
    [InlineData("$.queue.depth", "< 100", "$.queue.depth is '250', not < 100")]
    [InlineData("$.items[*].n", "1", "$.items[*].n is '2', not '1'")]
    [InlineData("$.status", "> 1", "$.status is 'ok', not > 1")]
    [InlineData("$.gone.x", "1", "$.gone.x is not there")]
    [InlineData("$.items[7].n", "1", "$.items[7].n is not there")]
    [InlineData("$.status.x", "1", "$.status.x is not there")]
    public void Does_not_hold(string path, string expected, string mismatch) =>
        Assert.Equal(mismatch, Parse(path, expected).Mismatch(Document));

    [Theory]
    [InlineData("$..x", "1")]
    [InlineData("$.a[", "1")]
    [InlineData("$.a[x]", "1")]
    [InlineData("a b[?(@.x)]", "1")]
    [InlineData("$.a", "/(/")]
    public void Is_not_understood(string path, string expected)
    {
        Assert.False(JsonExpectation.TryParse(path, expected, out _, out string? problem));
        Assert.NotNull(problem);
    }

    private static JsonExpectation Parse(string path, string expected)
    {
        Assert.True(JsonExpectation.TryParse(path, expected, out JsonExpectation? expectation, out _));
        return expectation;
    }
}
