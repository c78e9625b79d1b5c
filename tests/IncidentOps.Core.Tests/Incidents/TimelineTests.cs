using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Tests.Storage;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests.Incidents;

public sealed class TimelineTests : IDisposable
{
    private readonly StoreBench _bench = new();

    private static CancellationToken Stop => StoreBench.Stop;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Everything_that_happened_is_told_in_a_sentence()
    {
        IncidentService incidents = _bench.Incidents;
        await incidents.DeclareAsync(IncidentStory.Checkout with { Impact = "nobody can pay", Commander = "cleo" }, Stop);
        Incident other = await _bench.DeclareAsync("Cart is down", "cart");
        await incidents.AcknowledgeAsync(1, "ben", null, "on it", Stop);
        await incidents.UpdateAsync(1, IncidentStatus.Identified, "a worn disk", At(90), null, Stop);
        await incidents.UpdateAsync(1, null, "parts are on their way", null, null, Stop);
        await incidents.SetSeverityAsync(1, "P2", "a spare took over", null, Stop);
        await incidents.ChangeDetailsAsync(1, new DetailsChanged { Title = "Checkout is slow", Components = ["db", "disk"], Impact = "" }, Stop);
        await incidents.AssignRoleAsync(1, "Scribe", "dan", Stop);
        await incidents.AssignRoleAsync(1, "Scribe", null, Stop);
        await incidents.RecordAsync(1, new EvidenceAdded("df", "text", "\"100%\"", "/ 100%"), null, Stop);
        await incidents.MergeAsync(other.Number, 1, "same disk", Stop);
        await incidents.ResolveAsync(1, "a worn disk", "replaced it", ["watch disks", "buy spares"], null, Stop);
        await incidents.CloseAsync(1, force: true, "watched elsewhere", null, Stop);
        await incidents.ReopenAsync(1, "the spare failed", null, Stop);
        await incidents.UpdateAsync(1, IncidentStatus.Dismissed, null, null, null, Stop);

        Assert.Equal(
            [
                "Declared P1: Checkout is down | nobody can pay",
                "Commander: cleo",
                "Acknowledged: on it",
                "Acknowledged → Identified: a worn disk (expected to be over at 2026-03-02 11:30 UTC)",
                "Update: parts are on their way",
                "Severity P1 → P2: a spare took over (acknowledge by 2026-03-02 10:15 UTC)",
                "Changed title: Checkout is slow, components: db, disk, impact: ",
                "Scribe: dan",
                "Scribe: nobody",
                "Evidence: df | / 100%",
                "INC-2 merged into this one: Cart is down",
                "Resolved: replaced it | Root cause: a worn disk\nNext steps: watch disks; buy spares",
                "Closed: watched elsewhere | Missing: the fix has to be watched for 30 min, 30 min are left",
                "Reopened: the spare failed",
                "Investigating → Dismissed",
            ],
            (await incidents.ReadTimelineAsync(1, null, Stop)).Select(entry => entry.Detail is null ? entry.Text : $"{entry.Text} | {entry.Detail}"));
        Assert.Equal("Merged into INC-1: same disk", (await incidents.ReadTimelineAsync(2, null, Stop))[^1].Text);
    }

    [Fact]
    public async Task It_is_in_the_order_of_happening_and_says_when_it_was_recorded()
    {
        await _bench.DeclareAsync();
        _bench.Clock.Advance(TimeSpan.FromMinutes(30));
        await _bench.Incidents.RecordAsync(1, new NoteAdded("deployed 2.4"), At(-10), Stop);
        await _bench.Incidents.RecordAsync(1, new NoteAdded("rolled back"), At(20), Stop);
        await _bench.Incidents.AcknowledgeAsync(1, "ben", At(10), null, Stop);
        IReadOnlyList<TimelineEntry> timeline = await _bench.Incidents.ReadTimelineAsync(1, null, Stop);
        Assert.Equal([2L, 1L, 4L, 5L, 3L], timeline.Select(entry => entry.Sequence));
        Assert.Equal(
            (At(-10), At(30), "ada", "NoteAdded", "INC-1"),
            (timeline[0].At, timeline[0].RecordedAt, timeline[0].Actor, timeline[0].Type, timeline[0].Incident));
        Assert.Equal("deployed 2.4", timeline[0].ToString());
    }

    [Fact]
    public async Task As_of_a_moment_it_holds_what_was_known_then()
    {
        await _bench.DeclareWithEventsAsync(4);
        Assert.Equal(2, (await _bench.Incidents.ReadTimelineAsync(1, At(1), Stop)).Count);
        Assert.Empty(await _bench.Incidents.ReadTimelineAsync(1, At(-1), Stop));
    }

    private static DateTimeOffset At(double minutes) => IncidentStory.Start.AddMinutes(minutes);
}
