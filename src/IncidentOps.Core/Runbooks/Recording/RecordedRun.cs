using System.Globalization;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Storage;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Recording;

/// <summary>A run as its events tell it.</summary>
internal sealed class RecordedRun
{
    /// <summary>How late the news of a step's end may be.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>How long a person who is asked something may take before the run counts as dead.</summary>
    public static readonly TimeSpan ForPeople = TimeSpan.FromHours(1);

    private readonly List<RecordedStep> _steps = [];
    private readonly Dictionary<string, RunState> _left = new(StringComparer.OrdinalIgnoreCase);
    private readonly DateTimeOffset _startedAt;
    private DateTimeOffset _lastAt;
    private RunbookFinished? _finished;

    public RecordedRun(RunbookStarted started, StoredEvent stored)
    {
        Started = started;
        Stream = stored.Stream;
        Setup = started.Setup?.IsWhole() == true ? started.Setup : null;
        Runner = Setup?.Runner;
        (_startedAt, _lastAt) = (stored.OccurredAt, stored.OccurredAt);
    }

    public RunbookStarted Started { get; }

    /// <summary>What going on with it takes; null where that was not recorded.</summary>
    public RunbookSetup? Setup { get; }

    /// <summary>The stream it is recorded in.</summary>
    public Guid Stream { get; }

    /// <summary>The process that ran it last; null where that was not recorded.</summary>
    public ProcessIdentity? Runner { get; private set; }

    /// <summary>Its steps in the order in which they came up; one that ran twice stands there twice.</summary>
    public IReadOnlyList<RecordedStep> Steps => _steps;

    /// <summary>What its steps have left, by their machines.</summary>
    public IReadOnlyDictionary<string, RunState> Left => _left;

    /// <summary>How many events tell of it.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>From its beginning to the last that was heard of it.</summary>
    public TimeSpan Duration => _lastAt - _startedAt;

    /// <summary>When it counts as dead if nothing more is heard of it.</summary>
    public DateTimeOffset DeadAt => (_steps.Max(step => step.EndsBy(ForPeople)) ?? _lastAt + ForPeople) + Grace;

    /// <summary>The runs of a stream, in the order in which they began.</summary>
    public static IReadOnlyList<RecordedRun> Fold(IEnumerable<StoredEvent> events)
    {
        Dictionary<string, RecordedRun> runs = new(StringComparer.Ordinal);
        foreach (StoredEvent stored in events)
        {
            IncidentEventBody body = EventCatalog.Read(stored.Type, stored.Version, stored.Body);
            if (body is RunbookStarted started)
            {
                runs.TryAdd(started.RunId, new RecordedRun(started, stored));
            }
            else if (RunIdOf(body) is { } id && runs.TryGetValue(id, out RecordedRun? run))
            {
                run.Apply(body, stored.OccurredAt);
            }
        }

        return [.. runs.Values];
    }

    /// <summary>How it stands: one that is Running by its record may be dead.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="isRunning">Whether a process runs; null where that cannot be told.</param>
    public RunbookRunStatus StatusAt(DateTimeOffset now, Func<ProcessIdentity, bool?> isRunning) =>
        _finished?.Status
        ?? ((Runner is { } runner ? isRunning(runner) : null) ?? now <= DeadAt ? RunbookRunStatus.Running : RunbookRunStatus.Interrupted);

    /// <summary>The run as users see it.</summary>
    /// <param name="incident">The incident it belongs to; null for none.</param>
    /// <param name="now">The moment.</param>
    /// <param name="isRunning">Whether a process runs; null where that cannot be told.</param>
    public RunbookRun ToRun(string? incident, DateTimeOffset now, Func<ProcessIdentity, bool?> isRunning)
    {
        RunbookRunStatus status = StatusAt(now, isRunning);
        return new RunbookRun
        {
            Id = Started.RunId,
            Runbook = Started.Runbook,
            Sha256 = Started.Sha256,
            Plan = Started.Setup?.PlanHash,
            Selection = Started.Selection,
            Incident = incident,
            Status = status,
            StartedAt = _startedAt,
            Duration = _finished?.Duration ?? (status == RunbookRunStatus.Running && now > _startedAt ? now - _startedAt : Duration),
            Steps = Results(),
            Reason = status == RunbookRunStatus.Interrupted ? WhyInterrupted() : _finished?.Reason,
        };
    }

