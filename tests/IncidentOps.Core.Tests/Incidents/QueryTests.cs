using IncidentOps.Core.Errors;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Tests.Storage;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests.Incidents;

public sealed class QueryTests : IAsyncLifetime
{
    private readonly StoreBench _bench = new();

    private static CancellationToken Stop => StoreBench.Stop;

    /// <summary>
    /// Four incidents, an hour apart from ten o'clock: 1 P0 resolved, 2 P1 investigating, 3 P2 detected, 4 P3
    /// dismissed, which was seen long before it was declared.
    /// </summary>
    public async ValueTask InitializeAsync()
    {
        IncidentService incidents = _bench.Incidents;
        await DeclareAsync("Checkout is down", "P0", ["checkout", "Cart"], ["db"]);
        await incidents.ResolveAsync(1, "cause", "cure", [], null, Stop);
        await DeclareAsync("[FIRING] Disk full on web-1", "P1", ["web"], ["disk"]);
        await incidents.UpdateAsync(2, IncidentStatus.Investigating, null, null, null, Stop);
        await DeclareAsync("Search is slow", "P2", ["search", "web"], []);
        await incidents.DeclareAsync(
            new IncidentDeclaration { Title = "100% of logins fail?", Severity = "P3", Services = ["login"], DetectedAt = IncidentStory.Start.AddHours(-9) },
            Stop);
        await incidents.UpdateAsync(4, IncidentStatus.Dismissed, "false alarm", null, null, Stop);

        async Task DeclareAsync(string title, string severity, string[] services, string[] components)
        {
            await incidents.DeclareAsync(
                new IncidentDeclaration { Title = title, Severity = severity, Services = services, Components = components }, Stop);
            _bench.Clock.Advance(TimeSpan.FromHours(1));
        }
    }

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Without_a_filter_all_come_newest_detection_first() => await AssertAsync(new IncidentQuery(), 3, 2, 1, 4);

    [Fact]
    public async Task Status_severity_and_openness_select()
    {
        await AssertAsync(new IncidentQuery { Active = true }, 3, 2);
        await AssertAsync(new IncidentQuery { Statuses = [IncidentStatus.Resolved, IncidentStatus.Dismissed] }, 1, 4);
        await AssertAsync(new IncidentQuery { Severities = ["p0", "P2"] }, 3, 1);
        await AssertAsync(new IncidentQuery { Severities = ["critical", "LOW"] }, 1, 4);
        await AssertAsync(new IncidentQuery { Severities = ["P7"] });
        await AssertAsync(new IncidentQuery { Active = true, Statuses = [IncidentStatus.Resolved] });
    }

    [Fact]
    public async Task Services_and_components_select_whatever_their_capitals()
    {
        await AssertAsync(new IncidentQuery { Services = ["WEB"] }, 3, 2);
        await AssertAsync(new IncidentQuery { Services = ["cart", "search"] }, 3, 1);
        await AssertAsync(new IncidentQuery { Services = ["web"], Components = ["Disk"] }, 2);
        await AssertAsync(new IncidentQuery { Components = ["d*"] }, 2, 1);
        await AssertAsync(new IncidentQuery { Services = ["c?rt", "*gin"] }, 1, 4);
        await AssertAsync(new IncidentQuery { Services = ["nothing"] });
    }

    [Fact]
    public async Task Since_and_until_bound_the_detection_on_both_sides()
    {
        await AssertAsync(new IncidentQuery { Since = At(1) }, 3, 2);
        await AssertAsync(new IncidentQuery { Until = At(0) }, 1, 4);
        await AssertAsync(new IncidentQuery { Since = At(0), Until = At(1) }, 2, 1);
        await AssertAsync(new IncidentQuery { Since = DateTimeOffset.MinValue, Until = DateTimeOffset.MaxValue }, 3, 2, 1, 4);
        await AssertAsync(new IncidentQuery { Since = At(3) });
    }

    [Theory]
    [InlineData("*disk*", 2)]
    [InlineData("checkout is down", 1)]
    [InlineData("[FIRING] Disk full on web-1", 2)]
    [InlineData("`[FIRING`] *", 2)]
    [InlineData("[s-t]earch is slow", 3)]
    [InlineData("100% of logins fail?", 4)]
    [InlineData("100% of logins fail`?", 4)]
    [InlineData("?earch*", 3)]
    [InlineData("[", 0)]
    [InlineData("[z-a]", 0)]
    [InlineData("Check", 0)]
    [InlineData("%", 0)]
    [InlineData("' OR 1=1 --", 0)]
    public async Task Titles_match_wildcards(string pattern, int number) =>
        await AssertAsync(new IncidentQuery { Titles = [pattern] }, number == 0 ? [] : [number]);

    [Fact]
    public async Task First_gives_the_newest_of_those_that_match()
    {
        await AssertAsync(new IncidentQuery { First = 2 }, 3, 2);
        await AssertAsync(new IncidentQuery { First = 0 });
        await AssertAsync(new IncidentQuery { First = 1, Titles = ["*is*"] }, 3);
        await AssertAsync(new IncidentQuery { First = 1, Services = ["w*"], Statuses = [IncidentStatus.Investigating] }, 2);
        await AssertAsync(new IncidentQuery { First = 100 }, 3, 2, 1, 4);
    }

