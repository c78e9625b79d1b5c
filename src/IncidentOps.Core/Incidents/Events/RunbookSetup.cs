using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Incidents.Events;

/// <summary>What a run began with: all that another process needs to go on with it, but for secrets.</summary>
/// <param name="Runner">The process that runs it.</param>
/// <param name="Document">The steps as the document had them.</param>
/// <param name="IsScenario">Whether it is a scenario of a guide.</param>
/// <param name="Values">The values by name, without the secret ones.</param>
/// <param name="Chosen">The steps chosen by number or id; empty for all.</param>
/// <param name="From">The first step, by number or id.</param>
/// <param name="Parts">The parts chosen; empty for all.</param>
/// <param name="ReadOnly">Whether only reading steps were asked for.</param>
/// <param name="Rollback">Whether a failure is followed by a rollback.</param>
/// <param name="WorkingDirectory">The folder it began in.</param>
/// <param name="PlanHash">What approvals were given to.</param>
/// <param name="HostNames">The machines that it was for; none for this one.</param>
/// <param name="ThrottleLimit">How many of them run a step at a time; null for as many as usual.</param>
/// <param name="FailureThreshold">How many of them may fail; null for none.</param>
internal sealed record RunbookSetup(
    ProcessIdentity Runner,
    IReadOnlyList<RunbookStep> Document,
    bool IsScenario,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<string> Chosen,
    string? From,
    IReadOnlyList<RunbookPart> Parts,
    bool ReadOnly,
    bool Rollback,
    string? WorkingDirectory,
    string PlanHash,
    IReadOnlyList<string>? HostNames = null,
    int? ThrottleLimit = null,
    string? FailureThreshold = null)
{
    /// <summary>False for one that somebody has spoilt: the reader fills what is missing with null, whatever the shape says.</summary>
    public bool IsWhole() =>
        (object?)Runner is not null && Runner.Machine is not null
        && (object?)Document is not null && Document.All(step => step is { Title: not null, Parameters: not null })
        && (object?)Values is not null && Values.Values.All(value => (object?)value is not null)
        && (object?)Chosen is not null && Chosen.All(step => (object?)step is not null)
        && (object?)Parts is not null
        && (object?)PlanHash is not null
        && (HostNames ?? []).All(host => RunHost.Parse(host) is not null);
}
