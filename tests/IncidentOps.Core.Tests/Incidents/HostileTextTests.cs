using IncidentOps.Core.Errors;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Tests.Storage;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests.Incidents;

/// <summary>Whatever people and machines write comes back letter for letter, through a store that is opened anew.</summary>
public sealed class HostileTextTests : IDisposable
{
    private readonly StoreBench _bench = new();

    public static TheoryData<string> Texts =>
    [
        "<script>alert(1)</script>",
        "$(rm -rf ~) `whoami` ${HOME} ; reboot",
        "'; DROP TABLE event; --",
        "\"quotes\" 'quotes' “quotes” \\ back\\slash",
        "null",
        "{\"title\":\"json\"}",
        "line\none\r\ntwo\ttab",
        "before\0after",
        string.Concat(Enumerable.Range(0, 32).Select(code => (char)code)) + "\u007F\u0085\u009B31m",
        "\u001B[2J\u001B]0;title\u0007",
        "\u202Eright to left\u202C \u200F \u2066isolate\u2069 \uFEFF",
        "👩‍🚒🔥 emoji and 👨‍👩‍👧‍👦 families",
        "Zalgo ḧ̷̛e̴ c̵o̶m̵e̸s̷",
        "日本語 العربية עברית ไทย",
        "\uFFFD\uFFFE\uFFFF\uE000\uFDD0",
        "a\u2028b\u2029c",
        "@everyone <!channel> [link](javascript:alert(1))",
        "%s %n %x {0} {1}",
        " leading and trailing ",
        "INC-1",
    ];

    public static TheoryData<string> Halves => ["\uD83D", "\uDE92", "a\uD83Db", "\uDE92\uD83D", "🔥\uD83D", "\uD83D\uD83D\uDD25"];

    private static CancellationToken Stop => StoreBench.Stop;

    public void Dispose() => _bench.Dispose();

    [Theory, MemberData(nameof(Texts))]
    public Task Every_text_comes_back_as_it_was_given(string text) => AssertKeptAsync(text);

    [Fact]
    public async Task A_title_of_a_million_letters_comes_back_as_it_was_given()
    {
        string title = string.Concat(Enumerable.Repeat("a long title\0🔥<b>", 60_000));
        var declaration = new IncidentDeclaration { Title = title, Severity = "P1", Services = ["api"] };
        Assert.True((await _bench.Incidents.DeclareAsync(declaration, Stop)).Created);
        Assert.False((await _bench.Incidents.DeclareAsync(declaration, Stop)).Created);
        Assert.Equal(title, (await _bench.Service().GetAsync(1, null, Stop)).Title, StringComparer.Ordinal);
        Assert.True(Assert.Single(await _bench.VerifyAsync()).Valid);
    }

    [Theory, MemberData(nameof(Halves))]
    public async Task Half_a_character_is_refused_and_nothing_is_written(string text)
    {
        await _bench.DeclareAsync();
        Func<Task>[] commands =
        [
            () => _bench.Incidents.DeclareAsync(new IncidentDeclaration { Title = text, Severity = "P1" }, Stop),
            () => _bench.Incidents.DeclareAsync(new IncidentDeclaration { Title = "t", Severity = "P1", Services = [text] }, Stop),
            () => _bench.NoteAsync(1, text),
            () => _bench.Incidents.AssignRoleAsync(1, text, "ben", Stop),
            () => _bench.Incidents.AssignRoleAsync(1, "Scribe", text, Stop),
            () => _bench.Incidents.ResolveAsync(1, text, null, [], null, Stop),
            () => _bench.Incidents.ResolveAsync(1, null, null, [text], null, Stop),
        ];
        foreach (Func<Task> command in commands)
        {
            IncidentOpsException refusal = await Assert.ThrowsAsync<IncidentOpsException>(command);
            Assert.Equal(("TextNotUnicode", ErrorKind.InvalidArgument), (refusal.ErrorId, refusal.Kind));
        }

        Assert.Equal(1, Assert.Single(await _bench.RowsAsync()).Sequence);
    }

    private async Task AssertKeptAsync(string text)
    {
        IncidentService incidents = _bench.Incidents;
        var declaration = new IncidentDeclaration
        {
            Title = text,
            Severity = "P1",
            Services = [text],
            Components = [text],
            Symptom = text,
            Impact = text,
            Affected = text,
            Source = text,
            Commander = text,
        };
        Assert.True((await incidents.DeclareAsync(declaration, Stop)).Created);
        Assert.False((await incidents.DeclareAsync(declaration, Stop)).Created);
        await _bench.NoteAsync(1, text);
        await incidents.RecordAsync(1, new EvidenceAdded(text, text, text, text), null, Stop);
        await incidents.AssignRoleAsync(1, text, text, Stop);
        await incidents.ResolveAsync(1, text, text, [text, text], null, Stop);
        await incidents.RebuildAsync(Stop);

        IncidentService fresh = _bench.Service();
        Incident incident = await fresh.GetAsync(1, null, Stop);
        Assert.All(
            [
                incident.Title, incident.Services[0], incident.Components[0], incident.Symptom, incident.Impact, incident.Affected,
                incident.Source, incident.Commander, incident.RootCause, incident.Resolution, incident.NextSteps[1], incident.Roles[text],
            ],
            kept => Assert.Equal(text, kept, StringComparer.Ordinal));
        IReadOnlyList<TimelineEntry> timeline = await fresh.ReadTimelineAsync(1, null, Stop);
        Assert.Equal(text, timeline.Single(entry => entry.Type == "NoteAdded").Text, StringComparer.Ordinal);
        Assert.Equal(text, timeline.Single(entry => entry.Type == "EvidenceAdded").Detail, StringComparer.Ordinal);
        Assert.Equal(1, (await fresh.QueryAsync(new IncidentQuery { Services = [text], Titles = [text] }, Stop).SingleAsync(Stop)).Number);
        Assert.True(Assert.Single(await _bench.VerifyAsync()).Valid);
    }
}
