using IncidentOps.Core.Incidents.Events;
using IncidentOps.Incidents;

namespace IncidentOps.Core.PostMortems;

/// <summary>
/// An incident's timeline as a post-mortem tells it: a step's start and end are one entry, with the command above
/// its output, and earlier exports are left out, so that exporting twice gives the same text.
/// </summary>
internal static class PostMortemTimeline
{
    public static IReadOnlyList<TimelineEntry> Of(IReadOnlyList<TimelineEntry> entries)
    {
        var commands = new Dictionary<Step, string?>();
        HashSet<Step> finished = [];
        foreach (TimelineEntry entry in entries)
        {
            if (Step.Of(entry) is not { } step)
            {
                continue;
            }

            if (entry.Type == nameof(RunbookStepStarted))
            {
                commands[step] = entry.Detail;
            }
            else
            {
                finished.Add(step);
            }
        }

        return [.. entries
            .Where(entry => entry.Type switch
            {
                nameof(PostMortemExported) => false,
                nameof(RunbookStepStarted) => Step.Of(entry) is not { } step || !finished.Contains(step),
                _ => true,
            })
            .Select(entry => Step.Of(entry) is { } step && commands.TryGetValue(step, out string? command)
                ? entry with { Detail = Transcript(command, entry) }
                : entry)];
    }

    /// <summary>The command as at a prompt, and what came of it.</summary>
    private static string? Transcript(string? command, TimelineEntry entry)
    {
        string? outcome = entry.Type == nameof(RunbookStepFinished) ? entry.Detail : null;
        if (string.IsNullOrWhiteSpace(command))
        {
            return outcome;
        }

        string prompt = $"$ {command.TrimEnd()}";
        return outcome is null ? prompt : $"{prompt}\n{outcome}";
    }

    /// <summary>Which step of which run an entry is about.</summary>
    private sealed record Step(string RunId, int Number, string HostName)
    {
        public static Step? Of(TimelineEntry entry) => entry.Type is nameof(RunbookStepStarted) or nameof(RunbookStepFinished)
            ? EventCatalog.Read(entry.Type, version: 1, entry.Data) switch
            {
                RunbookStepStarted { RunId: not null, HostName: not null } started => new Step(started.RunId, started.Number, started.HostName),
                RunbookStepFinished { RunId: not null, HostName: not null } done => new Step(done.RunId, done.Number, done.HostName),
                _ => null,
            }
            : null;
    }
}