    private static string? RunIdOf(IncidentEventBody body) => body switch
    {
        RunbookResumed resumed => resumed.RunId,
        RunbookStepStarted step => step.RunId,
        RunbookStepFinished step => step.RunId,
        RunbookFinished finished => finished.RunId,
        _ => null,
    };

    private void Apply(IncidentEventBody body, DateTimeOffset at)
    {
        Revision++;
        _lastAt = at > _lastAt ? at : _lastAt;
        switch (body)
        {
            case RunbookResumed resumed:
                (Runner, _finished) = (resumed.Runner.Machine is null ? null : resumed.Runner, null);
                foreach (RunbookStepPlace place in resumed.Reopened ?? [])
                {
                    _steps.FindLast(step => step.Step.Number == place.Number && step.HostName == place.HostName)?.Reopen();
                }

                break;
            case RunbookStepStarted step:
                EntryOf(step.Number, step.Title, step.HostName).Start(step, at);
                break;
            case RunbookStepFinished step:
                EntryOf(step.Number, step.Title, step.HostName).Finish(step);
                if (step.Left is { } left)
                {
                    RunState state = _left.TryGetValue(step.HostName, out RunState? known) ? known : _left[step.HostName] = new RunState();
                    state.Add(left);
                }

                break;
            case RunbookFinished finished:
                _finished = finished;
                break;
            default:
                break;
        }
    }

    private string WhyInterrupted() => _steps.LastOrDefault(step => step.IsUnderWay) is { Step: var step }
        ? string.Create(CultureInfo.InvariantCulture, $"its process ended while step {step.Number} was under way: {step.Title}")
        : "its process ended between two steps";

    /// <summary>The entry that an event is about: the step's last one, unless that has ended for good.</summary>
    private RecordedStep EntryOf(int number, string title, string hostName)
    {
        int at = _steps.FindLastIndex(step => step.Step.Number == number && step.HostName == hostName);
        if (at >= 0 && !_steps[at].IsSettled)
        {
            return _steps[at];
        }

        RunbookStep known = Setup?.Document.FirstOrDefault(step => step.Number == number)
            ?? new RunbookStep { Number = number, Title = title, Kind = RunbookStepKind.Manual };
        RecordedStep added = new(known, hostName);
        _steps.Add(added);
        return added;
    }

    /// <summary>The steps with those that were not reached, or passed over, in their places.</summary>
    private List<RunbookStepResult> Results()
    {
        List<RunbookStepResult> results = [.. _steps.Select(step => step.ToResult())];
        StepJumps jumps = new(Setup?.Document ?? []);
        StepHosts hosts = new(Setup?.HostNames ?? [], []);
        HashSet<int> known = [.. results.Select(result => result.Step.Number)];
        for (int at = 0; at < results.Count; at++)
        {
            if (StepResults.HasFailed(results[at]) && jumps.After(results[at].Step) is { } target)
            {
                List<RunbookStepResult> passed = [.. jumps.PassedOver(results[at].Step, target, hosts).Where(result => !known.Contains(result.Step.Number))];
                results.InsertRange(at + 1, passed);
                known.UnionWith(passed.Select(result => result.Step.Number));
            }
        }

        results.AddRange((Setup?.Document ?? [])
            .Where(step => !known.Contains(step.Number))
            .SelectMany(step => hosts.Of(step).Results(step, RunbookStepStatus.Pending, StepResults.NotReached)));
        return results;
    }
}
