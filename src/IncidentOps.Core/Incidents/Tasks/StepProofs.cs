using System.Text.RegularExpressions;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Incidents.Tasks;

/// <summary>
/// What a runbook's step shows done, told by what it did: its part, its risk, its title and its command. Only a step that
/// has succeeded shows anything; and what looks at something shows that it was looked at, not what changes it.
/// </summary>
internal static partial class StepProofs
{
    public static bool HasReadLogs(TaskEvent shown) => HasLooked(shown, LogTitle(), LogCommand());

    public static bool HasSeenHealth(TaskEvent shown) => HasLooked(shown, HealthTitle(), HealthCommand());

    public static bool HasSeenResources(TaskEvent shown) => HasLooked(shown, ResourceTitle(), ResourceCommand());

    public static bool HasSeenDatabase(TaskEvent shown) => HasLooked(shown, DatabaseTitle(), DatabaseCommand());

    public static bool HasSeenDeployments(TaskEvent shown) => HasLooked(shown, DeploymentTitle(), DeploymentCommand());

    /// <summary>A change that puts something right, or takes something back.</summary>
    public static bool HasChanged(TaskEvent shown) => HasMended(shown) || HasRolledBack(shown);

    public static bool HasMended(TaskEvent shown) => shown.Step is { Part: RunbookPart.Mitigation } step && IsChange(step);

    public static bool HasRolledBack(TaskEvent shown) => shown.Step is { Part: RunbookPart.Rollback } step && IsChange(step);

    /// <summary>What verifies before anything was changed verifies no fix.</summary>
    public static bool HasVerified(TaskEvent shown) => shown.Step is { Part: RunbookPart.Verification, Risk: Risk.Read } && shown.FollowsChange;

    private static bool IsChange(RunbookStepStarted step) => step.Command is not null && step.Risk != Risk.Read;

    private static bool HasLooked(TaskEvent shown, Regex title, Regex command) => shown switch
    {
        { Step: { Risk: Risk.Read } step } => title.IsMatch(step.Title) || (step.Command is { } text && command.IsMatch(text)),
        // A log of an older module may lack the beginning.
        { Step: null, Body: RunbookStepFinished { Status: RunbookStepStatus.Succeeded } finished } => title.IsMatch(finished.Title),
        _ => false,
    };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int MatchTimeout = 1000;

    [GeneratedRegex(@"\bjournalctl\b|\blogs?\b|\btail\b", Options, MatchTimeout)]
    private static partial Regex LogTitle();

    [GeneratedRegex(@"\bjournalctl\b|\bdmesg\b|\b(kubectl|oc|docker|podman)\b[^|;&\n]*\slogs\b|\baws logs\b|\b(tail|head|cat|zcat|grep|zgrep|awk|sed|less)\b[^|;&\n]*\blogs?\b|\bGet-ServiceLog\b", Options, MatchTimeout)]
    private static partial Regex LogCommand();

    [GeneratedRegex(@"\bhealth", Options, MatchTimeout)]
    private static partial Regex HealthTitle();

    [GeneratedRegex(@"\b(curl|wget|http|Invoke-WebRequest|Invoke-RestMethod)\b[^|;&\n]*health|\bGet-ServiceHealth\b", Options, MatchTimeout)]
    private static partial Regex HealthCommand();

    [GeneratedRegex(@"\b(resources?|cpu|processors?|memory|disks?)\b", Options, MatchTimeout)]
    private static partial Regex ResourceTitle();

    [GeneratedRegex(@"(^|[|;&\n]\s*|\bsudo\s+(-n\s+)?)(df|free|top|vmstat|iostat|uptime|mpstat|sar|du)\b|\bkubectl\b[^|;&\n]*\stop\b|\bGet-SystemResource\b", Options, MatchTimeout)]
    private static partial Regex ResourceCommand();

    [GeneratedRegex(@"\b(database|db|postgres(ql)?|mysql)\b", Options, MatchTimeout)]
    private static partial Regex DatabaseTitle();

    [GeneratedRegex(@"\b(psql|pg_isready|mysql|mysqladmin|mariadb|mongosh)\b|\baws\s+rds\b|\bpg_stat_|\bpg_locks\b", Options, MatchTimeout)]
    private static partial Regex DatabaseCommand();

    [GeneratedRegex(@"\b(deploy(ment)?s?|releases?|rollout history)\b", Options, MatchTimeout)]
    private static partial Regex DeploymentTitle();

    [GeneratedRegex(@"\bgit\b[^|;&\n]*\slog\b|\bkubectl\b[^|;&\n]*\srollout\s+history\b|\bhelm\s+(history|list|ls)\b|\bGet-RecentChange\b", Options, MatchTimeout)]
    private static partial Regex DeploymentCommand();
}
