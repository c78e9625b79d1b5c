using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Text;
using IncidentOps.PowerShell.Commands;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Asks the person at the shell what a run has to know. Where nobody is there, nothing is asked.</summary>
internal sealed class RunbookOperator(PSCmdlet cmdlet)
{
    private const string Found = "Found";
    private const string NobodyThere = "nobody could be asked; -Confirm:$false runs it without asking";

    private readonly bool _mayPrompt = Person.MayBeAsked(cmdlet);

    /// <summary>What was found at a step for a person, said beforehand: nobody is asked about that one.</summary>
    public (int Number, string Text)? Finding { get; set; }

    /// <summary>The step that could not be asked about; null where all could.</summary>
    public RunbookStep? Unasked { get; private set; }

    public void Answer(StepApproval approval)
    {
        RunbookStep step = approval.Step;
        if (Person.IsConfirming(cmdlet) && !_mayPrompt)
        {
            // ShouldProcess would wait for an answer that never comes.
            Refuse(approval);
            return;
        }

        try
        {
            if (cmdlet.ShouldProcess(Target(step, approval.HostNames), Action(step)))
            {
                approval.Approve();
            }
            else
            {
                approval.Decline("declined");
            }
        }
        catch (Exception e) when (Person.IsAbsent(e))
        {
            Refuse(approval);
        }
    }

    private void Refuse(StepApproval approval)
    {
        Unasked ??= approval.Step;
        approval.Refuse(NobodyThere);
    }

    /// <summary>The values with those that were missing and that the person could say; the run names the others.</summary>
    public IReadOnlyDictionary<string, string> Complete(IReadOnlyDictionary<string, string> values, IReadOnlyList<RunbookParameter> missing)
    {
        if (missing.Count == 0 || !_mayPrompt || cmdlet.Host?.UI is not { } ui)
        {
            return values;
        }

        Collection<FieldDescription> fields = [];
        foreach (RunbookParameter parameter in missing)
        {
            FieldDescription field = new(parameter.Name) { HelpMessage = Printable.Line(parameter.Description ?? "") };
            field.SetParameterType(parameter.Secret ? typeof(SecureString) : typeof(string));
            fields.Add(field);
        }

        try
        {
            Dictionary<string, string> all = new(values, ParameterNames.Comparer);
            foreach ((string name, PSObject answer) in ui.Prompt("", "The runbook needs these values:", fields))
            {
                all[name] = RunbookValuesCommand.ToText(name, answer);
            }

            return all;
        }
        catch (Exception e) when (Person.IsAbsent(e))
        {
            return values;
        }
    }

    public void Answer(ManualStepReached manual)
    {
        if (Finding is { } finding && finding.Number == manual.Step.Number)
        {
            Finding = null;
            manual.Done(finding.Text);
            return;
        }

        if (!_mayPrompt || cmdlet.Host?.UI is not { } ui)
        {
            return;
        }

        try
        {
            Dictionary<string, PSObject> answers = ui.Prompt(
                Printable.Line(string.Create(CultureInfo.CurrentCulture, $"Step {manual.Step.Number}: {manual.Step.Title}")),
                "Do it, then say what you found (nothing to add: press Enter; not done: write skip).",
                new Collection<FieldDescription> { new(Found) });
            string text = answers.TryGetValue(Found, out PSObject? found) ? LanguagePrimitives.ConvertTo<string>(found)?.Trim() ?? "" : "";
            if (string.Equals(text, "skip", StringComparison.OrdinalIgnoreCase))
            {
                manual.NotDone("the operator left it out");
            }
            else
            {
                manual.Done(text);
            }
        }
        catch (Exception e) when (Person.IsAbsent(e))
        {
            // The run ends as waiting.
        }
    }

    /// <summary>"Step 3: Restart the service (on web-1, web-2)", the way the shell names what is about to happen.</summary>
    public static string Target(RunbookStep step, IReadOnlyList<string> hosts) => Printable.Line(string.Create(
        CultureInfo.CurrentCulture,
        $"Step {step.Number}: {step.Title}{(hosts is [RunbookRunner.ThisMachine] ? "" : $" (on {string.Join(", ", hosts)})")}"));

    public static string Action(RunbookStep step) => step.Kind == RunbookStepKind.Manual
        ? "Do by hand"
        : Printable.Line($"Run ({step.Risk}: {step.RiskReason}) {step.Command}");
}
