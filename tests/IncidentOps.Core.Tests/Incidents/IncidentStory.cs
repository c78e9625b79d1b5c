using System.Text.Json;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;
using IncidentOps.Incidents;
using IncidentOps.Procedures;
using Microsoft.Extensions.Time.Testing;

namespace IncidentOps.Core.Tests.Incidents;

/// <summary>One incident's life without a store: decisions become events, events become the state.</summary>
internal sealed class IncidentStory
{
    /// <summary>A Monday, ten o'clock.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public const string Id = "INC-1";

    private readonly Lazy<IncidentPolicy> _policy;

    public IncidentStory(IncidentDeclaration? declaration = null, Procedure? procedure = null)
    {
        _policy = Policy(procedure);
        (EventAppend first, State) = IncidentProjection.Start(
            IncidentDecisions.Declare(declaration ?? Checkout, _policy.Value, Now), "ada", Now);
        Events.AddRange(first.Events);
    }

    public static IncidentDeclaration Checkout { get; } = new()
    {
        Title = "Checkout is down",
        Severity = "P1",
        Services = ["checkout"],
        Components = ["db"],
    };

    public FakeTimeProvider Clock { get; } = new(Start);

    public DateTimeOffset Now => Clock.GetUtcNow();

    public IncidentState State { get; private set; }

    public List<StoredEvent> Events { get; } = [];

    /// <summary>The incident as users hold it.</summary>
    public Incident Incident => new IncidentRecord(1, State).ToIncident(Now);

    /// <summary>A small guide, which does not change with the built-in one.</summary>
    public static Procedure Guide { get; } = new()
    {
        Title = "Guide",
        MonitoringWindow = new MonitoringWindow(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60)),
        Severities =
        [
            new SeverityLevel { Name = "P0", Label = "Critical", Rank = 0, ResponseTime = TimeSpan.FromMinutes(5) },
            new SeverityLevel { Name = "P1", Label = "High", Rank = 1, ResponseTime = TimeSpan.FromMinutes(15) },
            new SeverityLevel { Name = "P2", Label = "Medium", Rank = 2, ResponseTime = TimeSpan.FromMinutes(60) },
            new SeverityLevel { Name = "P3", Label = "Low", Rank = 3, ResponseTime = TimeSpan.FromHours(4), BusinessHours = true },
        ],
    };

    public static Lazy<IncidentPolicy> Policy(Procedure? procedure = null) => new(new IncidentPolicy(
        procedure ?? Guide,
        new BusinessCalendar(TimeZoneInfo.Utc, BusinessHours.Default, HolidayCalendar.None)));

    /// <summary>A state as text, to compare two of them whole.</summary>
    public static string Text(IncidentState? state) =>
        state is null ? "none" : JsonSerializer.Serialize(state, EventJson.Default.IncidentState);

    /// <summary>An incident that has come to a status by the shortest way.</summary>
    public static IncidentStory At(IncidentStatus status)
    {
        var story = new IncidentStory();
        story.Wait(1);
        return status switch
        {
            IncidentStatus.Detected => story,
            IncidentStatus.Resolved => story.Do(decide => decide.Resolve("cause", "cure", [], null)),
            IncidentStatus.Closed => story.Do(decide => decide.Close(force: true, "done", null)),
            IncidentStatus.Merged => story.Do(decide => decide.MergeInto(Guid.NewGuid(), "INC-9", null)),
            _ => story.Do(decide => decide.Update(status, null, null, null)),
        };
    }

    /// <summary>Lets minutes pass.</summary>
    public IncidentStory Wait(double minutes)
    {
        Clock.Advance(TimeSpan.FromMinutes(minutes));
        return this;
    }

    /// <summary>Decides, and applies what was decided; the number of events is the answer to "did it write".</summary>
    public IncidentStory Do(Func<IncidentDecisions, IEnumerable<NewEvent>> decide)
    {
        List<NewEvent> events = [.. decide(Decisions)];
        if (events.Count > 0)
        {
            (EventAppend append, State) = IncidentProjection.Continue(new IncidentRecord(1, State), events, "ada", Now);
            Events.AddRange(append.Events);
        }

        return this;
    }

    /// <summary>Decides, and checks that nothing had to be written.</summary>
    public void Unchanged(Func<IncidentDecisions, IEnumerable<NewEvent>> decide) => Assert.Empty(decide(Decisions));

    /// <summary>Decides, and gives the refusal.</summary>
    public IncidentOpsException Refused(string errorId, Func<IncidentDecisions, IEnumerable<NewEvent>> decide)
    {
        IncidentOpsException refusal = Assert.Throws<IncidentOpsException>(() => decide(Decisions).ToList());
        Assert.Equal(errorId, refusal.ErrorId);
        return refusal;
    }

    private IncidentDecisions Decisions => new(Id, State, _policy, Now);
}