    [Fact]
    public async Task As_of_a_moment_they_are_found_as_they_were_known_then()
    {
        await AssertAsync(new IncidentQuery { AsOf = At(-1) });
        await AssertAsync(new IncidentQuery { AsOf = At(2.5) }, 3, 2, 1);
        // The fourth was detected first but recorded last.
        await AssertAsync(new IncidentQuery { AsOf = At(3) }, 3, 2, 1, 4);

        await _bench.Incidents.ReopenAsync(1, "it is back", null, Stop);
        _bench.Clock.Advance(TimeSpan.FromHours(1));
        await _bench.Incidents.SetSeverityAsync(2, "P0", "worse", null, Stop);
        await _bench.Incidents.ChangeDetailsAsync(3, new DetailsChanged { Title = "Fixed", Services = ["other"], Components = ["new"] }, Stop);
        await AssertAsync(new IncidentQuery { Active = true }, 3, 2, 1);
        await AssertAsync(new IncidentQuery { Active = true, AsOf = At(2.5) }, 3, 2);
        await AssertAsync(new IncidentQuery { Severities = ["P0"], AsOf = At(2.5) }, 1);
        await AssertAsync(new IncidentQuery { Severities = ["critical"] }, 2, 1);
        await AssertAsync(new IncidentQuery { Services = ["SEARCH"], AsOf = At(2.5) }, 3);
        await AssertAsync(new IncidentQuery { Services = ["search"] });
        await AssertAsync(new IncidentQuery { Components = ["new"], AsOf = At(2.5) });
        await AssertAsync(new IncidentQuery { Titles = ["Search*"], AsOf = At(2.5), First = 1, Since = At(1) }, 3);
        await AssertAsync(new IncidentQuery { Statuses = [IncidentStatus.Resolved], AsOf = At(2.5) }, 1);
    }

    [Fact]
    public async Task As_of_before_it_was_recorded_an_incident_is_not_found()
    {
        Assert.Equal("P3", (await _bench.Incidents.GetAsync(4, At(3), Stop)).Severity);
        Assert.Equal(
            "IncidentNotFound",
            (await Assert.ThrowsAsync<IncidentOpsException>(() => _bench.Incidents.GetAsync(4, At(2), Stop))).ErrorId);
    }

    [Theory]
    [InlineData("INC-2", 2)]
    [InlineData("inc-2", 2)]
    [InlineData(" 2 ", 2)]
    [InlineData("0002", 2)]
    public async Task Ids_are_read_as_people_write_them(string text, long number) =>
        Assert.Equal(number, await _bench.Incidents.ResolveNumberAsync(text, Stop));

    [Theory]
    [InlineData("INC-", "IncidentIdInvalid")]
    [InlineData("", "IncidentIdInvalid")]
    [InlineData("-2", "IncidentIdInvalid")]
    [InlineData("0", "IncidentIdInvalid")]
    [InlineData("99999999999999999999", "IncidentIdInvalid")]
    [InlineData("two", "IncidentIdInvalid")]
    [InlineData("2; DROP TABLE event", "IncidentIdInvalid")]
    [InlineData("01970000-0000-7000-8000-000000000000", "IncidentNotFound")]
    public async Task What_is_no_id_is_said(string text, string errorId) =>
        Assert.Equal(
            errorId,
            (await Assert.ThrowsAsync<IncidentOpsException>(() => _bench.Incidents.ResolveNumberAsync(text, Stop))).ErrorId);

    [Fact]
    public async Task A_key_is_as_good_as_an_id()
    {
        Guid key = (await _bench.Incidents.GetAsync(2, null, Stop)).Key;
        Assert.Equal(2, await _bench.Incidents.ResolveNumberAsync(key.ToString("D"), Stop));
    }

    [Fact]
    public async Task Only_one_open_incident_needs_no_name()
    {
        IncidentOpsException several = await Assert.ThrowsAsync<IncidentOpsException>(() => _bench.Incidents.OnlyOpenAsync(Stop));
        Assert.Equal(("IncidentAmbiguous", ErrorKind.Ambiguous), (several.ErrorId, several.Kind));
        Assert.Contains("INC-3, INC-2", several.Message, StringComparison.Ordinal);
        await _bench.Incidents.ResolveAsync(2, "cause", "cure", [], null, Stop);
        Assert.Equal(3, await _bench.Incidents.OnlyOpenAsync(Stop));
        await _bench.Incidents.ResolveAsync(3, "cause", "cure", [], null, Stop);
        Assert.Equal(
            "IncidentNotChosen", (await Assert.ThrowsAsync<IncidentOpsException>(() => _bench.Incidents.OnlyOpenAsync(Stop))).ErrorId);
    }

    private static DateTimeOffset At(double hours) => IncidentStory.Start.AddHours(hours);

    private async Task AssertAsync(IncidentQuery query, params int[] numbers) => Assert.Equal(
        numbers,
        (await _bench.Service().QueryAsync(query, Stop).ToListAsync(Stop)).Select(incident => (int)incident.Number));
}
