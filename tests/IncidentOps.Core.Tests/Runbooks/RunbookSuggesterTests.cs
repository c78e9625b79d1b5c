using FsCheck.Xunit;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Suggesting;
using IncidentOps.Health;
using IncidentOps.Incidents;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

/// <summary>Which runbooks fit an incident or a symptom, in which order, and why.</summary>
public sealed class RunbookSuggesterTests
{
    private static readonly Runbook[] Shelf =
    [
        Read("queue-stuck", "severity: P1\nservices: [worker]\nsymptoms: [jobs wait for ever]", "# Queue stuck"),
        Read("database-gone", "severity: P0\nservices: [database, api]\nsymptoms: [database connection refused]", "# Database connection failure"),
        Read("api-down", "severity: P0\nservices: [api]\nsymptoms: [health endpoint returns 503, no API responses]", "# Application down"),
        Read("api-slow", "severity: P2\nservices: [api]\nsymptoms: [slow API responses]", "# Performance degradation"),
        Read("certificates", "", "# Renewing\n\nWhen a certificate has expired, browsers refuse the page.\n\n1. `uptime`"),
    ];

    [Theory]
    [InlineData("API is down", "api", "P0", "api-down,database-gone", "its symptom \"no API responses\" fits; it is for api; it is for P0")]
    [InlineData("Everything is slow since noon", "api", "P2", "api-slow", "its title \"Performance degradation\" fits; it is for api; it is for P2")]
    [InlineData("Users cannot connect to the database", "shop", "P1", "database-gone,api-down", "its symptom \"database connection refused\" fits")]
    [InlineData("Certificate expired", "shop", "P1", "certificates", "its introduction speaks of it")]
    [InlineData("Something odd", "worker", "P1", "queue-stuck", "it is for worker; it is for P1")]
    public void The_best_comes_first_with_its_reason(string title, string service, string severity, string names, string reason)
    {
        IReadOnlyList<Runbook> found = RunbookSuggester.Suggest(Shelf, TroubleReport.Of(New(title, service, severity), []));

        Assert.Equal(names, string.Join(',', found.Select(runbook => runbook.Name)));
        Assert.Equal(reason, found[0].Reason);
    }

    [Fact]
    public void What_fits_nothing_suggests_nothing() =>
        Assert.Empty(RunbookSuggester.Suggest(Shelf, TroubleReport.Of(New("Typo on the imprint", "imprint", "P3"), [])));

    [Theory]
    [InlineData("""{"Service":"shop","Status":"Unhealthy","Reason":"check db","Checks":[{"Check":"db","Status":"Unhealthy","Reason":"database connection refused"},{"Check":"web","Status":"Healthy","Reason":"503"}]}""")]
    [InlineData("""[{"Service":"shop","Status":"Unhealthy","Reason":"database connection refused"}]""")]
    public void Failing_checks_kept_as_evidence_speak_as_well(string json)
    {
        TimelineEntry evidence = Entry(new EvidenceAdded("health", "IncidentOps.Health.ServiceHealth", json, ""));

        Runbook found = RunbookSuggester.Suggest(Shelf, TroubleReport.Of(New("Checkout odd", "shop", "P1"), [evidence]))[0];

        Assert.Equal("database-gone", found.Name);
        Assert.Equal("its symptom \"database connection refused\" fits what the checks say", found.Reason);
    }

    [Fact]
    public void A_watched_service_that_is_ill_speaks_and_one_that_is_well_does_not()
    {
        TimelineEntry ill = Entry(new HealthChanged("shop", HealthStatus.Healthy, HealthStatus.Unhealthy, "answers slow", FollowsFrom: null));
        TimelineEntry well = Entry(new HealthChanged("shop", HealthStatus.Unhealthy, HealthStatus.Healthy, "answers slow", FollowsFrom: null));

        Assert.Equal("api-slow", Assert.Single(RunbookSuggester.Suggest(Shelf, TroubleReport.Of(New("Odd", "shop", "P1"), [ill]))).Name);
        Assert.Empty(RunbookSuggester.Suggest(Shelf, TroubleReport.Of(New("Odd", "shop", "P1"), [well])));
    }

    [Theory]
    [InlineData("503 errors", "api-down")]
    [InlineData("database", "database-gone")]
    [InlineData("slow responses", "api-slow")]
    [InlineData("expired certificate", "certificates")]
    [InlineData("colour of the moon", "")]
    public void A_symptom_is_matched_by_its_words(string symptom, string name) =>
        Assert.Equal(name, RunbookSuggester.Suggest(Shelf, TroubleReport.Of(symptom)) is [var first, ..] ? first.Name : "");

    [Property]
    public void The_order_does_not_depend_on_where_the_runbooks_came_from(int seed)
    {
        Runbook[] shuffled = [.. Shelf, .. Shelf.Select(runbook => runbook with { Name = "b-" + runbook.Name })];
        TroubleReport report = TroubleReport.Of(New("API down and slow, database connection refused", "api", "P0"), []);
        string[] expected = [.. RunbookSuggester.Suggest(shuffled, report).Select(runbook => runbook.Name)];
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(expected, RunbookSuggester.Suggest(shuffled, report).Select(runbook => runbook.Name));
        Assert.Equal("api-down", expected.First(name => name.EndsWith("api-down", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("checkout-restart", "", "# Restart", "checkout", true)]
    [InlineData("restart", "", "# Restart the Checkout service", "checkout", true)]
    [InlineData("restart", "", "# Restart the check", "checkout", false)]
    [InlineData("checkout", "services: [billing]", "# Checkout", "checkout", false)]
    [InlineData("x", "services: [Billing]", "# X", "billing", true)]
    public void A_runbook_is_for_the_services_it_names(string name, string front, string text, string service, bool expected) =>
        Assert.Equal(expected, RunbookSuggester.IsFor(Read(name, front, text), service));

    [Fact]
    public void A_documents_purpose_is_its_introduction_and_the_sections_about_it()
    {
        Runbook runbook = Read("x", "", "# X\n\nIt is for *bad* days.\n\n## When to use\n\n- The disk is full.\n\n## Diagnosis\n\nLook first.\n\n1. `df -h`\n\n## References\n\nA book.");

        Assert.Equal("It is for bad days.|The disk is full.", string.Join('|', runbook.Purpose));
        Assert.Equal("df -h", Assert.Single(runbook.Steps).Command);
    }

    private static Runbook Read(string name, string front, string text) => RunbookReader.Read($"---\n{front}\n---\n{text}\n", $"/runbooks/{name}.md");

    private static Incident New(string title, string service, string severity) => new()
    {
        Id = "INC-1",
        Number = 1,
        Key = Guid.Empty,
        Title = title,
        Severity = severity,
        Status = IncidentStatus.Detected,
        Phase = IncidentPhase.Detection,
        IsActive = true,
        Services = [service],
        DetectedAt = DateTimeOffset.UnixEpoch,
        Duration = TimeSpan.Zero,
        Sequence = 1,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        AsOf = DateTimeOffset.UnixEpoch,
    };

    private static TimelineEntry Entry(IncidentEventBody body) => new()
    {
        Incident = "INC-1",
        Sequence = 2,
        At = DateTimeOffset.UnixEpoch,
        RecordedAt = DateTimeOffset.UnixEpoch,
        Actor = "ada",
        Type = body.GetType().Name,
        Text = "",
        Data = EventCatalog.Write(body).Body,
    };
}
