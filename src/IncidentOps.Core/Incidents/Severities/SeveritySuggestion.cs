using System.Globalization;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Procedures;
using IncidentOps.Health;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Incidents.Severities;

/// <summary>The severity of an incident that is declared without one, and why.</summary>
internal sealed class SeveritySuggestion
{
    private readonly SeverityLevel _mostSevere;
    private readonly SeverityMatch? _fitting;
    private readonly (SeverityLevel Level, string Service)? _configured;
    private readonly string? _guide;

    /// <param name="configuration">Where services may have a severity of their own.</param>
    /// <param name="procedure">The guide.</param>
    /// <param name="declaration">What is declared; its severity does not count.</param>
    /// <param name="health">The service's health, where that is what is declared.</param>
    public SeveritySuggestion(
        OrganisationConfiguration configuration, Procedure procedure, IncidentDeclaration declaration, ServiceHealth? health = null)
    {
        SeverityScale scale = new(procedure);
        _mostSevere = scale.Levels.Count > 0 ? scale.Levels[0] : throw ProcedureErrors.SeverityMissing();
        _guide = procedure.Path is { } path ? Path.GetFileName(path) : null;
        _fitting = new SeverityMatcher(procedure).Find(Report(declaration, health));
        (SeverityLevel Level, string Service)[] configured =
        [
            .. from service in health is null ? declaration.Services : declaration.Services.Append(health.Service)
               let definition = configuration.Service(service)
               let level = scale.Find(definition?.Severity)
               where level is not null
               orderby level.Rank
               select (level, definition.Name),
        ];
        _configured = configured.Length > 0 ? configured[0] : null;
    }

    /// <summary>What a person is asked about: the severity that fits by the guide's words.</summary>
    public SeverityLevel Proposed => _fitting?.Level ?? _configured?.Level ?? _mostSevere;

    /// <summary>Why that is proposed; reads on after "since".</summary>
    public string ProposedReason => _fitting is { } fitting ? Words(fitting) : _configured is { } configured ? Words(configured.Service) : NothingFits;

    /// <summary>What is taken where nobody can be asked: what the organisation has settled, else what fits.</summary>
    public SeverityLevel Taken => _configured?.Level ?? Proposed;

    /// <summary>Why that is taken; reads on after "since".</summary>
    public string TakenReason => _configured is { } configured ? Words(configured.Service) : ProposedReason;

    /// <summary>True where nobody has settled what is taken: worth a warning.</summary>
    public bool IsGuess => _configured is null;

    /// <summary>Why a person's choice came about, for the incident's log.</summary>
    public string ReasonFor(SeverityLevel chosen) =>
        chosen == Proposed ? ProposedReason : $"it was chosen; {Proposed.Name} was proposed, since {ProposedReason}";

    private static string NothingFits => "nothing that the guide says of its severities fits, so it is treated as the most severe until somebody decides";

    private static string Words(string service) => $"the service {service} is configured so";

    private string Words(SeverityMatch fitting)
    {
        SeverityClause clause = fitting.Clause;
        string kind = clause.Kind == ClauseKind.Example ? "example" : "definition";
        string place = string.Create(CultureInfo.InvariantCulture, $"{(_guide is null ? "line " : _guide + ":")}{clause.Line}");
        string also = fitting.Also.Count == 0 ? "" : $"; {string.Join(", ", fitting.Also.Select(level => level.Name))} would fit as well";
        return $"it fits the {kind} \"{clause.Text}\" of {fitting.Level} ({place}){also}";
    }

    /// <summary>Everything said of what is wrong. The checks that fail say it as well as the title does.</summary>
    private static string Report(IncidentDeclaration declaration, ServiceHealth? health)
    {
        IEnumerable<string?> said = [declaration.Title, declaration.Symptom, declaration.Impact, declaration.Affected, .. declaration.Services, .. declaration.Components];
        if (health is not null)
        {
            IEnumerable<HealthCheckResult> failing = health.Checks.Where(check => check.Status == health.Status);
            // Degraded is what works in part.
            string status = health.Status == HealthStatus.Degraded ? "partially degraded" : health.Status.ToString();
            said = [.. said, $"{health.Service} {status}", health.Reason, .. failing.Select(check => $"{check.Check}: {check.Reason}")];
        }

        return string.Join('\n', said.Where(text => !string.IsNullOrWhiteSpace(text)));
    }
}
