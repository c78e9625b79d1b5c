using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;
using IncidentOps.Incidents;
using IncidentOps.Procedures;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.PostMortems;

/// <summary>An evening's incident, and the pieces that its variations are made of.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Start = new(2026, 3, 14, 20, 2, 11, TimeSpan.Zero);

    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static readonly Procedure Procedure = new()
    {
        Title = "Guide",
        Severities =
        [
            new SeverityLevel { Name = "P0", Label = "Critical", Rank = 0 },
            new SeverityLevel { Name = "P1", Label = "High", Rank = 1 },
        ],
    };

    public static Incident Resolved { get; } = new()
    {
        Id = "INC-42",
        Number = 42,
        Key = new Guid("019595a0-0000-7000-8000-000000000042"),
        Title = "Checkout is down",
        Severity = "P1",
        Status = IncidentStatus.Resolved,
        Phase = IncidentPhase.PostIncident,
        IsActive = false,
        Services = ["checkout", "cart"],
        Impact = "Nobody can pay.",
        Affected = "All customers in Europe",
        Commander = "alice",
        DetectedAt = Start,
        AcknowledgedAt = After(2),
        InvestigatingAt = After(2),
        FixedAt = After(9),
        ResolvedAt = After(13),
        Duration = TimeSpan.FromMinutes(13),
        RootCause = "The spool was full.\nNothing watched it.",
        Resolution = "Deleted what had been delivered.",
        NextSteps = ["Watch the spool", "Delete after delivery"],
        Sequence = 9,
        UpdatedAt = After(13),
        AsOf = After(60),
    };

    public static DateTimeOffset After(double minutes) => Start.AddMinutes(minutes);

    public static TimelineEntry Entry(long sequence, double minutes, IncidentEventBody body, double recordedAfter = 0)
    {
        (string type, int version, string json) = EventCatalog.Write(body);
        return IncidentTimeline.Read("INC-42", new StoredEvent
        {
            Stream = Resolved.Key,
            Sequence = sequence,
            OccurredAt = After(minutes),
            RecordedAt = After(minutes + recordedAfter),
            Actor = "alice",
            Type = type,
            Version = version,
            Body = json,
            PreviousHash = "",
            Hash = "",
        });
    }

    public static IncidentDeclared Declared(string title = "Checkout is down") =>
        new() { Title = title, Severity = "P1", Impact = "Nobody can pay." };

    public static RunbookStepStarted StepStarted(int number, string? command, string run = "r1") =>
        new(run, number, "Look at the spool", command, Risk.Read, "localhost");

    public static RunbookStepFinished StepFinished(int number, string output, string run = "r1") =>
        new(run, number, "Look at the spool", "localhost", RunbookStepStatus.Succeeded, 0, output, "", TimeSpan.FromSeconds(0.2), 1, null);
}
