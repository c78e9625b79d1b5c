using FsCheck;
using FsCheck.Fluent;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests.Incidents;

/// <summary>One command of a random life of two incidents.</summary>
/// <param name="Command">Which one.</param>
/// <param name="Number">On which incident.</param>
/// <param name="Wait">Minutes that pass before; below zero, the next machine's clock is behind.</param>
/// <param name="At">The time that is given with it, in minutes from then; null for none.</param>
/// <param name="Choice">What it is given otherwise.</param>
public sealed record LifecycleStep(string Command, long Number, int Wait, int? At, int Choice)
{
    private static readonly string[] Commands =
        ["acknowledge", "update", "update", "update", "say", "severity", "resolve", "close", "reopen", "details", "role", "note", "merge"];

    public static Arbitrary<LifecycleStep[]> Arbitrary()
    {
        Gen<LifecycleStep> step =
            from command in Gen.Elements(Commands)
            from number in Gen.Choose(1, 2)
            from wait in Gen.Choose(-2, 40)
            from given in Gen.Choose(0, 3)
            from at in Gen.Choose(-60, 3)
            from choice in Gen.Choose(0, 8)
            select new LifecycleStep(command, number, wait, given == 0 ? at : null, choice);
        return step.ArrayOf().Where(steps => steps.Length <= 30).ToArbitrary();
    }

    internal Task<Incident> RunAsync(IncidentService incidents, long first, DateTimeOffset now, CancellationToken stop)
    {
        long number = first + Number - 1;
        DateTimeOffset? at = At is { } minutes ? now.AddMinutes(minutes) : null;
        string[] severities = ["P0", "P1", "P2", "P3"];
        return Command switch
        {
            "acknowledge" => incidents.AcknowledgeAsync(number, $"r{Choice}", at, null, stop),
            "update" => incidents.UpdateAsync(number, (IncidentStatus)Choice, null, null, at, stop),
            "say" => incidents.UpdateAsync(number, null, $"news {Choice}", now.AddHours(Choice), at, stop),
            "severity" => incidents.SetSeverityAsync(number, severities[Choice % 4], "because", at, stop),
            "resolve" => incidents.ResolveAsync(number, Choice > 4 ? "cause" : null, Choice > 2 ? "cure" : null, Choice > 6 ? ["step"] : [], at, stop),
            "close" => incidents.CloseAsync(number, Choice > 2, Choice > 4 ? "reason" : null, at, stop),
            "reopen" => incidents.ReopenAsync(number, "it is back", at, stop),
            "details" => incidents.ChangeDetailsAsync(
                number,
                new DetailsChanged { Impact = $"{Choice % 3}", Services = [.. Enumerable.Range(0, Choice % 4).Select(index => $"s{index}")], Symptom = Choice > 6 ? "" : null },
                stop),
            "role" => incidents.AssignRoleAsync(number, Choice > 4 ? "Commander" : "scribe", Choice % 2 == 0 ? $"r{Choice}" : null, stop),
            "note" => incidents.RecordAsync(number, new NoteAdded($"note {Choice}"), at, stop),
            _ => incidents.MergeAsync(number, first + (Choice % 2), null, stop),
        };
    }
}
