using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Recording;

/// <summary>Between a request and what of it is recorded.</summary>
internal static class RunSetup
{
    /// <summary>What is recorded of a request: its secrets are not.</summary>
    /// <param name="request">The request.</param>
    /// <param name="ready">What it was prepared to.</param>
    /// <param name="runner">The process that runs it.</param>
    public static RunbookSetup Of(RunbookRunRequest request, PreparedRun ready, ProcessIdentity runner) =>
        new(
            runner,
            request.Runbook.Steps,
            request.Runbook.IsScenario,
            ready.Values.Shown,
            request.Selection.Steps,
            request.Selection.From,
            request.Selection.Parts,
            request.ReadOnly,
            request.Rollback,
            request.WorkingDirectory,
            ready.Hash,
            request.HostNames,
            request.ThrottleLimit,
            request.FailureThreshold.ToString());

    /// <summary>A request as the record has it.</summary>
    /// <param name="setup">The record.</param>
    /// <param name="request">What the record does not have: the document, the environment, values given now.</param>
    public static RunbookRunRequest Apply(this RunbookSetup setup, RunbookRunRequest request)
    {
        Dictionary<string, string> values = new(setup.Values, ParameterNames.Comparer);
        foreach ((string name, string value) in request.Parameters)
        {
            RunbookParameter? parameter = request.Runbook.Parameters.FirstOrDefault(known => ParameterNames.Comparer.Equals(known.Name, name));
            if (parameter is { Secret: false } && values.TryGetValue(name, out string? recorded) && recorded != value)
            {
                throw RunbookErrors.RunValueChanged(request.Runbook, name);
            }

            values[name] = value;
        }

        return request with
        {
            Parameters = values,
            Selection = new RunbookSelection { Steps = setup.Chosen, From = setup.From, Parts = setup.Parts },
            ReadOnly = setup.ReadOnly,
            Rollback = setup.Rollback,
            WorkingDirectory = setup.WorkingDirectory,
            HostNames = setup.HostNames ?? [],
            ThrottleLimit = setup.ThrottleLimit ?? request.ThrottleLimit,
            FailureThreshold = FailureThreshold.Parse(setup.FailureThreshold ?? "") ?? default,
        };
    }
}
