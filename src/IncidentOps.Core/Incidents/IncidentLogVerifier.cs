using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Incidents;

/// <summary>Walks a log's chain of hashes and names the first link that does not hold.</summary>
internal static class IncidentLogVerifier
{
    /// <param name="id">The incident, for the report.</param>
    /// <param name="stream">Its events, and its line of the read table: the anchor of the chain's end.</param>
    public static IncidentLogCheck Verify(string id, StoredStream stream)
    {
        IReadOnlyList<StoredEvent> events = stream.Events;
        StreamBreak? broken = FindBreak(events) ?? CheckEnd(events, stream.Row);
        return new IncidentLogCheck
        {
            Incident = id,
            Valid = broken is null,
            Events = events.Count,
            FirstBadSequence = broken?.Sequence,
            Reason = broken?.Reason,
        };
    }

    /// <summary>The same for the log of a run outside of any incident, whose end nothing else remembers.</summary>
    /// <param name="run">The run's id.</param>
    /// <param name="events">Its events.</param>
    public static IncidentLogCheck VerifyRun(string run, IReadOnlyList<StoredEvent> events)
    {
        StreamBreak? broken = FindBreak(events)
            ?? (EventCatalog.Read(events[0].Type, events[0].Version, events[0].Body) is RunbookStarted ? null : new StreamBreak(1, "It belongs to no incident and does not begin as a run does."));
        return new IncidentLogCheck
        {
            Run = run,
            Valid = broken is null,
            Events = events.Count,
            FirstBadSequence = broken?.Sequence,
            Reason = broken?.Reason,
        };
    }

    private static StreamBreak? FindBreak(IReadOnlyList<StoredEvent> events)
    {
        string previousHash = "";
        for (int index = 0; index < events.Count; index++)
        {
            StoredEvent stored = events[index];
            long sequence = index + 1;
            if (stored.Sequence != sequence)
            {
                return new StreamBreak(sequence, $"Event {sequence} is missing.");
            }

            bool unchanged = EventHash.Compute(stored) == stored.Hash;
            if (stored.PreviousHash != previousHash)
            {
                return new StreamBreak(sequence, unchanged || IsMoved(stored)
                    ? $"Event {sequence} does not follow event {sequence - 1}: events were reordered or replaced."
                    : $"Event {sequence} was changed: its hash does not fit what it says.");
            }

            if (!unchanged)
            {
                return new StreamBreak(sequence, IsMoved(stored)
                    ? $"Event {sequence} stood elsewhere in the log: events were reordered."
                    : $"Event {sequence} was changed: its hash does not fit what it says.");
            }

            if (EventCatalog.IsDamaged(stored.Type, stored.Version, stored.Body))
            {
                return new StreamBreak(sequence, $"Event {sequence} cannot be read: its body does not fit its type {stored.Type}.");
            }

            previousHash = stored.Hash;
        }

        return null;

        // Its hash holds at another place of the same log.
        bool IsMoved(StoredEvent stored) => Enumerable.Range(1, events.Count + 1)
            .Any(sequence => EventHash.Compute(stored with { Sequence = sequence }) == stored.Hash);
    }

    /// <summary>Cutting events off the end breaks no link: the read table remembers how far the log went.</summary>
    private static StreamBreak? CheckEnd(IReadOnlyList<StoredEvent> events, IncidentRow? row)
    {
        if (events.Count == 0)
        {
            return new StreamBreak(1, "All of its events are missing.");
        }

        if (row is null)
        {
            return new StreamBreak(events.Count, "It has events but no line in the read table. Run Repair-IncidentStore.");
        }

        if (row.Sequence > events.Count)
        {
            return new StreamBreak(events.Count + 1, $"Event {events.Count + 1} is missing: the log once went on to {row.Sequence}.");
        }

        return row.Sequence < events.Count || row.Hash != events[^1].Hash
            ? new StreamBreak(events.Count, "The read table does not fit the log's end. Events were added or replaced by hand.")
            : null;
    }
}
