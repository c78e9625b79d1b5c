using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;
using IncidentOps.Core.Tests.Storage;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests.Incidents;

/// <summary>A second declaration of what is open already, and incidents that turn out to be one.</summary>
public sealed class TwinTests : IDisposable
{
    private static readonly IncidentDeclaration Checkout = new() { Title = "Checkout answers 503", Severity = "P1", Services = ["checkout"] };

    private readonly StoreBench _bench = new();

    private static CancellationToken Stop => StoreBench.Stop;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_open_one_is_given_back_with_a_note()
    {
        Incident first = await NewAsync(Checkout);
        Incident again = await TwinAsync(Checkout with { Severity = "P0", Source = "alert 7", Impact = "nobody can pay" });
        Assert.Equal(first.Id, again.Id);
        Assert.Equal("P1", again.Severity);
        TimelineEntry note = (await _bench.Incidents.ReadTimelineAsync(first.Number, null, Stop))[^1];
        Assert.Equal("Reported again as P0 by alert 7: Checkout answers 503", note.Text);
        Assert.Equal("nobody can pay", note.Detail);
    }

    [Theory]
    [InlineData("CHECKOUT", "  checkout   Answers\t503 ")]
    [InlineData("Checkout", "checkout answers 503")]
    public async Task Capitals_and_blanks_make_no_difference(string service, string title)
    {
        await NewAsync(Checkout);
        await TwinAsync(Checkout with { Services = [service], Title = title });
    }

    [Fact]
    public async Task The_symptom_counts_where_it_is_given_and_the_title_where_it_is_not()
    {
        await NewAsync(Checkout with { Symptom = "503" });
        await TwinAsync(Checkout with { Title = "Another title", Symptom = "503" });
        await NewAsync(Checkout with { Symptom = "504" });
        await NewAsync(Checkout);
    }

    [Fact]
    public async Task Other_services_other_symptoms_none_at_all_and_drills_are_no_twins()
    {
        await NewAsync(Checkout);
        await NewAsync(Checkout with { Services = ["cart"] });
        await NewAsync(Checkout with { Title = "Checkout is slow" });
        await NewAsync(Checkout with { Services = [] });
        await NewAsync(Checkout with { Services = [] });
        await NewAsync(Checkout with { IsDrill = true });
        await TwinAsync(Checkout with { IsDrill = true });
    }

    [Fact]
    public async Task An_open_one_with_more_services_covers_it_one_with_fewer_does_not()
    {
        await NewAsync(Checkout with { Services = ["checkout", "cart"] });
        await TwinAsync(Checkout with { Services = ["cart"] });
        await NewAsync(Checkout with { Services = ["cart", "search"] });
    }

    [Fact]
    public async Task Twins_can_be_declared_on_purpose() =>
        Assert.Equal((await NewAsync(Checkout)).Number + 1, (await NewAsync(Checkout with { AllowTwin = true })).Number);

    [Fact]
    public async Task What_has_ended_is_declared_anew_and_what_was_reopened_is_not()
    {
        Incident first = await NewAsync(Checkout);
        await _bench.Incidents.ResolveAsync(first.Number, "cause", "cure", [], null, Stop);
        Incident second = await NewAsync(Checkout);
        await _bench.Incidents.ResolveAsync(second.Number, "cause", "cure", [], null, Stop);
        await _bench.Incidents.ReopenAsync(first.Number, "it is back", null, Stop);
        Assert.Equal(first.Id, (await TwinAsync(Checkout)).Id);
    }

    [Fact]
    public async Task A_new_title_or_symptom_does_not_hide_it_from_its_reporter()
    {
        Incident first = await NewAsync(Checkout);
        await _bench.Incidents.ChangeDetailsAsync(first.Number, new DetailsChanged { Title = "The database is full", Symptom = "disk full" }, Stop);
        Assert.Equal(first.Id, (await TwinAsync(Checkout)).Id);
        Assert.Equal(first.Id, (await TwinAsync(Checkout with { Symptom = "disk full" })).Id);
    }

    [Fact]
    public async Task What_was_merged_is_found_where_it_continues()
    {
        Incident database = await NewAsync(Checkout with { Title = "Database full", Services = ["db"] });
        Incident checkout = await NewAsync(Checkout);
        await _bench.Incidents.MergeAsync(checkout.Number, database.Number, "the cause", Stop);
        Assert.Equal(database.Id, (await TwinAsync(Checkout)).Id);
        await _bench.Incidents.RebuildAsync(Stop);
        Assert.Equal(database.Id, (await TwinAsync(Checkout)).Id);
    }

    [Fact]
    public async Task Evidence_comes_in_the_same_step_as_the_incident_and_as_the_note()
    {
        var evidence = new EvidenceAdded("Service health", "text", "{}", "503");
        Incident first = await NewAsync(Checkout with { Commander = "cleo", Evidence = evidence });
        Assert.Equal(3, first.Sequence);
        Assert.Equal(5, (await TwinAsync(Checkout with { Evidence = evidence })).Sequence);
        Assert.Equal(
            ["IncidentDeclared", "RoleAssigned", "EvidenceAdded", "ReportedAgain", "EvidenceAdded"],
            (await _bench.Incidents.ReadTimelineAsync(first.Number, null, Stop)).Select(entry => entry.Type));
    }

