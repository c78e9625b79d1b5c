using IncidentOps.Core.Incidents;
using IncidentOps.Core.Storage;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests.Storage;

/// <summary>Whatever is done to the log by hand, the first place is named.</summary>
public sealed class TamperedLogTests : IDisposable
{
    private readonly StoreBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task An_untouched_log_holds()
    {
        await _bench.DeclareWithEventsAsync(3);
        await _bench.DeclareWithEventsAsync(2);
        Assert.All(await _bench.VerifyAsync(), check => Assert.True(check.Valid, check.Reason));
        Assert.Equal([3L, 2L], (await _bench.VerifyAsync()).Select(check => check.Events));
    }

    [Theory]
    [InlineData("body = replace(body, 'note 3', 'note three')", "changed")]
    [InlineData("actor = 'mallory'", "changed")]
    [InlineData("type = 'UpdatePosted'", "changed")]
    [InlineData("version = 2", "changed")]
    [InlineData("occurred_at = occurred_at - 1", "changed")]
    [InlineData("recorded_at = 9223372036854775807", "changed")]
    [InlineData("recorded_at = -9223372036854775807", "changed")]
    [InlineData("occurred_at = 'yesterday'", "changed")]
    [InlineData("hash = lower(hex(randomblob(32)))", "changed")]
    [InlineData("previous_hash = lower(hex(randomblob(32)))", "changed")]
    [InlineData("body = '{'", "changed")]
    [InlineData("body = ''", "changed")]
    public async Task A_changed_event_is_named(string change, string reason)
    {
        await _bench.DeclareWithEventsAsync(5);
        Assert.Equal(1, _bench.Execute($"UPDATE event SET {change} WHERE sequence = 3"));
        await AssertBrokenAsync(3, reason);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_changed_event_whose_hash_was_made_anew_breaks_what_follows(long sequence)
    {
        Incident incident = await _bench.DeclareWithEventsAsync(5);
        StoredEvent stored = (await _bench.EventsAsync(incident.Key))[(int)sequence - 1];
        string hash = EventHash.Compute(stored with { Actor = "mallory" });
        _bench.Execute("UPDATE event SET actor = 'mallory', hash = @hash WHERE sequence = @sequence", ("@hash", hash), ("@sequence", sequence));
        await AssertBrokenAsync(Math.Min(sequence + 1, 5), sequence == 5 ? "does not fit the log's end" : "reordered or replaced");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_removed_event_is_missing(long sequence)
    {
        await _bench.DeclareWithEventsAsync(5);
        _bench.Execute("DELETE FROM event WHERE sequence = @sequence", ("@sequence", sequence));
        await AssertBrokenAsync(sequence, "missing");
    }

    [Fact]
    public async Task Removed_last_events_are_missing()
    {
        await _bench.DeclareWithEventsAsync(5);
        _bench.Execute("DELETE FROM event WHERE sequence > 3");
        await AssertBrokenAsync(4, "the log once went on to 5");
    }

    [Fact]
    public async Task A_removed_event_whose_gap_was_closed_is_missed()
    {
        await _bench.DeclareWithEventsAsync(5);
        _bench.Execute("DELETE FROM event WHERE sequence = 3");
        _bench.Execute("UPDATE event SET sequence = sequence - 1 WHERE sequence > 3");
        await AssertBrokenAsync(3, "does not follow event 2");
    }

    [Fact]
    public async Task Swapped_events_are_reordered()
    {
        await _bench.DeclareWithEventsAsync(5);
        Swap(2, 4);
        await AssertBrokenAsync(2, "reordered");
    }

    [Fact]
    public async Task An_event_put_between_is_named()
    {
        await _bench.DeclareWithEventsAsync(4);
        _bench.Execute("UPDATE event SET sequence = sequence + 100 WHERE sequence >= 3");
        _bench.Execute("UPDATE event SET sequence = sequence - 99 WHERE sequence > 100");
        _bench.Execute(
            """
            INSERT INTO event
            SELECT stream, 3, occurred_at, recorded_at, 'mallory', type, version, body, hash, lower(hex(randomblob(32))) FROM event WHERE sequence = 2
            """);
        await AssertBrokenAsync(3, "changed");
    }

    [Fact]
    public async Task An_event_added_at_the_end_is_named()
    {
        Incident incident = await _bench.DeclareWithEventsAsync(3);
        StoredEvent last = (await _bench.EventsAsync(incident.Key))[^1];
        StoredEvent added = last with { Sequence = 4, PreviousHash = last.Hash, Actor = "mallory" };
        _bench.Execute(
            "INSERT INTO event SELECT stream, 4, occurred_at, recorded_at, 'mallory', type, version, body, hash, @hash FROM event WHERE sequence = 3",
            ("@hash", EventHash.Compute(added)));
        await AssertBrokenAsync(4, "does not fit the log's end");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_removed_incident_is_missing_even_where_its_number_is_gone_too(long number)
    {
        Incident[] incidents =
            [await _bench.DeclareWithEventsAsync(2), await _bench.DeclareWithEventsAsync(2), await _bench.DeclareWithEventsAsync(2)];
        _bench.Execute("DELETE FROM event WHERE stream = @key", ("@key", incidents[number - 1].Key.ToString("D")));
        await AssertRemovedAsync();
        _bench.Execute("DELETE FROM incident WHERE number = @number", ("@number", number));
        await AssertRemovedAsync();
        _bench.Execute("DELETE FROM incident_number WHERE number = @number", ("@number", number));
        await AssertRemovedAsync();

        async Task AssertRemovedAsync()
        {
            IReadOnlyList<IncidentLogCheck> checks = await _bench.VerifyAsync();
            Assert.Equal(3, checks.Count);
            IncidentLogCheck broken = Assert.Single(checks, check => !check.Valid);
            Assert.Equal(IncidentId.Format(number), broken.Incident);
            Assert.Equal(1, broken.FirstBadSequence);
            Assert.Contains("missing", broken.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_removed_row_is_named_and_a_rebuild_brings_it_back()
    {
        await _bench.DeclareWithEventsAsync(3);
        _bench.Execute("DELETE FROM incident");
        await AssertBrokenAsync(3, "Repair-IncidentStore");
        await _bench.Incidents.RebuildAsync(StoreBench.Stop);
        Assert.True(Assert.Single(await _bench.VerifyAsync()).Valid);
    }

    [Fact]
    public async Task Events_of_another_incident_are_not_taken_for_its_own()
    {
        Incident first = await _bench.DeclareWithEventsAsync(3);
        Incident second = await _bench.DeclareWithEventsAsync(3);
        _bench.Execute(
            """
            UPDATE event SET (occurred_at, recorded_at, actor, type, version, body, previous_hash, hash) =
                (SELECT occurred_at, recorded_at, actor, type, version, body, previous_hash, hash
                 FROM event AS other WHERE other.stream = @second AND other.sequence = event.sequence)
            WHERE stream = @first AND sequence = 2
            """,
            ("@first", first.Key.ToString("D")),
            ("@second", second.Key.ToString("D")));
        IncidentLogCheck broken = Assert.Single(await _bench.VerifyAsync(), check => !check.Valid);
        Assert.Equal((first.Id, 2), (broken.Incident, broken.FirstBadSequence));
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_named_even_where_its_hash_fits()
    {
        Incident incident = await _bench.DeclareWithEventsAsync(2);
        StoredEvent last = (await _bench.EventsAsync(incident.Key))[^1] with { Body = "{}" };
        string hash = EventHash.Compute(last);
        _bench.Execute("UPDATE event SET body = '{}', hash = @hash WHERE sequence = 2", ("@hash", hash));
        _bench.Execute("UPDATE incident SET hash = @hash", ("@hash", hash));
        await AssertBrokenAsync(2, "cannot be read");
    }

    [Fact]
    public async Task A_log_that_is_being_written_is_never_taken_for_a_broken_one()
    {
        Incident incident = await _bench.DeclareWithEventsAsync(1);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(StoreBench.Stop);
        Task writing = Task.Run(
            async () =>
            {
                IncidentService writer = _bench.Service();
                for (int index = 0; index < 100; index++)
                {
                    await _bench.NoteAsync(incident.Number, "note", writer);
                }

                await done.CancelAsync();
            },
            StoreBench.Stop);
        while (!done.IsCancellationRequested)
        {
            IncidentLogCheck check = Assert.Single(await _bench.VerifyAsync());
            Assert.True(check.Valid, check.Reason);
        }

        await writing;
    }

    private void Swap(int left, int right)
    {
        _bench.Execute("UPDATE event SET sequence = 100 WHERE sequence = @left", ("@left", left));
        _bench.Execute("UPDATE event SET sequence = @left WHERE sequence = @right", ("@left", left), ("@right", right));
        _bench.Execute("UPDATE event SET sequence = @right WHERE sequence = 100", ("@right", right));
    }

    private async Task AssertBrokenAsync(long sequence, string reason)
    {
        IncidentLogCheck check = Assert.Single(await _bench.VerifyAsync());
        Assert.False(check.Valid);
        Assert.Equal(sequence, check.FirstBadSequence);
        Assert.Contains(reason, check.Reason, StringComparison.Ordinal);
    }
}
