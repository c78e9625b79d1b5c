using IncidentOps.Core.Errors;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests.Storage;

/// <summary>Numbers, concurrency, rebuilding, and events and layouts of other versions.</summary>
public sealed class SqlEventStoreTests : IDisposable
{
    private readonly StoreBench _bench = new();

    private static CancellationToken Stop => StoreBench.Stop;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_store_that_is_not_there_yet_is_empty_and_reading_makes_none()
    {
        IncidentService incidents = _bench.Incidents;
        Assert.Empty(await _bench.RowsAsync());
        Assert.Empty(await incidents.VerifyAsync(null, Stop).ToListAsync(Stop));
        Assert.Equal("IncidentNotFound", (await Assert.ThrowsAsync<IncidentOpsException>(() => incidents.GetAsync(1, null, Stop))).ErrorId);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_bench.Folder));
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_made_by_the_first_to_write()
    {
        var store = new SqlEventStore(new SqliteDialect(Path.Join(_bench.Folder, "a", "b", "incidents.db"), TimeProvider.System));
        Assert.Empty(await store.QueryAsync(new IncidentRowQuery(), Stop).ToListAsync(Stop));
        Assert.False(Directory.Exists(Path.Join(_bench.Folder, "a")));
        await _bench.Service(store).DeclareAsync(new IncidentDeclaration { Title = "t", Severity = "P1" }, Stop);
        Assert.Single(await store.QueryAsync(new IncidentRowQuery(), Stop).ToListAsync(Stop));
    }

    [Theory]
    [InlineData("with space.db")]
    [InlineData("semi;colon=and'quotes\".db")]
    [InlineData("question?mark#hash%20percent.db")]
    [InlineData("ünïcode-🚒.db")]
    public async Task Any_file_name_will_do(string name)
    {
        using var bench = new StoreBench(name);
        await bench.DeclareAsync();
        Assert.Single(await bench.RowsAsync());
        Assert.True(File.Exists(Path.Join(bench.Folder, name)));
    }

    [Fact]
    public async Task An_empty_file_becomes_a_store()
    {
        await File.WriteAllBytesAsync(_bench.Path, [], Stop);
        Assert.Empty(await _bench.RowsAsync());
        Assert.Equal("INC-1", (await _bench.DeclareAsync()).Id);
    }

    [Fact]
    public async Task Many_at_once_lay_out_one_store()
    {
        Incident[] declared = await Task.WhenAll(Enumerable.Range(0, 24).Select(index => Task.Run(
            async () => (await _bench.Service(actor: $"writer {index}").DeclareAsync(
                new IncidentDeclaration { Title = $"Incident {index}", Severity = "P2", Services = ["api"] }, Stop)).Incident,
            Stop)));
        Assert.Equal(Enumerable.Range(1, 24), declared.Select(incident => (int)incident.Number).Order());
        Assert.Equal("wal", _bench.Scalar<string>("PRAGMA journal_mode"));
        Assert.Equal(1L, _bench.Scalar<long>("SELECT count(*) FROM store_info"));
        Assert.All(await _bench.VerifyAsync(), check => Assert.True(check.Valid, check.Reason));
    }

    [Fact]
    public async Task Writers_of_one_incident_all_survive()
    {
        Incident incident = await _bench.DeclareAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(
            async () =>
            {
                IncidentService incidents = _bench.Service(actor: $"writer {writer}");
                for (int index = 0; index < 15; index++)
                {
                    await _bench.NoteAsync(incident.Number, $"{writer}/{index}", incidents);
                }
            },
            Stop)));
        IReadOnlyList<TimelineEntry> timeline = await _bench.Incidents.ReadTimelineAsync(incident.Number, null, Stop);
        Assert.Equal(61, timeline.Count);
        Assert.Equal(
            Enumerable.Range(0, 60).Select(index => $"{index / 15}/{index % 15}").Order(StringComparer.Ordinal),
            timeline.Skip(1).Select(entry => entry.Text).Order(StringComparer.Ordinal));
        Assert.True(Assert.Single(await _bench.VerifyAsync()).Valid);
    }

    [Fact]
    public async Task Who_decided_on_an_old_state_writes_nothing()
    {
        Incident incident = await _bench.DeclareAsync();
        IncidentRecord seen = await new IncidentReader(_bench.Store).GetAsync(incident.Number, Stop);
        await _bench.NoteAsync(incident.Number, "faster");
        (EventAppend late, _) = IncidentProjection.Continue(
            seen, [new NewEvent(new NoteAdded("slower"), seen.State.UpdatedAt)], "ben", seen.State.UpdatedAt);
        Assert.False(await _bench.Store.TryAppendAsync([late], Stop));
        Assert.Equal(2, (await _bench.EventsAsync(incident.Key)).Count);
    }

    [Fact]
    public async Task Of_several_streams_all_are_written_or_none()
    {
        Incident first = await _bench.DeclareAsync();
        Incident second = await _bench.DeclareAsync();
        IncidentRecord fresh = await new IncidentReader(_bench.Store).GetAsync(first.Number, Stop);
        IncidentRecord old = await new IncidentReader(_bench.Store).GetAsync(second.Number, Stop);
        await _bench.NoteAsync(second.Number, "faster");
        EventAppend[] appends = [.. new[] { fresh, old }.Select(record => IncidentProjection.Continue(
            record, [new NewEvent(new NoteAdded("both"), record.State.UpdatedAt)], "ben", record.State.UpdatedAt).Append)];
        Assert.False(await _bench.Store.TryAppendAsync(appends, Stop));
        Assert.Single(await _bench.EventsAsync(first.Key));
        Assert.Equal(1, (await _bench.Incidents.GetAsync(first.Number, null, Stop)).Sequence);
    }

    [Fact]
    public async Task A_rebuild_makes_exactly_the_same_rows()
    {
        await LiveAsync();
        IReadOnlyList<IncidentRow> before = await _bench.RowsAsync();
        string tags = Tags();
        Assert.Equal(before.Count, await _bench.Incidents.RebuildAsync(Stop));
        Assert.Equivalent(before, await _bench.RowsAsync(), strict: true);
        Assert.Equal(tags, Tags());

        _bench.Execute("UPDATE incident SET status = 'Closed', severity = 'P3', detected_at = 0, state = '{}', sequence = 1, hash = ''");
        _bench.Execute("DELETE FROM incident_tag");
        await _bench.Incidents.RebuildAsync(Stop);
        Assert.Equivalent(before, await _bench.RowsAsync(), strict: true);
        Assert.Equal(tags, Tags());

        string Tags() => _bench.Scalar<string>(
            "SELECT group_concat(kind || '/' || name || '/' || number, ' ') FROM (SELECT * FROM incident_tag ORDER BY kind, name, number)");
    }

    [Fact]
    public async Task States_of_another_fold_and_damaged_ones_are_made_again()
    {
        Incident incident = await LiveAsync();
        foreach (string damage in (string[])["state_version = 999", "state = 'rubbish'", "state = '[]'", "state = 'null'", "state = '{}'"])
        {
            _bench.Execute($"UPDATE incident SET {damage}");
            Incident read = await _bench.Service().GetAsync(incident.Number, null, Stop);
            Assert.Equivalent(incident with { AsOf = read.AsOf, Duration = read.Duration }, read, strict: true);
        }

        // The next change writes the row anew, tags and all.
        _bench.Execute("UPDATE incident SET state_version = 999");
        _bench.Execute("DELETE FROM incident_tag");
        await _bench.NoteAsync(incident.Number, "note");
        Assert.Single(await _bench.Service().QueryAsync(new IncidentQuery { Services = ["cart"] }, Stop).ToListAsync(Stop));
    }

    [Theory]
    [InlineData("QuantumEntangled", 1)]
    [InlineData("StatusChanged", 7)]
    public async Task Events_of_a_newer_module_are_kept_shown_and_passed_over(string type, int version)
    {
        Incident incident = await _bench.DeclareWithEventsAsync(2);
        await AppendForeignAsync(incident, type, version, """{"to":"Closed","shape":[1,2]}""");
        incident = await _bench.NoteAsync(incident.Number, "after it");
        Assert.Equal(IncidentStatus.Detected, incident.Status);
        Assert.Equal(4, incident.Sequence);

        IReadOnlyList<TimelineEntry> timeline = await _bench.Service().ReadTimelineAsync(incident.Number, null, Stop);
        Assert.Equal($"{type} (version {version}, from a newer module)", timeline[2].Text);
        Assert.Equal("""{"to":"Closed","shape":[1,2]}""", timeline[2].Data);
        Assert.Equal(type, timeline[2].Type);

        await _bench.Incidents.RebuildAsync(Stop);
        Assert.Equal(4, (await _bench.EventsAsync(incident.Key)).Count);
        Assert.Equal(4, (await _bench.Service().GetAsync(incident.Number, null, Stop)).Sequence);
        Assert.True(Assert.Single(await _bench.VerifyAsync()).Valid);
    }

    [Fact]
    public async Task A_log_that_is_longer_than_its_row_says_is_not_written_to()
    {
        await _bench.DeclareWithEventsAsync(3);
        _bench.Execute("UPDATE incident SET sequence = 2, state = replace(state, '\"sequence\":3', '\"sequence\":2')");
        IncidentOpsException refusal = await Assert.ThrowsAsync<IncidentOpsException>(() => _bench.NoteAsync(1, "note"));
        Assert.Equal(("StoreInconsistent", ErrorKind.InvalidData), (refusal.ErrorId, refusal.Kind));
        await _bench.Incidents.RebuildAsync(Stop);
        Assert.Equal(4, (await _bench.NoteAsync(1, "note")).Sequence);
    }

    [Theory]
    [InlineData("2", "StoreNewer")]
    [InlineData("17", "StoreNewer")]
    [InlineData("0", "StoreCorrupt")]
    [InlineData("one", "StoreCorrupt")]
    public async Task A_layout_of_another_version_is_left_alone(string version, string errorId)
    {
        await _bench.DeclareAsync();
        _bench.Execute("UPDATE store_info SET value = @version", ("@version", version));
        byte[] before = await File.ReadAllBytesAsync(_bench.Path, Stop);
        foreach (SqlEventStore store in new[] { _bench.Store, _bench.Open() })
        {
            IncidentService incidents = _bench.Service(store);
            Assert.Equal(errorId, (await Assert.ThrowsAsync<IncidentOpsException>(() => incidents.GetAsync(1, null, Stop))).ErrorId);
            Assert.Equal(errorId, (await Assert.ThrowsAsync<IncidentOpsException>(() => _bench.NoteAsync(1, "note", incidents))).ErrorId);
            Assert.Equal(errorId, (await Assert.ThrowsAsync<IncidentOpsException>(() => incidents.RebuildAsync(Stop))).ErrorId);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(_bench.Path, Stop));
    }

    /// <summary>Three incidents that have been through most of the lifecycle; gives the last.</summary>
    private async Task<Incident> LiveAsync()
    {
        IncidentService incidents = _bench.Incidents;
        Incident first = await _bench.DeclareAsync("First", "api", "web");
        Incident second = await _bench.DeclareAsync("Second", "Api");
        await incidents.MergeAsync(second.Number, first.Number, "the same", Stop);
        await incidents.ResolveAsync(first.Number, "cause", "cure", ["step"], null, Stop);
        await incidents.CloseAsync(first.Number, force: true, "done", null, Stop);
        Incident third = await _bench.DeclareAsync("Third", "cart");
        await incidents.AcknowledgeAsync(third.Number, null, null, null, Stop);
        await incidents.SetSeverityAsync(third.Number, "P0", "worse", null, Stop);
        await incidents.AssignRoleAsync(third.Number, "Scribe", "cleo", Stop);
        return await incidents.ChangeDetailsAsync(
            third.Number, new DetailsChanged { Components = ["db", "cache"], Symptom = "503", Impact = "nobody can pay" }, Stop);
    }

    /// <summary>Chains an event to a log as a newer module would.</summary>
    private async Task AppendForeignAsync(Incident incident, string type, int version, string body)
    {
        StoredEvent last = (await _bench.EventsAsync(incident.Key))[^1];
        StoredEvent added = last with { Sequence = last.Sequence + 1, Type = type, Version = version, Body = body, PreviousHash = last.Hash };
        added = added with { Hash = EventHash.Compute(added) };
        IncidentRow row = IncidentProjection.ToRow(
            incident.Number, IncidentFold.Apply((await new IncidentReader(_bench.Store).GetAsync(incident.Number, Stop)).State, added));
        Assert.True(await _bench.Store.TryAppendAsync(
            [new EventAppend { Events = [added], ExpectedSequence = last.Sequence, Row = row, Change = IncidentRowChange.State }], Stop));
    }
}
