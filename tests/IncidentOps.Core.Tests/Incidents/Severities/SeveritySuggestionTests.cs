using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Severities;
using IncidentOps.Core.Procedures;
using IncidentOps.Health;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Incidents.Severities;

/// <summary>The severity of what is declared without one: proposed to a person, taken where nobody is there.</summary>
public sealed class SeveritySuggestionTests
{
    private static readonly Procedure Guide = ProcedureSource.BuiltIn.Load();

    [Fact]
    public void The_reason_names_what_fits_and_where_it_stands()
    {
        SeveritySuggestion suggestion = Suggest("Nobody can sign in");
        Assert.Equal(("P1", "P1", true), (suggestion.Proposed.Name, suggestion.Taken.Name, suggestion.IsGuess));
        Assert.Equal("""it fits the example "Nobody can sign in" of P1 High (incident-response.md:37)""", suggestion.TakenReason);
        Assert.Equal(suggestion.TakenReason, suggestion.ProposedReason);
        Assert.EndsWith("; P2 would fit as well", Suggest("Login fails with timeouts").TakenReason, StringComparison.Ordinal);
        Assert.StartsWith("it fits the definition \"there is a security breach\" of P0 Critical", Suggest("We were hacked").TakenReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_fits_it_is_the_most_severe()
    {
        SeveritySuggestion suggestion = Suggest("Lunch is cold");
        Assert.Equal(("P0", "P0", true), (suggestion.Proposed.Name, suggestion.Taken.Name, suggestion.IsGuess));
        Assert.Contains("nothing that the guide says", suggestion.TakenReason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_severity_of_a_service_is_taken_and_what_fits_is_proposed()
    {
        SeveritySuggestion suggestion = Suggest("Nobody can sign in", ["wiki", "Shop", "none"]);
        Assert.Equal(("P1", "P2", false), (suggestion.Proposed.Name, suggestion.Taken.Name, suggestion.IsGuess));
        Assert.Equal("the service shop is configured so", suggestion.TakenReason);
        Assert.Equal("P2", Suggest("Lunch is cold", ["shop"]).Proposed.Name);
    }

    [Fact]
    public void A_severity_that_the_guide_does_not_have_counts_for_nothing() =>
        Assert.Equal("P3", Suggest("Typo on the landing page", ["odd"]).Taken.Name);

    [Fact]
    public void Impact_symptom_and_failing_checks_say_it_as_well()
    {
        IncidentDeclaration declaration = Declaration("It happened again", []);
        Assert.Equal("P1", Suggest(declaration with { Impact = "Nobody can sign in" }).Taken.Name);
        Assert.Equal("P3", Suggest(declaration with { Symptom = "A typo" }).Taken.Name);
        Assert.Equal("P0", Suggest(declaration, Sick(HealthStatus.Unhealthy, "postgres", "connection refused")).Taken.Name);
        Assert.Equal("P2", Suggest(declaration, Sick(HealthStatus.Degraded, "http", "took 4 s")).Taken.Name);
    }

    [Fact]
    public void Checks_that_pass_say_nothing()
    {
        ServiceHealth health = Sick(HealthStatus.Degraded, "http", "took 4 s");
        HealthCheckResult fine = health.Checks[0] with { Check = "postgres", Status = HealthStatus.Healthy, Reason = "not unreachable, no data loss: everything down to the last record is there" };
        Assert.Equal("P2", Suggest(Declaration("It happened again", []), health with { Checks = [.. health.Checks, fine] }).Taken.Name);
    }

    [Fact]
    public void A_persons_choice_is_told_with_what_was_proposed()
    {
        SeveritySuggestion suggestion = Suggest("Nobody can sign in");
        Assert.Equal(suggestion.ProposedReason, suggestion.ReasonFor(suggestion.Proposed));
        Assert.StartsWith("it was chosen; P1 was proposed, since it fits", suggestion.ReasonFor(Guide.Severities[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_guide_without_severities_says_what_to_do() => Assert.Equal(
        "SeverityMissing",
        Assert.Throws<IncidentOpsException>(() => new SeveritySuggestion(Configuration(), new Procedure { Title = "Bare" }, Declaration("x", []))).ErrorId);

    private static SeveritySuggestion Suggest(string title, IReadOnlyList<string>? services = null) => Suggest(Declaration(title, services ?? []));

    private static SeveritySuggestion Suggest(IncidentDeclaration declaration, ServiceHealth? health = null) =>
        new(Configuration(), Guide, declaration, health);

    private static IncidentDeclaration Declaration(string title, IReadOnlyList<string> services) =>
        new() { Title = title, Severity = "", Services = services };

    private static OrganisationConfiguration Configuration() => new()
    {
        Services =
        [
            new ServiceDefinition { Name = "shop", Severity = "medium" },
            new ServiceDefinition { Name = "wiki", Severity = "P3" },
            new ServiceDefinition { Name = "odd", Severity = "P9" },
        ],
    };

    private static ServiceHealth Sick(HealthStatus status, string check, string reason) => new()
    {
        Service = "api",
        Status = status,
        Reason = reason,
        CheckedAt = IncidentStory.Start,
        Duration = TimeSpan.FromSeconds(1),
        Checks = [new HealthCheckResult { Service = "api", Check = check, Kind = check, Status = status, Reason = reason }],
    };
}
