using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;
using IncidentOps.Core.Runbooks.Planning;
using IncidentOps.Core.Runbooks.Sql;
using IncidentOps.Incidents;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>What to run and with what.</summary>
internal sealed record RunbookRunRequest
{
    public required Runbook Runbook { get; init; }

    /// <summary>For a runbook in a workspace, with all that a run finds there.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="runbook">The runbook.</param>
    /// <param name="incident">The incident it runs for; null for none.</param>
    public static RunbookRunRequest For(Workspace workspace, Runbook runbook, Incident? incident)
    {
        SecretResolver secrets = workspace.Secrets;
        return new RunbookRunRequest
        {
            Runbook = runbook,
            Incident = incident?.Id,
            Secrets = secrets,
            Databases = SqlDatabases.Of(workspace.Configuration, secrets, runbook.Services.Concat(incident?.Services ?? [])),
            KnownHosts = workspace.Configuration.CheckedHosts(),
            Environment = workspace.Environment.Variables(),
        };
    }

    /// <summary>The values given, by the parameters' names.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Finds the values of secret parameters that are references; null takes every value as it is.</summary>
    public SecretResolver? Secrets { get; init; }

    /// <summary>The incident it runs for, "INC-42".</summary>
    public string? Incident { get; init; }

    /// <summary>What has to be approved, and what is.</summary>
    public ApprovalRules Approvals { get; init; } = ApprovalRules.Outside;

    /// <summary>Which steps to run.</summary>
    public RunbookSelection Selection { get; init; } = new();

    /// <summary>The databases that steps in SQL run in.</summary>
    public SqlDatabases Databases { get; init; } = SqlDatabases.None;

    /// <summary>What speaks against an expression of the document before anything runs, in words; null for nothing.</summary>
    public Func<string, string?> Objection { get; init; } = static _ => null;

    /// <summary>Run the reading steps only.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>After a failure, take back what the steps before it have done.</summary>
    public bool Rollback { get; init; }

    /// <summary>What had happened before the run was resumed; null for one that begins.</summary>
    public RunHistory? History { get; init; }

    /// <summary>Run nothing; say what would run.</summary>
    public bool DryRun { get; init; }

    /// <summary>The folder the first step starts in; null for the current one.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The environment the first step starts with.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The machines that steps run on which do not say; none for this one.</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>The machines that a step's host=PATTERN may mean where none are given.</summary>
    public IReadOnlyList<string> KnownHosts { get; init; } = [];

    /// <summary>How many machines run a step at a time.</summary>
    public int ThrottleLimit { get; init; } = HealthSweepRequest.DefaultThrottleLimit;

    /// <summary>How many machines may fail before the run stops.</summary>
    public FailureThreshold FailureThreshold { get; init; }

    /// <summary>How long a step may take that does not say.</summary>
    public TimeSpan StepTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
