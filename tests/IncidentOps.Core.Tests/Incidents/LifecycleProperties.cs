using FsCheck.Xunit;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Storage;
using IncidentOps.Core.Tests.Storage;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests.Incidents;

/// <summary>What holds after any commands, in any order, by anybody's clock.</summary>
public sealed class LifecycleProperties : IDisposable
{
    private static readonly string[] StepTypes =
        ["IncidentDeclared", "StatusChanged", "IncidentResolved", "IncidentClosed", "IncidentReopened", "IncidentMerged"];

    private readonly StoreBench _bench = new();

    private static CancellationToken Stop => StoreBench.Stop;

    public void Dispose() => _bench.Dispose();

    [Property(Arbitrary = [typeof(LifecycleStep)], MaxTest = 60)]
    public async Task Every_life_adds_up(LifecycleStep[] steps)
    {
        long first = (await _bench.DeclareAsync("First", "api")).Number;
        await _bench.DeclareAsync("Second", "api", "web");
        DateTimeOffset now = _bench.Clock.GetUtcNow();
        List<(DateTimeOffset Moment, string[] States)> known = [];
        foreach (LifecycleStep step in steps)
        {
            now = now.AddMinutes(step.Wait);
            _bench.Clock.AdjustTime(now);
            try
            {
                await step.RunAsync(_bench.Incidents, first, now, Stop);
            }
            catch (IncidentOpsException)
            {
                // Refused, which is an answer too: nothing may have changed then.
            }

            string[] states = [await CheckAsync(first), await CheckAsync(first + 1)];
            known.Add((now, states));
        }

        await CheckPastAsync(first, known);
        await CheckRebuildAsync();
        Assert.All(await _bench.VerifyAsync(), check => Assert.True(check.Valid, check.Reason));
    }

    /// <summary>The row says what the events say, and no time runs backwards. Gives the state.</summary>
    private async Task<string> CheckAsync(long number)
    {
        IncidentRow row = (await _bench.Store.FindAsync(number, Stop))!;
        IReadOnlyList<StoredEvent> events = (await _bench.Store.ReadStreamAsync(row.Key, Stop)).Events;
        IncidentState state = IncidentFold.Fold(events)!;
        Assert.Equal(IncidentStory.Text(state), row.State);
        Assert.Equal(
            (state.Status.ToString(), state.IsActive, state.Severity, state.Sequence, state.Hash),
            (row.Status, row.Active, row.Severity, row.Sequence, row.Hash));

        AssertForward(events.Select(stored => stored.RecordedAt));
        AssertForward(events.Where(stored => StepTypes.Contains(stored.Type, StringComparer.Ordinal)).Select(stored => stored.OccurredAt));
        AssertForward(events.Where(stored => stored.Type is "IncidentDeclared" or "SeverityChanged").Select(stored => stored.OccurredAt));
        AssertForward(Given(state.DetectedAt, state.AcknowledgedAt, state.StatusSince));
        AssertForward(Given(state.AcknowledgedAt, state.InvestigatingAt));
        AssertForward(Given(state.AcknowledgedAt, state.IdentifiedAt));
        AssertForward(Given(state.AcknowledgedAt, state.FixedAt, state.LastFixedAt, state.ResolvedAt, state.ClosedAt));
        AssertForward(Given(state.DetectedAt, state.EndedAt));
        Assert.Equal(state.IsActive, state.EndedAt is null);
        Assert.Equal(state.Status == IncidentStatus.Merged, state.MergedInto is not null);
        return row.State;
    }

    /// <summary>As of any moment, an incident is the fold of what was recorded until then.</summary>
    private async Task CheckPastAsync(long first, List<(DateTimeOffset Moment, string[] States)> known)
    {
        for (int index = 0; index < 2; index++)
        {
            IncidentRow row = (await _bench.Store.FindAsync(first + index, Stop))!;
            IReadOnlyList<StoredEvent> events = (await _bench.Store.ReadStreamAsync(row.Key, Stop)).Events;
            foreach ((DateTimeOffset moment, string[] _) in known)
            {
                IncidentState? state = IncidentFold.Fold(events.TakeWhile(stored => stored.RecordedAt <= moment));
                Incident? expected = state is null ? null : new IncidentRecord(row.Number, state).ToIncident(moment);
                Incident? actual = null;
                try
                {
                    actual = await _bench.Incidents.GetAsync(row.Number, moment, Stop);
                }
                catch (IncidentOpsException)
                {
                    // It was not recorded yet.
                }

                Assert.Equivalent(expected, actual, strict: true);
            }

            Assert.Equal(known.Count == 0 ? row.State : known[^1].States[index], row.State);
        }
    }

    private async Task CheckRebuildAsync()
    {
        IReadOnlyList<IncidentRow> before = await _bench.RowsAsync(_bench.Store);
        await _bench.Incidents.RebuildAsync(Stop);
        Assert.Equal(
            before.Select(row => $"{row}"),
            (await _bench.RowsAsync(_bench.Store)).Select(row => $"{row}"));
    }

    private static IEnumerable<DateTimeOffset> Given(params DateTimeOffset?[] times) => times.OfType<DateTimeOffset>();

    private static void AssertForward(IEnumerable<DateTimeOffset> times)
    {
        DateTimeOffset[] given = [.. times];
        Assert.Equal(given.Order(), given);
    }
}