    [Fact]
    public async Task A_twin_that_ends_before_the_note_reaches_it_is_declared_anew()
    {
        Incident first = await NewAsync(Checkout);
        var store = new InterruptedStore(_bench.Store, () => _bench.Incidents.ResolveAsync(first.Number, "cause", "cure", [], null, Stop));
        (Incident declared, bool created) = await _bench.Service(store).DeclareAsync(Checkout, Stop);
        Assert.True(created);
        Assert.NotEqual(first.Id, declared.Id);
        Assert.Equal(2, (await _bench.EventsAsync(first.Key)).Count);
    }

    [Fact]
    public async Task Many_reporters_at_once_make_one_incident()
    {
        (Incident Incident, bool Created)[] reported = await Task.WhenAll(Enumerable.Range(0, 12).Select(index => Task.Run(
            () => _bench.Service(actor: $"monitor {index}").DeclareAsync(Checkout, Stop), Stop)));
        Assert.Single(reported, report => report.Created);
        Assert.Single(reported.Select(report => report.Incident.Number).Distinct());
        Assert.Equal(12, (await _bench.EventsAsync(reported[0].Incident.Key)).Count);
    }

    [Fact]
    public async Task Merging_writes_both_sides_at_once()
    {
        Incident target = await NewAsync(Checkout with { Components = ["db"] });
        Incident source = await NewAsync(Checkout with { Title = "Cart is down", Services = ["cart"], Components = ["DB", "cache"] });
        Incident merged = await _bench.Incidents.MergeAsync(source.Number, target.Number, "the same", Stop);
        Assert.Equal((IncidentStatus.Merged, target.Id), (merged.Status, merged.MergedInto));

        Incident after = await _bench.Incidents.GetAsync(target.Number, null, Stop);
        Assert.Equal(["checkout", "cart"], after.Services);
        Assert.Equal(["db", "cache"], after.Components);
        Assert.Equal(
            $"{source.Id} merged into this one: Cart is down",
            (await _bench.Incidents.ReadTimelineAsync(target.Number, null, Stop))[^1].Text);

        Assert.Equal(2, (await _bench.Incidents.MergeAsync(source.Number, target.Number, "again", Stop)).Sequence);
        Incident reopened = await _bench.Incidents.ReopenAsync(source.Number, "another cause", null, Stop);
        Assert.Null(reopened.MergedInto);
    }

    [Fact]
    public async Task Merging_into_one_that_has_ended_leaves_both_alone()
    {
        Incident target = await NewAsync(Checkout);
        await _bench.Incidents.ResolveAsync(target.Number, "cause", "cure", [], null, Stop);
        Incident source = await NewAsync(Checkout with { Title = "Cart is down" });
        var refusal = await Assert.ThrowsAsync<Errors.IncidentOpsException>(
            () => _bench.Incidents.MergeAsync(source.Number, target.Number, null, Stop));
        Assert.Equal(("IncidentEnded", (object)target.Id), (refusal.ErrorId, refusal.Target));
        Assert.Equal(IncidentStatus.Detected, (await _bench.Incidents.GetAsync(source.Number, null, Stop)).Status);
        await Assert.ThrowsAsync<Errors.IncidentOpsException>(() => _bench.Incidents.MergeAsync(source.Number, source.Number, null, Stop));
        await Assert.ThrowsAsync<Errors.IncidentOpsException>(() => _bench.Incidents.MergeAsync(source.Number, 99, null, Stop));
        Assert.Single(await _bench.EventsAsync(source.Key));
    }

    [Fact]
    public async Task Merging_decides_again_where_somebody_was_faster_on_either_side()
    {
        Incident target = await NewAsync(Checkout);
        Incident source = await NewAsync(Checkout with { Title = "Cart is down" });
        var store = new InterruptedStore(_bench.Store, () => _bench.NoteAsync(target.Number, "faster"));
        await _bench.Service(store).MergeAsync(source.Number, target.Number, null, Stop);
        Assert.Equal(3, (await _bench.EventsAsync(target.Key)).Count);
        Assert.All(await _bench.VerifyAsync(), check => Assert.True(check.Valid, check.Reason));
    }

    private async Task<Incident> NewAsync(IncidentDeclaration declaration)
    {
        (Incident incident, bool created) = await _bench.Incidents.DeclareAsync(declaration, Stop);
        Assert.True(created);
        return incident;
    }

    private async Task<Incident> TwinAsync(IncidentDeclaration declaration)
    {
        (Incident incident, bool created) = await _bench.Incidents.DeclareAsync(declaration, Stop);
        Assert.False(created);
        return incident;
    }
}
