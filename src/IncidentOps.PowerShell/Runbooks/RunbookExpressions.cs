using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Health;
using IncidentOps.Incidents;
using IncidentOps.Runbooks;
using Shell = System.Management.Automation.PowerShell;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Evaluates the expressions of a runbook in the caller's session, after their <see cref="ExpressionRules"/> let them.</summary>
/// <param name="cmdlet">The command that runs the runbook.</param>
/// <param name="health">Looks at the services; asked only by an expression that uses it.</param>
/// <param name="incident">The incident of the run as it is now; null for none.</param>
internal sealed class RunbookExpressions(PSCmdlet cmdlet, Func<IEnumerable<ServiceHealth>> health, Func<Incident?> incident)
{
    private const string Stopped = "stopped by the operator";

    public void Answer(StepCondition condition)
    {
        string text = condition.Expression;
        if ((ExpressionRules.Objection(text) ?? Impostor(text)) is { } objection)
        {
            condition.Fail(objection);
            return;
        }

        try
        {
            using var shell = Shell.Create(RunspaceMode.CurrentRunspace);
            shell.AddScript($"param(${ExpressionRules.Steps}, ${ExpressionRules.Health}, ${ExpressionRules.Incident})\n{text}", useLocalScope: true)
                .AddParameter(ExpressionRules.Steps, Of(condition.Results))
                .AddParameter(ExpressionRules.Health, ExpressionRules.Uses(text, ExpressionRules.Health) ? Of(health()) : null)
                .AddParameter(ExpressionRules.Incident, ExpressionRules.Uses(text, ExpressionRules.Incident) ? incident() : null);
            Collection<PSObject> result = shell.Invoke();
            if (shell.InvocationStateInfo.State == PSInvocationState.Stopped)
            {
                condition.Fail(Stopped);
            }
            else if (shell.Streams.Error is [var error, ..])
            {
                condition.Fail(error.ToString());
            }
            else
            {
                condition.Answer(LanguagePrimitives.IsTrue(result));
            }
        }
        catch (Exception e) when (e is PipelineStoppedException or OperationCanceledException)
        {
            // The run ends by itself, and is recorded to its end.
            condition.Fail(Stopped);
        }
        catch (Exception e) when (e is IncidentOpsException or RuntimeException)
        {
            condition.Fail(e.Message);
        }
    }

    // The session may have an alias or a function of its own by the name of a command that only looks.
    private string? Impostor(string text)
    {
        foreach (string name in ExpressionRules.CommandsOf(text))
        {
            if (cmdlet.InvokeCommand.GetCommand(name, CommandTypes.All) is not CmdletInfo found || found.ModuleName != ExpressionCommands.Find(name)!.Module)
            {
                return $"'{name}' is another command in this session than the one that only looks";
            }
        }

        return null;
    }

    /// <summary>What $Steps is.</summary>
    public static KeyedList Of(IEnumerable<RunbookStepResult> results)
    {
        KeyedList list = new();
        foreach (var step in results.GroupBy(result => result.Step.Number))
        {
            // Tried again, a step counts as it ended at last; on several machines it is one result for each.
            RunbookStepResult[] last = [.. step.GroupBy(result => result.HostName, StringComparer.Ordinal).Select(host => host.Last())];
            list.Add(last, step.Key.ToString(CultureInfo.InvariantCulture), last[0].Step.Id);
        }

        return list;
    }

    private static KeyedList Of(IEnumerable<ServiceHealth> services)
    {
        KeyedList list = new();
        foreach (ServiceHealth service in services)
        {
            list.Add(service, service.Service);
        }

        return list;
    }
}
